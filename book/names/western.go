package names

import (
	"strings"
	"unicode"
)

// familyStart returns the index of the word that the family name of a name begins
// with, by the custom of the bearer's language.
func (l *Lexicon) familyStart(words []string) int {
	last := len(words) - 1
	in := l.bearer(words)
	if i := l.compoundStart(words); i > 0 {
		return i
	}
	if i := pairStart(words); i > 0 {
		return i
	}
	if i := l.particleStart(words, in); i > 0 {
		return i
	}
	if last < 2 {
		return last
	}
	before := words[last-1]
	if strings.HasPrefix(words[last], "El-") && isCompound(before) {
		return last - 1
	}
	switch {
	case isSaint(before):
		return last - 1
	case in.has(portuguese) && isKinsman(words[last]):
		return last - 1
	}
	return l.double(words, in)
}

// compoundStart finds a listed family name of several words at the end of a name; 0
// for none.
func (l *Lexicon) compoundStart(words []string) int {
	for at := max(1, len(words)-4); at < len(words)-1; at++ {
		if l.pairs[fold(strings.Join(words[at:], "-"))] {
			return at
		}
	}
	return 0
}

// isKinsman tells words that Portuguese puts behind a surname for a namesake.
func isKinsman(word string) bool {
	switch fold(word) {
	case "filho", "neto", "junior", "sobrinho", "segundo":
		return true
	}
	return false
}

// double finds the two surnames of a Spanish or Catalan name: what stands behind the
// given names, two words at most. Elsewhere the last word is the family name.
func (l *Lexicon) double(words []string, in languages) int {
	last := len(words) - 1
	before := words[last-1]
	listed := l.familyIn(before).has(iberian)
	switch {
	case !l.hasTwoSurnames(words, in):
		return last
	case isInitial(before) || closes(before) != "":
		return last
	case l.IsGiven(before) && !listed:
		return last
	case l.givenIn(before).has(spanish|catalan) && !l.familyIn(words[last]).has(iberian):
		return last
	}
	return last - 1
}

// hasTwoSurnames reports whether the bearer of a name is likely to follow the custom
// of Spain: by the given names, and where these are known elsewhere too, by the
// surnames.
func (l *Lexicon) hasTwoSurnames(words []string, in languages) bool {
	last := len(words) - 1
	both := l.familyIn(words[last-1]).has(iberian) && l.familyIn(words[last]).has(iberian)
	switch {
	case in.only(spanish | catalan):
		return true
	case in == 0:
		return both && !isInitial(words[0])
	case !in.has(spanish | catalan):
		return false
	case in.has(english | german | french):
		before := l.familyIn(words[last-1])
		return (both || before.only(iberian) || before.has(iberian) && acute(words)) && !l.isAnglo(words[0])
	}
	return l.iberian(words, in)
}

// acute reports whether a name has a vowel with an acute accent other than e, as
// Spanish writes them.
func acute(words []string) bool {
	return strings.ContainsAny(strings.Join(words, ""), "áíóúÁÍÓÚñ")
}

// iberian reports whether one of the two words at the end is a Spanish surname, and
// neither is one of Portuguese alone.
func (l *Lexicon) iberian(words []string, in languages) bool {
	last := len(words) - 1
	a, b := l.familyIn(words[last-1]), l.familyIn(words[last])
	if a.only(portuguese) || b.only(portuguese) || in.has(portuguese) && (a|b).has(portuguese) && !(a|b).has(iberian) {
		return false
	}
	return a.has(iberian) || b.has(iberian) || in.only(spanish|catalan|portuguese) && in.has(spanish)
}

