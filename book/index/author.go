package index

import (
	"strings"

	"publish/book"
	"publish/book/names"
)

// authorsOf returns the surnames of the authors of the works that the reading lists and the
// notes of a book name, by the stems of their titles with and without the subtitle.
func (x *indexer) authorsOf(b *book.Book) map[string]string {
	authors := map[string]string{}
	note := func(title, author string) {
		main, _, _ := strings.Cut(title, ":")
		for _, key := range [...]string{keyOfTitle(title), keyOfTitle(main)} {
			if authors[key] == "" && key != "" {
				authors[key] = author
			}
		}
	}
	if b.Bibliography != nil {
		for _, e := range b.Bibliography.Entries {
			var families []string
			for _, a := range e.Work.Authors {
				families = append(families, a.Family)
			}
			if len(families) > 0 && e.Work.Title != "" {
				note(e.Work.Title, joinedAuthors(families))
			}
		}
	}
	for _, c := range x.chapters {
		for _, n := range c.Notes {
			book.EachText(n.Blocks, func(inlines []book.Inline) { x.citedAuthors(inlines, note) })
		}
	}
	return authors
}

// citedAuthors notes the titles in italic that stand in a note behind the names of their
// authors and a comma: Brian Swimme and Mary Evelyn Tucker, Journey of the Universe.
func (x *indexer) citedAuthors(inlines []book.Inline, note func(title, author string)) {
	before := ""
	for _, in := range inlines {
		e, ok := in.(*book.Emphasis)
		if !ok {
			before = book.PlainText([]book.Inline{in})
			continue
		}
		if author := x.authorsIn(before); author != "" {
			note(book.PlainText(e.Inlines), author)
		}
		before = ""
	}
}

// authorsIn returns the surnames of the persons whose names end a text, with a comma behind
// them; "" where something else stands there.
func (x *indexer) authorsIn(text string) string {
	text, ok := strings.CutSuffix(strings.TrimSpace(text), ",")
	if !ok {
		return ""
	}
	text = text[strings.LastIndexAny(text, ";:")+1:]
	text = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(text), "See "), "In ")
	var families []string
	for _, name := range strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, ", and ", ", "), " and ", ", "), ", ") {
		name = strings.TrimSpace(name)
		switch words := wordsOf(name); {
		case len(words) == 1 && isCapital(name) && len(name) > 2 && !x.stemClass(name).has(isGeneral|isKind):
			families = append(families, name)
		case len(words) > 1 && x.names.Person(name) != names.No:
			families = append(families, x.names.Parse(name).Family)
		default:
			return ""
		}
	}
	return joinedAuthors(families)
}

// joinedAuthors returns one surname or two, or the first of more.
func joinedAuthors(families []string) string {
	switch len(families) {
	case 1:
		return families[0]
	case 2:
		return families[0] + " and " + families[1]
	}
	return families[0] + " and others"
}

// authorOf returns the surname of the person who wrote the work that stands at from..to: the
// text names the author next to the title, or a note or a reading list does.
func (x *indexer) authorOf(c *chapter, p *paragraph, from, to int, title string) string {
	if from > p.from {
		if w := &x.words[c.tokens[from-1].word]; w.possessive && w.capital && x.isProper(w.stem) && !w.class.has(isGeneral|isDemonym|isBroad) {
			return withoutPossessive(w.text)
		}
	}
	if author := x.authors[keyOfTitle(title)]; author != "" {
		return author
	}
	if to+1 < p.to && x.words[c.tokens[to].word].text == "by" {
		return x.surnameAt(c, p, to+1)
	}
	before := from - 1
	if before <= p.from || c.tokens[from].marks&(opens|comma) != 0 {
		return ""
	}
	switch x.words[c.tokens[before].word].text {
	case "wrote", "published", "authored": // Bakunin published Statism and Anarchy
		return x.surnameBefore(c, p, before)
	case "In", "in": // In Debt, David Graeber argues
		if to < p.to && c.tokens[to].marks&comma != 0 && c.tokens[before].marks&opens != 0 {
			return x.surnameAt(c, p, to)
		}
	}
	return ""
}

// surnameAt returns the last word of the name that begins at a token, "" for none.
func (x *indexer) surnameAt(c *chapter, p *paragraph, at int) string {
	last := ""
	for i := at; i < min(at+4, p.to); i++ {
		w := &x.words[c.tokens[i].word]
		if !w.capital || i > at && c.tokens[i].marks&parted != 0 && !endsInStop(last) {
			break
		}
		last = withoutPossessive(w.text)
	}
	if at < p.to && (x.names.IsGiven(x.words[c.tokens[at].word].text) || isInitialed(x.words[c.tokens[at].word].text) || x.known[stemOf(last)] != "") {
		return last
	}
	return ""
}

// surnameBefore returns the surname that ends before a token, "" where no name does.
func (x *indexer) surnameBefore(c *chapter, p *paragraph, at int) string {
	i := at - 1
	if i < p.from || c.tokens[at].marks&parted != 0 {
		return ""
	}
	w := &x.words[c.tokens[i].word]
	if w.class.has(isAdverb) && i > p.from && !w.capital && c.tokens[i].marks&parted == 0 {
		i--
		w = &x.words[c.tokens[i].word]
	}
	if !w.capital || w.class.has(isFunction|isGeneral) || w.possessive || !x.isProper(w.stem) {
		return ""
	}
	if i > p.from && c.tokens[i].marks&parted == 0 && x.names.IsGiven(x.words[c.tokens[i-1].word].text) || x.known[stemOf(w.text)] != "" {
		return w.text
	}
	return ""
}
