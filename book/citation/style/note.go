package style

import (
	"strings"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/line"
)

// Note returns a work as a note cites it in full (Chicago 18, 13.20), without the place
// in it and without a stop at the end.
func (s *Setter) Note(e *entry.Entry, pos book.Pos) []book.Inline {
	w := &writer{Setter: s, e: e, pos: pos}
	parts := w.noteParts()
	if who := w.noteHeads(); who != "" {
		w.text(who + ", ")
	}
	w.out = append(w.out, w.noteTitle(e.TitleLine, len(parts) > 0 && parts[0][0] != ' ')...)
	for i, part := range parts {
		if part[0] != ' ' && !(i == 0 && e.Part) {
			w.text(",")
		}
		if part[0] != ' ' {
			w.text(" ")
		}
		w.out = append(w.out, line.Inlines(part, e.Links, pos)...)
	}
	for _, link := range e.Addresses {
		w.text(", ")
		w.out = append(w.out, w.address(link.URL))
	}
	return w.out
}

// noteHeads returns the people with whom a note begins.
func (w *writer) noteHeads() line.Line {
	e := w.e
	switch {
	case len(e.Authors) > 0:
		return people(e.Authors, false, w.terms)
	case len(e.Editors) == 1 && e.Kind != book.ChapterWork:
		return people(e.Editors, false, w.terms) + ", " + w.terms.ed + "."
	case len(e.Editors) > 1 && e.Kind != book.ChapterWork:
		return people(e.Editors, false, w.terms) + ", " + w.terms.eds + "."
	}
	return ""
}

// noteTitle sets a title; comma is set where a comma follows, which stands inside of
// quotation marks (Chicago 18, 6.9).
func (w *writer) noteTitle(title line.Line, comma bool) []book.Inline {
	if title == "" {
		title = w.e.Title
	}
	if w.e.Part {
		if title = singleQuotes(title); comma && !strings.ContainsRune("?!", lastRune(line.Words(title))) {
			title += ","
		}
		return line.Inlines(string(rune(line.QuoteOn))+title+string(rune(line.QuoteOff)), w.e.Links, w.pos)
	}
	return []book.Inline{&book.Emphasis{Pos: w.pos, Inlines: line.Inlines(title, w.e.Links, w.pos)}}
}

func lastRune(s string) rune {
	var last rune
	for _, r := range s {
		last = r
	}
	return last
}

// noteParts returns what follows the title: one that begins with a blank joins on
// without a comma.
func (w *writer) noteParts() []line.Line {
	e := w.e
	var parts []line.Line
	add := func(part line.Line) {
		if strings.TrimSpace(part) != "" {
			parts = append(parts, part)
		}
	}
	if e.Remark != "" {
		add(" (" + e.Remark + ")")
	}
	switch {
	case e.Container != "" && (e.Kind == book.ArticleWork || e.Kind == book.WebWork):
		add(w.periodical())
	case e.Container != "":
		add(strings.ToLower(w.terms.in) + " " + italic(e.Container))
	}
	inArticle := e.Container != "" && (e.Kind == book.ArticleWork || e.Kind == book.WebWork)
	if e.Volume != "" && !inArticle {
		add(w.terms.vol + " " + e.Volume)
	}
	if e.Issue != "" && !inArticle {
		add(w.terms.no + " " + e.Issue)
	}
	credits := *w.e
	if len(e.Authors) == 0 && e.Kind != book.ChapterWork {
		credits.Editors = nil
	}
	add((&writer{Setter: w.Setter, e: &credits}).credits(false))
	add(e.Edition)
	for _, rest := range e.Rest {
		add(strings.TrimRight(rest, ". "))
	}
	imprint := joined(", ", e.Genre, joined(": ", e.Place, e.Publisher), w.noteDate(inArticle))
	if imprint != "" {
		add(" (" + imprint + ")")
	}
	if e.DOI != "" {
		add("https://doi.org/" + e.DOI)
	}
	return parts
}

// noteDate returns the date of the imprint, "" where the periodical has it.
func (w *writer) noteDate(inArticle bool) string {
	switch {
	case inArticle && w.e.Volume == "" && w.e.Issue == "":
		return ""
	case w.e.Publisher == "" && w.e.Date != "":
		return w.date()
	}
	return w.e.Year
}

// periodical sets a journal or site with volume, issue and date.
func (w *writer) periodical() line.Line {
	e := w.e
	name := e.Container
	if e.Kind == book.ArticleWork {
		name = italic(name)
	}
	if e.Volume != "" {
		name += " " + e.Volume
	}
	if e.Issue != "" {
		name += ", " + w.terms.no + " " + e.Issue
	}
	if e.Volume == "" && e.Issue == "" {
		return joined(", ", name, w.date())
	}
	return name
}

// Short returns the shortened form of a work (Chicago 18, 13.32-13.36): the family
// names of its people, of more than two the first, and the main title.
func (s *Setter) Short(e *entry.Entry, pos book.Pos) []book.Inline {
	var out []book.Inline
	if who := s.families(e); who != "" {
		out = append(out, &book.Text{Pos: pos, Value: who + ", "})
	}
	return append(out, s.ShortTitle(e, pos)...)
}

// ShortTitle returns the main title of a work, with its volume.
func (s *Setter) ShortTitle(e *entry.Entry, pos book.Pos) []book.Inline {
	w := &writer{Setter: s, e: e, pos: pos}
	title := e.TitleLine
	if title == "" {
		title = e.Title
	}
	main, _, _ := strings.Cut(title, ": ")
	w.out = w.noteTitle(strings.TrimRight(main, ".,"), false)
	if e.Volume != "" && e.Container == "" {
		w.text(", " + s.terms.vol + " " + e.Volume)
	}
	return w.out
}

// families returns the family names of a work's people.
func (s *Setter) families(e *entry.Entry) string {
	list := e.Authors
	if len(list) == 0 {
		list = e.Editors
	}
	switch len(list) {
	case 0:
		return ""
	case 1:
		return list[0].Family
	case 2:
		return list[0].Family + " " + s.terms.and + " " + list[1].Family
	}
	return list[0].Family + " et al."
}

// People returns names in their natural order, joined.
func (s *Setter) People(list []book.PersonName) string { return people(list, false, s.terms) }

// Stopped puts what follows a title behind it. Where the title ends in quotation marks
// its comma or full stop goes inside of them, in English (Chicago 18, 6.9); after is
// what is left of the stop.
func (s *Setter) Stopped(words []book.Inline, stop string) (out []book.Inline, after string) {
	if len(words) == 0 || stop == "" || !s.terms.serial || stop[0] != ',' && stop[0] != '.' {
		return words, stop
	}
	last, ok := words[len(words)-1].(*book.Text)
	title, quoted := "", false
	if ok {
		title, quoted = strings.CutSuffix(last.Value, "”")
	}
	if !quoted {
		return words, stop
	}
	if !strings.ContainsRune("?!", lastRune(title)) {
		title += stop[:1]
	}
	out = append(append(out, words[:len(words)-1]...), &book.Text{Pos: last.Pos, Value: title + "”"})
	return out, stop[1:]
}