// pairStart finds two family names joined by a word: Ferrer i Guardia, Ortega y
// Gasset. Spanish
// writes e for y before an i; elsewhere it is Portuguese, which lists under the last.
func pairStart(words []string) int {
	for i := 2; i < len(words)-1; i++ {
		if words[i] == "e" && !strings.HasPrefix(fold(words[i+1]), "i") && !strings.HasPrefix(fold(words[i+1]), "hi") {
			return i + 1
		}
		if words[i] == "y" || words[i] == "i" || words[i] == "e" {
			if i >= 4 && isParticle(words[i-2]) && !isParticle(words[i-3]) && unicode.IsUpper([]rune(words[i-3])[0]) && i-3 > 1 {
				return i - 3
			}
			return i - 1
		}
	}
	return 0
}

// particleStart finds a family name with a particle before or inside it; 0 for a
// name that has none.
func (l *Lexicon) particleStart(words []string, in languages) int {
	for i := 1; i < len(words)-1; i++ {
		switch words[i] {
		case "De", "Le", "La", "Las", "Los", "Du", "Des", "Del", "Della", "Dello", "Di", "Da", "Dal", "Dalla", "Dall'", "Dos", "Das", "D'", "Van", "Vander", "Von", "Ver", "Vom", "Zum", "Zur",
			"Ten", "Ter", "Mac", "Mc", "Ben", "Bar", "Bin", "El", "Al", "Ó", "Ní", "Nic", "Uí", "Mhic", "Lo", "San", "Santa", "Mag", "Ap":
			return i // part of the name for whoever writes it with a capital
		case "bin", "ben", "bar", "abu", "Abu", "du", "des", "le", "lo", "dal", "dalla", "dall'", "dello", "vom", "zum", "zur", "am", "im":
			if words[i+1] == "und" {
				return afterParticles(words, i) // vom und zum Stein
			}
			return i
		case "al", "el", "ul", "ibn":
			return afterParticles(words, i)
		case "von", "van", "zu", "ten", "ter", "te", "der", "den", "af", "av", "op", "in", "'t", "ver":
			return l.northern(words, i, in)
		case "do", "dos", "das":
			return afterParticles(words, i)
		case "di", "della", "dei", "degli", "delle":
			return i
		case "da":
			if in.has(italian) && !in.has(portuguese) {
				return i
			}
			return afterParticles(words, i)
		case "la", "las", "los", "les":
			return i
		case "de", "del", "d'", "de'", "dels", "d’":
			return l.romance(words, i, in)
		}
	}
	return 0
}

// northern places German, Dutch and Scandinavian particles: after the given name,
// but before the family name of those who bear it in English.
func (l *Lexicon) northern(words []string, i int, in languages) int {
	if l.isAnglo(words[0]) && words[0] != "Jan" || in.only(english) {
		return i
	}
	return afterParticles(words, i)
}

// romance places de and its kin. Between two family names it joins them. Otherwise
// French keeps an article with the family name and Spanish does not; both leave de
// behind the given name. Italian and English keep all in front.
func (l *Lexicon) romance(words []string, i int, in languages) int {
	latin := in.has(french | spanish | catalan | portuguese)
	switch {
	case words[i] == "de'":
		return afterParticles(words, i)
	case in.has(italian) && !latin:
		return i
	case in.only(english) || in != 0 && !latin && !in.has(german|indian|african|other|slavic|greek|baltic|romanian):
		return i
	case !latin && isInitial(words[0]) && i == len(words)-2:
		return i // F. W. de Klerk
	case !latin && l.isAnglo(words[0]):
		return i
	}
	if i >= 2 && !isParticle(words[i-1]) && !isInitial(words[i-1]) && closes(words[i-1]) == "" && l.surname(words[i-1]) && !l.isPortuguese(words, in) {
		return i - 1
	}
	if l.isPortuguese(words, in) && !isKinsman(words[len(words)-1]) {
		return len(words) - 1
	}
	next := words[i+1]
	if i+2 < len(words) && (next == "La" || next == "Le" || next == "Las" || next == "Los" || (next == "la" || next == "le") && in.has(french) && !in.only(spanish|catalan)) {
		if l.frenchArticle(words, in) || next[0] == 'L' {
			return i + 1
		}
	}
	return afterParticles(words, i)
}

