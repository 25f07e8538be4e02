package style

import (
	"strings"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/line"
)

// Full returns the full citation of a work for a note, without an end: Jane Doe, The
// Screw (Leeds: Forme, 1931). The pages are left to the caller.
func (s *Setter) Full(e *entry.Entry, pos book.Pos) []book.Inline {
	w := &writer{Setter: s, e: e, pos: pos}
	if who := noteHeads(e, s.terms); who != "" {
		w.text(who + ", ")
	}
	w.out = append(w.out, w.noteTitle(e.TitleLine, e.Part, true)...)
	w.out = append(w.out, line.Inlines(w.noteTail(), e.Links, pos)...)
	return w.out
}

// Short returns the shortened citation of a work: Doe, Screw.
func (s *Setter) Short(e *entry.Entry, pos book.Pos) []book.Inline {
	w := &writer{Setter: s, e: e, pos: pos}
	if who := families(e, s.terms); who != "" {
		w.text(who + ", ")
	}
	w.out = append(w.out, w.noteTitle(ShortTitle(e.TitleLine), e.Part, false)...)
	return w.out
}

// ShortTitle returns a title without its subtitle.
func ShortTitle(title line.Line) line.Line {
	for _, sep := range []string{": ", ". ", "; ", " – ", " - ", "? ", "! "} {
		if head, _, ok := strings.Cut(title, sep); ok && len(strings.Fields(head)) > 1 {
			return head + strings.Trim(sep, ":.;–- ")
		}
	}
	return title
}

// noteTitle returns a title in italic or quotation marks; comma puts one into the
// quotation if more follows.
func (w *writer) noteTitle(title line.Line, part, more bool) []book.Inline {
	if !part {
		return []book.Inline{&book.Emphasis{Pos: w.pos, Inlines: line.Inlines(title, w.e.Links, w.pos)}}
	}
	title = singleQuotes(title)
	if more && w.noteTail() != "" && strings.HasPrefix(w.noteTail(), " ") && !hasEnd(title) && !strings.HasPrefix(w.noteTail(), " (") {
		title += ","
	}
	return line.Inlines(string(rune(line.QuoteOn))+title+string(rune(line.QuoteOff)), w.e.Links, w.pos)
}

// noteTail returns container and imprint of a full citation.
func (w *writer) noteTail() line.Line {
	e := w.e
	imprint := w.imprint()
	brackets := ""
	if imprint != "" {
		brackets = " (" + imprint + ")"
	}
	switch e.Kind {
	case book.ChapterWork:
		return joined(", ", " "+strings.ToLower(w.terms.in)+" "+italic(e.Container), w.credits(false)) + brackets
	case book.ArticleWork, book.WebWork:
		if e.Container == "" {
			return brackets
		}
		numbers := ""
		if e.Volume != "" {
			numbers = " " + e.Volume
		}
		if e.Issue != "" {
			numbers += ", " + w.terms.no + " " + e.Issue
		}
		if numbers == "" {
			return " " + italic(e.Container) + comma("x", joined(", ", e.Publisher, w.date()))
		}
		if when := w.date(); when != "" {
			numbers += " (" + when + ")"
		}
		return " " + italic(e.Container) + numbers
	}
	if credits := w.credits(false); credits != "" && len(e.Authors) > 0 {
		return ", " + credits + brackets
	}
	return brackets
}

// noteHeads returns the people of a work in the order in which names are spoken.
func noteHeads(e *entry.Entry, t terms) string {
	switch {
	case len(e.Authors) > 0:
		return people(e.Authors, false, t)
	case len(e.Editors) == 1 && e.Kind != book.ChapterWork:
		return people(e.Editors, false, t) + ", " + t.ed + "."
	case len(e.Editors) > 0 && e.Kind != book.ChapterWork:
		return people(e.Editors, false, t) + ", " + t.eds + "."
	}
	return ""
}

// families returns the family names of a work's people.
func families(e *entry.Entry, t terms) string {
	list := e.Authors
	if len(list) == 0 && e.Kind != book.ChapterWork {
		list = e.Editors
	}
	var short []book.PersonName
	for _, n := range list {
		short = append(short, book.PersonName{Family: n.Family})
	}
	if len(short) > 3 {
		return short[0].Family + " et al."
	}
	return people(short, false, t)
}
