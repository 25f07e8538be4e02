package assembly

import (
	"strings"

	"publish/book"
)

// reading is an item of a reading list, taken out of its chapter.
type reading struct {
	book.Pos
	section string
	inlines []book.Inline
}

// sectionKind says what a heading makes of the section under it.
type sectionKind uint8

const (
	plainSection sectionKind = iota
	seeAlsoSection
	readingSection
)

// kindOf tells the kind of a section by its heading, whatever its case and a
// colon at its end.
func kindOf(heading string) sectionKind {
	switch sectionName(heading) {
	case "see also", "see also these articles", "related articles", "related pages",
		"siehe auch", "voir aussi", "véase también", "vedi anche", "zie ook", "ver também":
		return seeAlsoSection
	case "further reading", "further readings", "further reading and resources", "bibliography", "books", "sources",
		"recommended reading", "recommended readings", "recommended books", "suggested reading", "reading list", "reading",
		"external links", "external link", "external sources", "links", "literature", "works", "selected works",
		"selected bibliography", "select bibliography", "publications", "writings", "more reading", "resources",
		"weiterführende literatur", "literatur", "weblinks", "bibliographie", "liens externes", "bibliografía",
		"enlaces externos", "bibliografia", "collegamenti esterni":
		return readingSection
	}
	return plainSection
}

// sectionName returns the text of a heading for comparing.
func sectionName(heading string) string {
	return strings.ToLower(strings.Trim(strings.Join(strings.Fields(heading), " "), ": "))
}

// keptWords is the least number of words that a chapter must have left for its
// reading lists to be taken out: an article that is a list from end to end stays
// one.
const keptWords = 40

// cut takes the sections out of the article that the book gathers elsewhere, drops
// pictures that are not there, sets large ones apart, drops headings with nothing below them, and puts the
// levels of the others in order.
func (d *draft) cut(m *book.Manifest, pictures map[string]*book.Picture) {
	blocks := d.lifted(d.present(d.article.Blocks, pictures), pictures)
	rest := d.extract(blocks, seeAlsoSection)
	if !m.Bibliography.Omit {
		before := len(d.dropped)
		text := d.extract(rest, readingSection)
		if countWords(text) >= keptWords || len(d.readings) == 0 {
			rest = text
		} else {
			d.readings, d.dropped = nil, d.dropped[:before]
		}
	}
	d.Blocks = levelled(d.withoutEmpty(rest))
}

// extract returns the blocks without the sections of one kind, and keeps what is
// in those.
func (d *draft) extract(blocks []book.Block, kind sectionKind) []book.Block {
	var rest []book.Block
	for i := 0; i < len(blocks); {
		h, ok := blocks[i].(*book.Heading)
		if !ok || kindOf(book.PlainText(h.Inlines)) != kind {
			rest = append(rest, blocks[i])
			i++
			continue
		}
		end := sectionEnd(blocks, i)
		if section := blocks[i+1 : end]; d.takes(kind, h, section) {
			i = end
			continue
		}
		rest = append(rest, blocks[i])
		i++
	}
	return rest
}

// sectionEnd returns the index behind the last block of the section that the
// heading at start opens.
func sectionEnd(blocks []book.Block, start int) int {
	level := blocks[start].(*book.Heading).Level
	for i := start + 1; i < len(blocks); i++ {
		if h, ok := blocks[i].(*book.Heading); ok && h.Level <= level {
			return i
		}
	}
	return len(blocks)
}

// takes keeps what a section lists and reports whether it did: a section that
// holds more than a list stays where it is.
func (d *draft) takes(kind sectionKind, h *book.Heading, section []book.Block) bool {
	if len(section) == 0 || !isListing(section) {
		return false
	}
	items, others := listed(sectionName(book.PlainText(h.Inlines)), section)
	if kind == seeAlsoSection && !allLinks(items) {
		return false
	}
	class := book.DropBibliogr
	if kind == seeAlsoSection {
		class = book.DropSeeAlso
	}
	d.drop(h.Pos, class, book.PlainText(h.Inlines))
	for _, other := range others {
		d.drop(other.Pos, class, other.Text)
	}
	for _, item := range items {
		link := onlyLink(item.inlines)
		if link != nil && (kind == seeAlsoSection || link.Target != "") {
			d.related = append(d.related, link)
			if rest := strings.TrimSpace(strings.Replace(book.PlainText(item.inlines), book.PlainText(link.Inlines), "", 1)); rest != "" {
				d.drop(item.Pos, class, rest)
			}
			continue
		}
		d.readings = append(d.readings, item)
	}
	return true
}

// onlyLink returns the wiki link of an item that holds one and no link that leads
// elsewhere, nil for any other item.
func onlyLink(inlines []book.Inline) *book.WikiLink {
	var link *book.WikiLink
	count, words := 0, 0
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.WikiLink:
			link = in
			count++
			return false
		case *book.Link:
			count += 2
			return false
		case *book.Text:
			words += len(strings.Fields(in.Value))
		}
		return true
	})
	if count != 1 || words > 12 {
		return nil
	}
	return link
}