// isPortuguese reports whether a bearer of Portuguese given names has a surname of
// Portuguese alone.
func (l *Lexicon) isPortuguese(words []string, in languages) bool {
	if in.only(portuguese) {
		return true
	}
	marked := false
	for _, w := range words[1:] {
		marked = marked || l.familyIn(w).only(portuguese)
	}
	return marked && (in == 0 || in.has(portuguese))
}

// surname reports whether a word in the middle of a name is a surname rather than
// another given name.
func (l *Lexicon) surname(word string) bool {
	return !l.IsGiven(word) || l.familyIn(word).has(iberian) && !l.givenIn(word).has(french)
}

// frenchArticle tells whether the bearer is French where the given name is Spanish
// too.
func (l *Lexicon) frenchArticle(words []string, in languages) bool {
	return in.has(french) && (!in.has(spanish) || strings.Contains(words[0], "-"))
}

// article finds a particle that is written together with the name behind it: d'
// stays behind the given name in French, al- in Arabic; both belong to the family
// name for those who write a capital.
func (l *Lexicon) article(words []string) (Name, bool) {
	last := len(words) - 1
	at := elided(words[last])
	if at == 0 || isPatronymic(words[last-1]) {
		return Name{}, false
	}
	in := l.bearer(words)
	if strings.HasPrefix(words[last], "d") && (in.only(english) || in.has(italian) && !in.has(french)) {
		return Name{}, false
	}
	if fold(words[last][at:]) == "din" {
		return l.ofFaith(words), true
	}
	if last > 1 && (isCompound(words[last-1]) || words[last][0] == 'd' && l.french(words, in)) {
		return Name{Family: strings.Join(words[last-1:], " "), Given: strings.Join(words[:last-1], " ")}, true
	}
	given := strings.Join(words[:last], " ") + " " + words[last][:at]
	return Name{Family: words[last][at:], Given: given}, true
}

// ofFaith is the form of a name that ends in a compound with ad-Din, "of the faith":
// Salah ad-Din is one name, and Khayr al-Din that of a family behind another.
func (l *Lexicon) ofFaith(words []string) Name {
	at := len(words) - 2
	return Name{Family: strings.Join(words[at:], " "), Given: strings.Join(words[:at], " ")}
}

// french reports whether the word before d' is a surname, which it goes on: Giscard
// d'Estaing.
func (l *Lexicon) french(words []string, in languages) bool {
	before := words[len(words)-2]
	return in.has(french) && l.surname(before) && nameLike(before) && !isArticle(words[len(words)-3])
}

// elided returns the length of an article in front of a word and written together
// with it, 0 for none: d'Alembert, al-Hakim, ash-Shafii.
func elided(word string) int {
	for _, article := range []string{"d'", "d’", "al-", "el-", "ul-", "as-", "ash-", "at-", "ath-", "ar-", "an-", "az-", "ad-", "adh-", "es-", "ez-", "er-", "et-"} {
		if strings.HasPrefix(word, article) && len(word) > len(article) {
			return len(article)
		}
	}
	return 0
}

// afterParticles returns the index of the first word behind the particles at i.
func afterParticles(words []string, i int) int {
	for i < len(words)-1 && isParticle(words[i]) {
		i++
	}
	return i
}

func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "de", "del", "dels", "la", "las", "los", "le", "les", "el", "al", "von", "van", "der", "den", "zu", "zur", "zum", "vom", "und",
		"ten", "ter", "te", "da", "do", "dos", "das", "di", "della", "dei", "degli", "af", "av", "d'", "d’", "de'", "du", "des", "op", "in", "'t", "ibn", "ul":
		return true
	}
	return false
}

func isArticle(word string) bool { return isParticle(word) && strings.ToLower(word) == word }
