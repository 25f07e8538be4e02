package address

import (
	"strings"
	"unicode"

	"publish/book"
)

// Set makes the bare addresses of a book's notes and lists of works readable. It
// changes their inlines; the addresses that links lead to stay.
func Set(b *book.Book) {
	s := &setter{titles: titles(b), english: strings.HasPrefix(b.Meta.Language, "en")}
	for _, c := range b.Chapters() {
		for _, n := range c.Notes {
			s.note(n)
		}
	}
	for _, list := range b.WorkLists() {
		for _, e := range list.Entries {
			e.Text = shorten(e.Text)
		}
	}
}

// titles returns the titles of the works in the book's lists by their addresses.
func titles(b *book.Book) map[string]string {
	m := map[string]string{}
	for _, list := range b.WorkLists() {
		for _, e := range list.Entries {
			if e.Work.URL != "" && e.Work.Title != "" && m[key(e.Work.URL)] == "" {
				m[key(e.Work.URL)] = e.Work.Title
			}
		}
	}
	return m
}

// key returns an address for comparing.
func key(address string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(Readable(address)), "www."), "/")
}

type setter struct {
	titles  map[string]string
	english bool
}

// note makes the addresses of one note readable.
func (s *setter) note(n *book.Note) {
	book.WalkBlocks(n.Blocks, func(b book.Block) bool {
		p, ok := b.(*book.Paragraph)
		if !ok {
			return true
		}
		if at, link := only(p.Inlines); link != nil {
			s.entitle(n, p, at, link)
		}
		p.Inlines = shorten(p.Inlines)
		return true
	})
}

// only returns the bare address of a paragraph that is nothing else, but for a few
// words without form before it, such as the name of a site.
func only(inlines []book.Inline) (at int, link *book.Link) {
	words := 0
	for i, in := range inlines {
		switch in := in.(type) {
		case *book.Text:
			if link != nil && strings.IndexFunc(in.Value, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
				return 0, nil
			}
			words += len(strings.Fields(in.Value))
			if strings.ContainsAny(in.Value, "\"“„«") {
				return 0, nil
			}
		case *book.Link:
			if !in.Bare || link != nil {
				return 0, nil
			}
			at, link = i, in
		case *book.CrossRef, *book.Anchor, *book.NoteRef:
			words += len(strings.Fields(book.PlainText([]book.Inline{in})))
		default:
			return 0, nil
		}
	}
	if words > 3 {
		return 0, nil
	}
	return at, link
}

// entitle puts the title of the page before a note's address, if it is known.
func (s *setter) entitle(n *book.Note, p *book.Paragraph, at int, link *book.Link) {
	title := s.titles[key(link.URL)]
	if title == "" {
		title = wikiTitle(link.URL)
	}
	if title == "" {
		return
	}
	quoted := `"` + title + `," `
	switch {
	case strings.ContainsAny(title[len(title)-1:], "?!"):
		quoted = `"` + title + `" `
	case !s.english:
		quoted = `"` + title + `", `
	}
	out := append([]book.Inline(nil), p.Inlines[:at]...)
	out = append(out, &book.Text{Pos: link.Pos, Value: quoted})
	p.Inlines = append(out, p.Inlines[at:]...)
	n.Ties = append(n.Ties, book.Tie{Was: link.URL, Now: quoted + Readable(link.URL)})
}

// shorten returns inlines with their bare addresses as they are printed.
func shorten(inlines []book.Inline) []book.Inline {
	found := false
	book.WalkInlines(inlines, func(in book.Inline) bool {
		link, ok := in.(*book.Link)
		found = found || ok && link.Bare
		return !found
	})
	if !found {
		return inlines
	}
	return book.MapInlines(inlines, func(in book.Inline) []book.Inline {
		link, ok := in.(*book.Link)
		if !ok || !link.Bare {
			return []book.Inline{in}
		}
		words := &book.Text{Pos: link.Pos, Value: Readable(book.PlainText(link.Inlines))}
		return []book.Inline{&book.Link{Pos: link.Pos, URL: link.URL, Bare: true, Inlines: []book.Inline{words}}}
	})
}
