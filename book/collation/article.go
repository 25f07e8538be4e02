package collation

import "strings"

// Article parts a leading article from the words behind it: "The", "Dispossessed".
// It knows the articles of the languages in which titles are likely to be cited that
// are no words of English besides. Names of places keep theirs (Chicago 18, ch. 15,
// "Names of places beginning with an article"), and so does a title that is an
// article alone.
func Article(s string) (article, rest string) {
	for _, mark := range []string{"L'", "L’", "l'", "l’"} {
		if strings.HasPrefix(s, mark) && len(s) > len(mark) {
			return s[:len(mark)], s[len(mark):]
		}
	}
	word, rest, ok := strings.Cut(s, " ")
	if !ok || rest == "" {
		return "", s
	}
	next, _, _ := strings.Cut(rest, " ")
	switch strings.ToLower(word) {
	case "the", "a", "an", "der", "die", "das", "les", "gli", "une":
		return word, rest
	case "la", "le", "il", "el", "los", "las":
		if isPlaceWithArticle(next) {
			return "", s
		}
		return word, rest
	}
	return "", s
}

// isPlaceWithArticle tells the second words of places whose names begin with an
// article: La Paz, El Salvador, Le Havre.
func isPlaceWithArticle(word string) bool {
	switch strings.TrimRight(word, ",;:.") {
	case "Paz", "Plata", "Salvador", "Angeles", "Ángeles", "Alamos", "Vegas", "Palmas", "Paso", "Solana", "Rochelle", "Alto", "Habana",
		"Havre", "Mans", "Creusot", "Puy", "Coruña", "Mancha", "Rioja", "Spezia", "Jolla", "Pampa", "Ciotat", "Réunion", "Realidad", "Guaira",
		"Serena", "Cruces", "Tunas", "Alamein", "Aaiún", "Oued", "Obeid", "Fasher", "Ferrol", "Escorial", "Pueblito", "Chorrillo", "Barzón", "Rosell":
		return true
	}
	return false
}

// articlesOf returns the leading articles of a language that are words of others too,
// which only books in that language pass over.
func articlesOf(language string) map[string]bool {
	lists := map[string]string{
		"es": "un una unos unas", "fr": "un une", "it": "un uno una lo i", "pt": "o os as um uma uns umas", "ca": "un una els en na",
		"de": "ein eine", "nl": "de het een", "sv": "en ett den det de", "nb": "en et den det de", "no": "en et den det de", "da": "en et den det de",
		"hu": "az egy", "ro": "un o",
	}
	set := map[string]bool{}
	for _, article := range strings.Fields(lists[language]) {
		set[article] = true
	}
	return set
}

// andIn returns the word for & in a language, English where it is not known.
func andIn(language string) string {
	words := map[string]string{
		"es": "y", "fr": "et", "de": "und", "it": "e", "pt": "e", "ca": "i", "nl": "en", "sv": "och", "nb": "og", "no": "og", "da": "og",
		"pl": "i", "ru": "и", "uk": "і", "el": "και", "hu": "és", "ro": "și", "tr": "ve", "fi": "ja",
	}
	if w := words[language]; w != "" {
		return w
	}
	return "and"
}
