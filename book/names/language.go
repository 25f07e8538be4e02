package names

import "strings"

// languages is a set of languages, or of groups that treat names alike.
type languages uint64

// The languages of the lists. Two are none: anglo marks names that as they are
// spelled are English above all, weak those that are words or places too.
const (
	english languages = 1 << iota
	german            // with Dutch and the Scandinavian languages
	french
	italian
	portuguese
	catalan
	spanish
	slavic
	hungarian
	romanian
	greek
	baltic
	arabic
	persian
	turkish
	hebrew
	indian
	african
	ethiopian
	icelandic
	indonesian
	japanese
	thai
	tibetan
	malay
	burmese
	other
	chinese
	korean
	vietnamese
	khmer
	iberian
	anglo
	weak
)

// languageNamed returns the language that a line of a list begins with; none for
// another word.
func languageNamed(name string) languages {
	const inOrder = "english german french italian portuguese catalan spanish slavic hungarian romanian greek baltic arabic persian " +
		"turkish hebrew indian african ethiopian icelandic indonesian japanese thai tibetan malay burmese other chinese korean " +
		"vietnamese khmer iberian anglo weak"
	for i, known := range strings.Fields(inOrder) {
		if known == name {
			return 1 << i
		}
	}
	return 0
}

// has reports whether the set holds one of the others.
func (in languages) has(others languages) bool { return in&others != 0 }

// only reports whether the set holds some of the others and nothing else.
func (in languages) only(others languages) bool { return in != 0 && in&^others == 0 }

// bearer returns the languages that the given names in front of a name agree on,
// helped by letters that only some languages write; 0 where nothing is known.
func (l *Lexicon) bearer(words []string) languages {
	var in languages
	for _, w := range words[:len(words)-1] {
		if isArticle(w) {
			break
		}
		next := l.givenIn(w)
		switch {
		case next == 0:
		case in == 0:
			in = next
		case in&next != 0:
			in &= next
		}
	}
	if letters := written(strings.Join(words, " ")); letters != 0 && (in == 0 || in&letters != 0) {
		if in == 0 {
			return letters
		}
		return in & letters
	}
	return in
}

// written returns the languages that the letters of a name point to; 0 for all.
func written(name string) languages {
	lower := strings.ToLower(name)
	switch {
	case strings.ContainsAny(lower, "ãõ") || strings.Contains(lower, "ónio") || strings.Contains(lower, "ônio"):
		return portuguese
	case strings.Contains(lower, "ñ"):
		return spanish
	case strings.ContainsAny(lower, "ðþ"):
		return icelandic
	case strings.ContainsAny(lower, "őű"):
		return hungarian
	case strings.ContainsAny(lower, "ğış"):
		return turkish | romanian
	case strings.ContainsAny(lower, "łąęśźż"):
		return slavic | baltic
	case strings.ContainsAny(lower, "èêëîœ"):
		return french | italian | catalan | german | portuguese
	}
	return 0
}
