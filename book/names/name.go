package names

import "strings"

// Name is a person's name in the parts by which it is sorted. Given is empty for a
// name that is never turned round: a mononym, or one that begins with the family
// name as it is.
type Name struct {
	Family string // "Ferrer i Guardia", "Mao Zedong"
	Given  string // with titles and the particles that follow: "Ludwig von"
	Suffix string // Jr., III
}

// Inverted returns the name as a list gives it: Family, Given, Suffix.
func (n Name) Inverted() string {
	s := n.Family
	if n.Given != "" {
		s += ", " + n.Given
	}
	if n.Suffix != "" {
		s += ", " + n.Suffix
	}
	return s
}

// Parse finds the parts of a name given in the order in which it is spoken. It
// takes for granted that the words are the name of a person. A name that is turned
// round already stays so. The qualifier of a title in brackets stays at the end.
func (l *Lexicon) Parse(name string) Name {
	if n, _, known := l.judged(name); known {
		return n
	}
	name, qualifier := unqualified(name)
	n := l.whole(parts(name))
	if qualifier == "" {
		return n
	}
	switch {
	case n.Suffix != "":
		n.Suffix += " " + qualifier
	case n.Given != "":
		n.Given += " " + qualifier
	default:
		n.Family += " " + qualifier
	}
	return n
}

// unqualified parts a title from what stands in brackets at its end.
func unqualified(name string) (before, qualifier string) {
	name = strings.TrimSpace(strings.ReplaceAll(name, "_", " "))
	if i := strings.LastIndex(name, " ("); i > 0 && strings.HasSuffix(name, ")") {
		return name[:i], name[i+1:]
	}
	return name, ""
}

// whole finds the parts of a name with its titles and suffixes.
func (l *Lexicon) whole(words []string) Name {
	if len(words) < 2 {
		return Name{Family: strings.Join(words, " ")}
	}
	words, suffix := l.cutSuffix(words)
	if n, ok := l.exception(words); ok {
		return n.suffixed(suffix)
	}
	if n, ok := turned(words); ok {
		return n.suffixed(suffix)
	}
	if n, ok := l.titled(words); ok {
		return n.suffixed(suffix)
	}
	return l.parse(words).suffixed(suffix)
}

// parse finds the parts of a name without titles and suffixes.
func (l *Lexicon) parse(words []string) Name {
	if n, ok := l.exception(words); ok {
		return n
	}
	if len(words) < 2 {
		return Name{Family: strings.Join(words, " ")}
	}
	if n, ok := l.hungarian(words); ok {
		return n
	}
	if l.stays(words) {
		return Name{Family: strings.Join(words, " ")}
	}
	if n, ok := l.article(words); ok {
		return n
	}
	at := l.familyStart(words)
	n := Name{Family: strings.Join(words[at:], " "), Given: strings.Join(words[:at], " ")}
	if at > 0 && words[at] == "bin" {
		n.Family = "B" + n.Family[1:] // the first word of a heading that begins a name
	}
	return n
}

func (n Name) suffixed(suffix string) Name {
	n.Suffix = suffix
	return n
}

// Listed reports whether a name is one of those whose form the list of exceptions gives.
func (l *Lexicon) Listed(name string) bool {
	_, ok := l.exception(parts(name))
	return ok
}

// exception returns the form of a name that no rule finds.
func (l *Lexicon) exception(words []string) (Name, bool) {
	n, ok := l.irregular[fold(strings.Join(words, " "))]
	if !ok {
		return Name{}, false
	}
	at := len(strings.Fields(n.Given)) // the list may write it with other marks
	if strings.ToLower(n.Family) == n.Family && n.Given != "" && strings.ToLower(n.Given) == n.Given {
		return n, true // who writes it small: bell hooks
	}
	return Name{Family: strings.Join(words[at:], " "), Given: strings.Join(words[:at], " ")}, true
}

// turned returns a name that has a comma: turned round already, or with a title
// behind it that stays there.
func turned(words []string) (Name, bool) {
	for i, w := range words[:len(words)-1] {
		if !strings.HasSuffix(w, ",") {
			continue
		}
		family := strings.TrimSuffix(strings.Join(words[:i+1], " "), ",")
		if isTitle(words[i+1]) && len(words) > i+2 {
			return ennobled(family, words[i+1:]), true
		}
		return Name{Family: family, Given: strings.Join(words[i+1:], " ")}, true
	}
	return Name{}, false
}

// ennobled is the form of a name with a title behind it: that of a lord or a duke,
// under whose title he is known, goes to the front (Chicago 18, ch. 15, "Titles of
// nobility"). That of a sovereign is left as it is.
func ennobled(name string, title []string) Name {
	if front, rest, ok := strings.Cut(name, " "); ok && isTitle(front) {
		return Name{Family: rest, Given: front + ", " + strings.Join(title, " ")} // Prince Philip, Duke of Edinburgh
	}
	at := 1
	for at < len(title)-1 && (title[at] == "of" || isArticle(title[at])) {
		at++
	}
	switch title[0] {
	case "King", "Queen", "Emperor", "Empress", "Tsar", "Tsarina", "Sultan", "Prince", "Princess", "Saint", "St.":
		return Name{Family: name + ", " + strings.Join(title, " ")}
	}
	return Name{Family: strings.Join(title[at:], " "), Given: name + ", " + strings.Join(title[:at], " ")}
}

// parts returns the words of a name. A nickname in quotation marks or brackets is
// one word, and never the last.
func parts(name string) []string {
	var words []string
	var closing string
	for _, w := range strings.Fields(strings.ReplaceAll(name, "_", " ")) {
		if closing != "" {
			words[len(words)-1] += " " + w
		} else {
			words = append(words, w)
			closing = closes(w)
		}
		if closing != "" && strings.HasSuffix(w, closing) {
			closing = ""
		}
	}
	if last := len(words) - 1; last > 1 && closes(words[last]) != "" {
		words[last-1], words[last] = words[last], words[last-1]
	}
	return words
}

// closes returns the mark that ends a nickname beginning with a word; "" for a word
// that begins none.
func closes(word string) string {
	for _, pair := range []string{`""`, "“”", "()", "‘’", "„“", "«»"} {
		open := pair[:len(pair)/2]
		if strings.HasPrefix(word, open) {
			return pair[len(open):]
		}
	}
	return ""
}
