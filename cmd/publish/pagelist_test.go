package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/layout"
)

// Every page of the print edition has one marker in the EPUB, in the order of the
// pages, with the page's folio, and what stands after it is what the page begins
// with: from the first of its words that the page does not share with the last.
func TestPageMarkers(t *testing.T) {
	for _, args := range [][]string{{}, {"--notes", "chapter"}, {"--notes", "foot", "--opening", "any"}, {"--trim", "a4", "--font-size", "9pt"}} {
		t.Run("sample "+strings.Join(args, " "), func(t *testing.T) { checkMarkers(t, append(args, "--sample")...) })
	}
	for _, manifest := range realBooks(t) {
		t.Run(manifest[strings.LastIndexByte(manifest, '/')+1:], func(t *testing.T) { checkMarkers(t, manifest) })
	}
}

func checkMarkers(t *testing.T, args ...string) {
	t.Helper()
	w := prepareTest(t, args...)
	var file bytes.Buffer
	if err := w.epub(false)(&file); err != nil {
		t.Fatal(err)
	}
	text := readMarked(t, file.Bytes())
	var folios []string
	for _, page := range w.doc.Pages {
		folios = append(folios, page.Folio)
	}
	if !slices.Equal(folios, text.folios) {
		t.Fatalf("the markers are of pages %q, want %q", text.folios, folios)
	}
	if !slices.Equal(folios, text.list) {
		t.Errorf("the list is of pages %q, want %q", text.list, folios)
	}
	checkText(t, text, w.book, w.doc.Starts)
	for i, page := range w.doc.Pages {
		checkMarker(t, text, i, page, w.doc.Starts[i])
	}
}

// checkText follows every text of the book through the EPUB: each stands there whole
// and in its order, with no more than a title of the edition's own between two.
func checkText(t *testing.T, text *markedText, b *book.Book, starts []book.PageStart) {
	const between = 600
	at := 0
	find := func(s string) {
		s = strings.Join(strings.FieldsFunc(s, isSpace), "")
		i := bytes.Index(text.text[at:min(len(text.text), at+between+len(s))], []byte(s))
		if i < 0 {
			t.Errorf("%.80q does not stand after %.80q", s, text.text[max(0, at-80):at])
			return
		}
		at += i + len(s)
	}
	inlines := func(list []book.Inline) { find(book.PlainText(list)) }
	for _, c := range b.Chapters() {
		page := slices.IndexFunc(starts, func(s book.PageStart) bool { return s.At == c })
		at = text.marks[page]
		inlines(c.Title)
		book.EachText(c.Blocks, inlines)
	}
	if b.NotePlace != book.NotesBook {
		return
	}
	page := slices.IndexFunc(starts, func(s book.PageStart) bool { return s.At == book.NotesSection })
	for _, c := range b.Chapters() {
		for _, n := range c.Notes {
			at = max(at, text.marks[page])
			book.EachText(n.Blocks, inlines)
		}
	}
}

func isSpace(r rune) bool { return strings.ContainsRune(" \n\t\u00a0\u3000", r) }

// checkMarker compares the text after marker number i with that of its page.
func checkMarker(t *testing.T, text *markedText, i int, page *layout.Page, start book.PageStart) {
	switch start.At.(type) {
	case book.Section, *book.Part, *book.Source, nil:
		return // the editions word these each in their own way
	}
	got, want := text.after(i), firstText(page, start)
	want = want[:min(len(want), sameText(start))]
	for !utf8.ValidString(want) {
		want = want[:len(want)-1]
	}
	skip := strings.Index(got, want)
	if first, _ := utf8.DecodeRuneInString(want); skip > 0 && unicode.IsPunct(first) {
		skip-- // behind the page of a link the page began with the sign after it
	}
	switch {
	case skip < 0:
		t.Errorf("page %s begins %q, its marker stands before %q", page.Folio, want, got[:min(len(got), 80)])
	case skip > 0 && !isRow(start) && !text.whole(i, skip):
		t.Errorf("page %s begins %q, its marker stands too early, before %q", page.Folio, want, got[:skip])
	}
}

// isRow reports whether a page begins in a row of a table, which may be a deep one
// that goes on over the page's end.
func isRow(start book.PageStart) bool {
	_, ok := start.At.(*book.Row)
	return ok
}

// sameText returns how many bytes of the page's text the EPUB words in the same way:
// in the index and in references to chapters only the first few.
func sameText(start book.PageStart) int {
	switch start.At.(type) {
	case *book.IndexEntry:
		return 10
	case *book.CrossRef:
		return 16
	}
	return 24
}