// allLinks reports whether every item has a link, as those of a See Also list do.
func allLinks(items []reading) bool {
	for _, item := range items {
		found := false
		book.WalkInlines(item.inlines, func(in book.Inline) bool {
			switch in.(type) {
			case *book.WikiLink, *book.Link:
				found = true
			}
			return !found
		})
		if !found {
			return false
		}
	}
	return true
}

// listingWords is the greatest length of a paragraph that can be an entry of a
// list or the words before one.
const listingWords = 60

// isListing reports whether a section is nothing but lists, with their headings
// and a few words before them, and calls no notes.
func isListing(blocks []book.Block) bool {
	listing := true
	book.EachText(blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			if _, ok := in.(*book.NoteRef); ok {
				listing = false
			}
			return listing
		})
	})
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.List, *book.Heading, *book.Break:
		case *book.Paragraph:
			if len(strings.Fields(book.PlainText(b.Inlines))) > listingWords {
				return false
			}
		default:
			return false
		}
	}
	return listing && countBlocksOf(blocks)
}

// countBlocksOf reports whether any block is more than a heading or a break.
func countBlocksOf(blocks []book.Block) bool {
	for _, b := range blocks {
		switch b.(type) {
		case *book.Heading, *book.Break:
		default:
			return true
		}
	}
	return false
}

// listed returns the items of a section, lists inside lists laid flat, and the
// words that belong to no item: headings inside the section and paragraphs that
// lead up to a list.
func listed(section string, blocks []book.Block) (items []reading, others []book.Drop) {
	for i, b := range blocks {
		switch b := b.(type) {
		case *book.Heading:
			others = append(others, book.Drop{Pos: b.Pos, Text: book.PlainText(b.Inlines)})
			section = sectionName(book.PlainText(b.Inlines))
		case *book.Paragraph:
			next, more := book.Block(nil), i+1 < len(blocks)
			if more {
				next = blocks[i+1]
			}
			if _, list := next.(*book.List); list && onlyLink(b.Inlines) == nil && !hasLink(b.Inlines) {
				others = append(others, book.Drop{Pos: b.Pos, Text: book.PlainText(b.Inlines)})
				continue
			}
			items = append(items, reading{b.Pos, section, b.Inlines})
		case *book.List:
			for _, item := range b.Items {
				items = append(items, listedItem(section, item, &others)...)
			}
		}
	}
	return items, others
}

// listedItem returns an item of a list and those of the lists inside it.
func listedItem(section string, item book.Item, others *[]book.Drop) []reading {
	var items []reading
	for i, b := range item.Blocks {
		if p, ok := b.(*book.Paragraph); ok && i > 0 {
			if last := len(items) - 1; last >= 0 {
				joined := append([]book.Inline(nil), items[last].inlines...)
				items[last].inlines = append(append(joined, &book.Text{Pos: p.Pos, Value: " "}), p.Inlines...)
				continue
			}
		}
		inner, drops := listed(section, []book.Block{b})
		items = append(items, inner...)
		*others = append(*others, drops...)
	}
	return items
}

func hasLink(inlines []book.Inline) bool {
	found := false
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in.(type) {
		case *book.Link, *book.WikiLink, *book.Emphasis:
			found = true
		}
		return !found
	})
	return found
}

// withoutEmpty returns the blocks without headings that have nothing below them.
func (d *draft) withoutEmpty(blocks []book.Block) []book.Block {
	kept := make([]book.Block, 0, len(blocks))
	next := 0 // level of the heading kept last, 0 at the end, 7 for text
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := blocks[i].(type) {
		case *book.Heading:
			if next <= b.Level {
				d.drop(b.Pos, book.DropEmptyHead, book.PlainText(b.Inlines))
				continue
			}
			next = b.Level
		case *book.Break:
			if next < 7 {
				continue // a break before a heading or at the end parts nothing
			}
		default:
			next = 7
		}
		kept = append(kept, blocks[i])
	}
	for i, j := 0, len(kept)-1; i < j; i, j = i+1, j-1 {
		kept[i], kept[j] = kept[j], kept[i]
	}
	return kept
}

// countWords returns the number of words in the blocks.
func countWords(blocks []book.Block) int {
	words := 0
	book.EachText(blocks, func(inlines []book.Inline) { words += wordsIn(inlines) })
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if v, ok := b.(*book.Verbatim); ok {
			words += len(strings.Fields(v.Text))
		}
		return true
	})
	return words
}

// wordsIn counts the words of the inlines: runs of characters between blanks,
// whatever inlines they are spread over.
func wordsIn(inlines []book.Inline) int {
	words, inside := 0, false
	count := func(s string) {
		for i := 0; i < len(s); i++ {
			if s[i] == ' ' {
				inside = false
			} else if !inside {
				inside = true
				words++
			}
		}
	}
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			count(in.Value)
		case *book.CodeSpan:
			count(in.Value)
		case *book.LineBreak:
			inside = false
		}
		return true
	})
	return words
}
