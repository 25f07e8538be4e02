package names

import "strings"

// With returns a lexicon that follows an editor's judgements before its own rules:
// the titles of persons are names, with the form given or, where that is empty, with
// the one of the rules; the titles of others are none. Marks and case do not count.
// l is not changed.
func (l *Lexicon) With(persons map[string]Name, others []string) *Lexicon {
	with := *l
	with.edited = make(map[string]Name, len(persons))
	with.refused = make(map[string]bool, len(others))
	for title, n := range persons {
		if n == (Name{}) {
			n = l.forced(title)
		}
		with.edited[edited(title)] = n
	}
	for _, title := range others {
		with.refused[edited(title)] = true
	}
	return &with
}

// edited is the form in which titles are compared with those of an editor.
func edited(title string) string {
	return strings.Join(strings.Fields(fold(strings.ReplaceAll(title, "_", " "))), " ")
}

// forced turns a name round whose words the rules would leave as they are: its last
// word is the family name.
func (l *Lexicon) forced(title string) Name {
	n := l.Parse(title)
	words := parts(title)
	if last := len(words) - 1; n.Given == "" && last > 0 {
		return Name{Family: words[last], Given: strings.Join(words[:last], " ")}
	}
	return n
}

// Inverted returns the name that a heading such as "Ligt, Bart de" gives; one
// without a comma is never turned round.
func Inverted(heading string) Name {
	family, given, _ := strings.Cut(heading, ",")
	return Name{Family: strings.TrimSpace(family), Given: strings.TrimSpace(given)}
}

// judged returns what an editor says of a title: its form if it is a person's name.
func (l *Lexicon) judged(title string) (n Name, person, known bool) {
	if len(l.edited) == 0 && len(l.refused) == 0 {
		return Name{}, false, false
	}
	key := edited(title)
	if n, ok := l.edited[key]; ok {
		return n, true, true
	}
	return Name{Family: strings.TrimSpace(strings.ReplaceAll(title, "_", " "))}, false, l.refused[key]
}
