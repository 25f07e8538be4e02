package assembly

import (
	"strings"
	"unicode/utf8"

	"publish/book"
)

// shortTitle is the greatest length of a chapter's short title, in characters: as
// much small caps at 9 pt as stands in a measure of 102 mm beside a folio.
const shortTitle = 45

// entitle gives the chapter its title, short title and ID.
func (d *draft) entitle(ids idents) {
	d.Title = flatten(d.article.Heading)
	if len(d.Title) == 0 {
		d.Title = []book.Inline{&book.Text{Pos: d.article.Pos, Value: d.article.Title}}
	}
	if d.spec.Title != "" {
		if own := book.PlainText(d.Title); own != d.spec.Title && own != d.article.Title {
			d.drop(d.article.Pos, book.DropTitle, own)
		}
		d.Title = []book.Inline{&book.Text{Pos: d.spec.Pos, Value: d.spec.Title}}
	}
	d.Title = book.MapInlines(d.Title, func(in book.Inline) []book.Inline {
		if t, ok := in.(*book.Text); ok {
			return []book.Inline{&book.Text{Pos: t.Pos, Value: t.Value}}
		}
		return []book.Inline{in}
	})
	plain := book.PlainText(d.Title)
	d.Short = shorten(plain, shortTitle)
	slug := book.Slug(plain)
	if slug == "" {
		slug = "chapter"
	}
	d.ID = ids.take(slug)
}

// reportTitles reports chapters whose titles nobody can tell apart.
func reportTitles(drafts []*draft, diags *book.Diags) {
	first := map[string]*draft{}
	for _, d := range drafts {
		title := book.PlainText(d.Title)
		key := book.FoldTitle(title)
		if other := first[key]; other != nil {
			diags.Add(book.TitleTwice, d.spec.Pos, "%q and %q both have the title %q", other.Article, d.Article, title).
				Hint("give one of the two another title in the manifest")
		} else {
			first[key] = d
		}
	}
}

// shorten returns a title in no more than limit characters: cut before a colon or
// a bracket if what is left says enough, else after a word, with an ellipsis.
func shorten(title string, limit int) string {
	title = strings.Join(strings.Fields(title), " ")
	if utf8.RuneCountInString(title) <= limit {
		return title
	}
	for _, mark := range []string{": ", " (", "; ", " – ", " — ", ", "} {
		head, _, ok := strings.Cut(title, mark)
		if n := utf8.RuneCountInString(head); ok && n >= 8 && n <= limit {
			return head
		}
	}
	cut := string([]rune(title)[:limit-1])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return trimLastWords(cut) + "…"
}

// trimLastWords takes off words that no line should end with.
func trimLastWords(s string) string {
	for {
		s = strings.TrimRight(s, " ,;:.-–—(")
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			return s
		}
		switch strings.ToLower(s[i+1:]) {
		case "a", "an", "the", "of", "in", "on", "and", "or", "to", "for", "by", "from", "with", "at", "as":
			s = s[:i]
		default:
			return s
		}
	}
}

// flatten returns the inlines without links, notes and pictures, as a title or
// heading needs them.
func flatten(inlines []book.Inline) []book.Inline {
	plain := true
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in.(type) {
		case *book.Link, *book.WikiLink, *book.CrossRef, *book.NoteRef, *book.Image, *book.Anchor, *book.PageRef:
			plain = false
		}
		return plain
	})
	if plain {
		return inlines
	}
	return book.MapInlines(inlines, func(in book.Inline) []book.Inline {
		switch in := in.(type) {
		case *book.Link:
			return in.Inlines
		case *book.WikiLink:
			return in.Inlines
		case *book.CrossRef:
			return in.Inlines
		case *book.NoteRef, *book.Image, *book.Anchor, *book.PageRef:
			return nil
		}
		return []book.Inline{in}
	})
}
