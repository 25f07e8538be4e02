package book

import (
	"strings"
)

// reading is an item of a reading list, taken out of its chapter.
type reading struct {
	Pos
	section string
	inlines []Inline
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
// pictures that are not there and headings with nothing below them, and puts the
// levels of the others in order.
func (d *draft) cut(m *Manifest, pictures map[string]*Picture) {
	blocks := d.present(d.article.Blocks, pictures)
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
func (d *draft) extract(blocks []Block, kind sectionKind) []Block {
	var rest []Block
	for i := 0; i < len(blocks); {
		h, ok := blocks[i].(*Heading)
		if !ok || kindOf(PlainText(h.Inlines)) != kind {
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
func sectionEnd(blocks []Block, start int) int {
	level := blocks[start].(*Heading).Level
	for i := start + 1; i < len(blocks); i++ {
		if h, ok := blocks[i].(*Heading); ok && h.Level <= level {
			return i
		}
	}
	return len(blocks)
}

// takes keeps what a section lists and reports whether it did: a section that
// holds more than a list stays where it is.
func (d *draft) takes(kind sectionKind, h *Heading, section []Block) bool {
	if len(section) == 0 || !isListing(section) {
		return false
	}
	items, others := listed(sectionName(PlainText(h.Inlines)), section)
	if kind == seeAlsoSection && !allLinks(items) {
		return false
	}
	class := DropBibliogr
	if kind == seeAlsoSection {
		class = DropSeeAlso
	}
	d.drop(h.Pos, class, PlainText(h.Inlines))
	for _, other := range others {
		d.drop(other.Pos, class, other.Text)
	}
	for _, item := range items {
		link := onlyLink(item.inlines)
		if link != nil && (kind == seeAlsoSection || link.Target != "") {
			d.related = append(d.related, link)
			if rest := strings.TrimSpace(strings.Replace(PlainText(item.inlines), PlainText(link.Inlines), "", 1)); rest != "" {
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
func onlyLink(inlines []Inline) *WikiLink {
	var link *WikiLink
	count, words := 0, 0
	WalkInlines(inlines, func(in Inline) bool {
		switch in := in.(type) {
		case *WikiLink:
			link = in
			count++
			return false
		case *Link:
			count += 2
			return false
		case *Text:
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
		WalkInlines(item.inlines, func(in Inline) bool {
			switch in.(type) {
			case *WikiLink, *Link:
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
func isListing(blocks []Block) bool {
	listing := true
	EachText(blocks, func(inlines []Inline) {
		WalkInlines(inlines, func(in Inline) bool {
			if _, ok := in.(*NoteRef); ok {
				listing = false
			}
			return listing
		})
	})
	for _, b := range blocks {
		switch b := b.(type) {
		case *List, *Heading, *Break:
		case *Paragraph:
			if len(strings.Fields(PlainText(b.Inlines))) > listingWords {
				return false
			}
		default:
			return false
		}
	}
	return listing && countBlocksOf(blocks)
}

// countBlocksOf reports whether any block is more than a heading or a break.
func countBlocksOf(blocks []Block) bool {
	for _, b := range blocks {
		switch b.(type) {
		case *Heading, *Break:
		default:
			return true
		}
	}
	return false
}

// listed returns the items of a section, lists inside lists laid flat, and the
// words that belong to no item: headings inside the section and paragraphs that
// lead up to a list.
func listed(section string, blocks []Block) (items []reading, others []Drop) {
	for i, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			others = append(others, Drop{Pos: b.Pos, Text: PlainText(b.Inlines)})
			section = sectionName(PlainText(b.Inlines))
		case *Paragraph:
			next, more := Block(nil), i+1 < len(blocks)
			if more {
				next = blocks[i+1]
			}
			if _, list := next.(*List); list && onlyLink(b.Inlines) == nil && !hasLink(b.Inlines) {
				others = append(others, Drop{Pos: b.Pos, Text: PlainText(b.Inlines)})
				continue
			}
			items = append(items, reading{b.Pos, section, b.Inlines})
		case *List:
			for _, item := range b.Items {
				items = append(items, listedItem(section, item, &others)...)
			}
		}
	}
	return items, others
}

// listedItem returns an item of a list and those of the lists inside it.
func listedItem(section string, item Item, others *[]Drop) []reading {
	var items []reading
	for i, b := range item.Blocks {
		if p, ok := b.(*Paragraph); ok && i > 0 {
			if last := len(items) - 1; last >= 0 {
				joined := append([]Inline(nil), items[last].inlines...)
				items[last].inlines = append(append(joined, &Text{p.Pos, " "}), p.Inlines...)
				continue
			}
		}
		inner, drops := listed(section, []Block{b})
		items = append(items, inner...)
		*others = append(*others, drops...)
	}
	return items
}

func hasLink(inlines []Inline) bool {
	found := false
	WalkInlines(inlines, func(in Inline) bool {
		switch in.(type) {
		case *Link, *WikiLink, *Emphasis:
			found = true
		}
		return !found
	})
	return found
}

// withoutEmpty returns the blocks without headings that have nothing below them.
func (d *draft) withoutEmpty(blocks []Block) []Block {
	kept := make([]Block, 0, len(blocks))
	next := 0 // level of the heading kept last, 0 at the end, 7 for text
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := blocks[i].(type) {
		case *Heading:
			if next <= b.Level {
				d.drop(b.Pos, DropEmptyHead, PlainText(b.Inlines))
				continue
			}
			next = b.Level
		case *Break:
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
func countWords(blocks []Block) int {
	words := 0
	EachText(blocks, func(inlines []Inline) { words += wordsIn(inlines) })
	WalkBlocks(blocks, func(b Block) bool {
		if v, ok := b.(*Verbatim); ok {
			words += len(strings.Fields(v.Text))
		}
		return true
	})
	return words
}

// wordsIn counts the words of the inlines: runs of characters between blanks,
// whatever inlines they are spread over.
func wordsIn(inlines []Inline) int {
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
	WalkInlines(inlines, func(in Inline) bool {
		switch in := in.(type) {
		case *Text:
			count(in.Value)
		case *CodeSpan:
			count(in.Value)
		case *LineBreak:
			inside = false
		}
		return true
	})
	return words
}
