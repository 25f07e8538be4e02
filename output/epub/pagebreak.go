package epub

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// pageBreak is a page of the print edition that begins after so many bytes of the
// text of something.
type pageBreak struct {
	folio  string
	offset int
}

// pageBreaks tells, by what they begin in, where the pages begin that no marker
// stands for yet.
type pageBreaks map[any][]pageBreak

// pageBreaksOf puts the pages by what they begin in. A page without text of the book
// begins where the next one does.
func pageBreaksOf(starts []book.PageStart) pageBreaks {
	breaks := make(pageBreaks)
	var blank []string
	for _, s := range starts {
		if s.At == nil {
			blank = append(blank, s.Folio)
			continue
		}
		for _, folio := range blank {
			breaks[s.At] = append(breaks[s.At], pageBreak{folio, s.Offset})
		}
		blank = blank[:0]
		breaks[s.At] = append(breaks[s.At], pageBreak{s.Folio, s.Offset})
	}
	return breaks
}

// take returns the pages that begin in something, each only once.
func (b pageBreaks) take(at any) []pageBreak {
	list := b[at]
	if list != nil {
		delete(b, at)
	}
	return list
}

// The elements of a marker: among words, and between blocks. The style sheet keeps
// the latter on the screen of what comes after it.
const (
	amongWords    = "span"
	betweenBlocks = "div"
)

// pageBreaks writes the markers of all pages that begin in something before it.
func (e *edition) pageBreaks(m *markup, at any, element string) {
	for _, p := range e.breaks.take(at) {
		m.ids = append(m.ids, e.pageID(p.folio))
		m.buf = e.appendMarker(m.buf, p.folio, element)
		if element == betweenBlocks {
			m.raw("\n")
		}
	}
}

// breakPages puts markers into what was written of something, from a place on.
func (e *edition) breakPages(m *markup, from int, at any) {
	list := e.breaks.take(at)
	if len(list) == 0 {
		return
	}
	text := bytes.Clone(m.buf[from:])
	scan, done, link := markupScan{buf: text, parted: true}, 0, 0
	m.buf = m.buf[:from]
	for _, p := range list {
		place := max(scan.pagePlace(p.offset), done)
		for ; link < len(m.links) && m.links[link].at < from+place; link++ {
			m.links[link].at += len(m.buf) - from - done
		}
		m.buf = append(m.buf, text[done:place]...)
		m.buf = e.appendMarker(m.buf, p.folio, amongWords)
		done = place
		m.ids = append(m.ids, e.pageID(p.folio))
	}
	for ; link < len(m.links); link++ {
		if m.links[link].at >= from {
			m.links[link].at += len(m.buf) - from - done
		}
	}
	m.buf = append(m.buf, text[done:]...)
}

// appendMarker appends the marker of a page. The element has content of its own to
// be spoken, the folio, and none to be seen.
func (e *edition) appendMarker(buf []byte, folio, element string) []byte {
	m := markup{buf: buf}
	m.raw("<" + element + ` epub:type="pagebreak" role="doc-pagebreak"`)
	m.attr("id", e.pageID(folio))
	m.attr("aria-label", folio)
	m.raw(`></` + element + `>`)
	return m.buf
}

// pageID returns the ID of the marker of a page. The low line keeps it apart from
// the IDs of the book, which have none.
func (e *edition) pageID(folio string) string { return "page_" + folio }

// pagePlace returns where in a run of markup a page begins before which so many
// bytes of text stand, blanks left out: there, or in front of the word or link that
// the page's end divides, so that a reader who turns to the page misses nothing.
// Calls of notes and addresses do not count. It goes on where it stopped, so that the
// places of all pages take one pass.
func (s *markupScan) pagePlace(offset int) int {
	for s.at < len(s.buf) {
		if s.buf[s.at] == '<' {
			s.tag()
		} else {
			r, size := s.character()
			if s.links == 0 && isIdeograph(r) && isIdeograph(s.last) {
				s.place = s.at
			}
			if s.count >= offset && !isBlank(r) && !s.call {
				return s.place
			}
			s.pass(r, size)
		}
		if s.parted && s.links == 0 && !s.opened {
			s.place = s.at
		}
	}
	return len(s.buf)
}

// markupScan reads markup of this package: tags and characters.
type markupScan struct {
	buf    []byte
	at     int
	place  int  // where a page may begin
	count  int  // bytes of text so far
	links  int  // open ones
	call   bool // in the call of a note
	parted bool // no word goes on here
	opened bool // an element began since the last character
	last   rune
}

// pass goes on behind a character, whose markup has a length.
func (s *markupScan) pass(r rune, size int) {
	s.at += size
	s.opened = false
	blank := isBlank(r)
	if !blank && !s.call {
		s.count += utf8.RuneLen(r)
	}
	s.parted, s.last = blank || r == '—', r
}

// tag passes over a tag. A line break parts words.
func (s *markupScan) tag() {
	end := s.at + bytes.IndexByte(s.buf[s.at:], '>') + 1
	tag := s.buf[s.at:end]
	s.at = end
	switch {
	case bytes.HasPrefix(tag, []byte("<br")):
		s.parted = true
		return
	case bytes.HasPrefix(tag, []byte("</a>")):
		s.links--
		s.call = false
	case bytes.HasPrefix(tag, []byte("<a ")):
		s.links++
		s.call = bytes.Contains(tag, []byte(`role="doc-noteref"`)) || bytes.Contains(tag, []byte(addressRole))
	}
	s.opened = s.opened || tag[1] != '/'
}

// character returns the character at hand and the length of its markup.
func (s *markupScan) character() (rune, int) {
	rest := s.buf[s.at:]
	if rest[0] != '&' {
		return utf8.DecodeRune(rest)
	}
	end := bytes.IndexByte(rest, ';') + 1
	switch string(rest[:end]) {
	case "&lt;":
		return '<', end
	case "&gt;":
		return '>', end
	case "&quot;":
		return '"', end
	}
	return '&', end
}

// isBlank reports whether a character parts words.
func isBlank(r rune) bool { return strings.ContainsRune(" \n\t\u00a0\u3000", r) }

// isIdeograph reports whether a character is a word, or as good as one, by itself.
func isIdeograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