// firstText returns the text of a page, blanks, labels, calls of notes, what is repeated
// from the last page and, unless it begins the page, the caption of a figure left out.
func firstText(page *layout.Page, start book.PageStart) string {
	_, figure := start.At.(*book.Figure)
	var b strings.Builder
	for _, item := range page.Items {
		line, ok := item.(*layout.Line)
		if !ok {
			continue
		}
		for _, w := range line.Words {
			if w.Element == nil || isApart(w.Element) || !figure && w.Element.Role == "Caption" {
				continue
			}
			s := w.Run.Text
			if w.SoftHyphen {
				s = strings.TrimSuffix(s, "-")
			}
			b.WriteString(s)
		}
	}
	return b.String()
}

// isApart reports whether an element is a label or the call of a note.
func isApart(e *layout.Element) bool {
	apart := false
	for ; e != nil; e = e.Parent {
		switch e.Role {
		case "Lbl":
			return true
		case "Reference":
			apart = true
		case "Index", "TOC", "BibEntry":
			return false // their references are text
		}
	}
	return apart
}

// markedText is the text of an EPUB without its blanks and note calls.
type markedText struct {
	text   []byte
	folios []string // of the markers
	marks  []int    // where they stand in the text
	words  []int    // where words begin
	links  [][2]int
	list   []string // the page list
}

// after returns the text after marker number i.
func (m *markedText) after(i int) string {
	return string(m.text[m.marks[i]:min(len(m.text), m.marks[i]+400)])
}

// whole reports whether the text between marker number i and skip bytes after it is
// part of one word or one link.
func (m *markedText) whole(i, skip int) bool {
	from, to := m.marks[i], m.marks[i]+skip
	for _, l := range m.links {
		if l[0] <= from && to < l[1] || l[0]-1 <= from && to < l[1] {
			return true
		}
	}
	at, _ := slices.BinarySearch(m.words, from+1)
	return at == len(m.words) || m.words[at] > to
}

func readMarked(t *testing.T, file []byte) *markedText {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	m := &markedText{}
	for _, name := range spineOf(t, z) {
		m.read(t, open(t, z, "EPUB/"+name))
	}
	return m
}

func open(t *testing.T, z *zip.Reader, name string) []byte {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// spineOf returns the documents in reading order.
func spineOf(t *testing.T, z *zip.Reader) []string {
	t.Helper()
	var p struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := xml.Unmarshal(open(t, z, "EPUB/package.opf"), &p); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, ref := range p.Refs {
		for _, item := range p.Items {
			if item.ID == ref.ID {
				list = append(list, item.Href)
			}
		}
	}
	return list
}

// read adds the text of one document.
func (m *markedText) read(t *testing.T, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	skip, link, pages := 0, 0, false
	word := true // a new word would begin here
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			kind, role := attribute(token, "type"), attribute(token, "role")
			switch {
			case skip > 0 || token.Name.Local == "head" || role == "doc-noteref" || role == "doc-backlink":
				skip++
			case kind == "pagebreak":
				if link > 0 {
					t.Errorf("the marker of page %s stands inside a link", attribute(token, "aria-label"))
				}
				m.folios = append(m.folios, attribute(token, "aria-label"))
				m.marks = append(m.marks, len(m.text))
				if !word && !m.betweenWords() {
					t.Errorf("the marker of page %s stands inside a word", attribute(token, "aria-label"))
				}
			case token.Name.Local == "nav":
				pages = kind == "page-list"
			}
			if token.Name.Local == "a" && skip == 0 {
				link++
				m.links = append(m.links, [2]int{len(m.text), 1 << 30})
			}
			if !isPhrase(token.Name.Local) {
				word = true
			}
		case xml.EndElement:
			if skip > 0 {
				skip--
			} else if token.Name.Local == "a" {
				link--
				m.links[len(m.links)-1][1] = len(m.text)
			}
			if !isPhrase(token.Name.Local) {
				word = true
			}
		case xml.CharData:
			if pages && link > 0 {
				m.list = append(m.list, string(token))
			}
			if skip == 0 {
				word = m.add(string(token), word)
			}
		}
	}
}

// betweenWords reports whether a word may end where the text does: after a dash,
// and beside an ideograph.
func (m *markedText) betweenWords() bool {
	r, _ := utf8.DecodeLastRune(m.text)
	return r == '—' || r >= 0x3000
}

// add appends characters; word tells whether a new word would begin with the first
// of them, and with what follows.
func (m *markedText) add(s string, word bool) bool {
	for _, r := range s {
		if isSpace(r) {
			word = true
			continue
		}
		if word {
			m.words = append(m.words, len(m.text))
		}
		word = false
		m.text = utf8.AppendRune(m.text, r)
	}
	return word
}

func isPhrase(name string) bool {
	return slices.Contains([]string{"span", "em", "strong", "a", "sup", "sub", "s", "code", "i", "wbr", "cite"}, name)
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
