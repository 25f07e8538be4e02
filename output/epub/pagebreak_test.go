package epub

import (
	"strconv"
	"strings"
	"testing"

	"publish/book"
)

// samplePages has a page begin in each kind of thing of the sample book.
func samplePages(b *book.Book) []book.PageStart {
	one, two := b.Parts[0].Chapters[0], b.Parts[1].Chapters[0]
	first, second := one.Blocks[0].(*book.Paragraph), one.Blocks[2].(*book.Paragraph)
	table := two.Blocks[2].(*book.Table)
	ats := []book.PageStart{
		{At: book.TitlePageSection}, {}, {At: book.ImprintSection}, {At: book.ContentsSection},
		{At: b.Parts[0]}, {}, {At: one}, {At: first.Inlines[0], Offset: 7}, {At: first.Inlines[0], Offset: 60},
		{At: one.Blocks[1].(*book.Heading).Inlines[0]}, {At: second.Inlines[0], Offset: 40}, {At: one.SeeAlso[0]},
		{At: two}, {At: two.Blocks[0]}, {At: &table.Body[1]}, {At: two.Blocks[3], Offset: 9},
		{At: one.Notes[0]}, {At: &b.Sources[1]}, {At: &b.Index.Groups[1]},
		{At: b.Index.Groups[2].Entries[0], Offset: 9}, {At: book.ColophonSection},
	}
	for i := range ats {
		ats[i].Folio = strconv.Itoa(i + 1)
		if i < 4 {
			ats[i].Folio = []string{"i", "ii", "iii", "iv"}[i]
		}
	}
	return ats
}

// A page begins in front of the word or link that its first byte falls in, after
// the call of the note before it.
func TestPagePlace(t *testing.T) {
	const call = `<sup><a href="#n" id="r" epub:type="noteref" role="doc-noteref">12</a></sup>`
	for _, test := range []struct {
		markup string
		offset int
	}{
		{`|one two`, 0},
		{`one |two`, 3},
		{`one |two`, 5},
		{`|one two`, 2},
		{"one\u00a0|two", 3},
		{`one two|`, 6},
		{`one |<em>two</em>`, 3},
		{`one |<em>t</em>wo`, 4},
		{`<em>one </em>|two`, 3},
		{`<em>one |two</em>`, 3},
		{`a &amp; |b`, 2},
		{`a |&amp; b`, 1},
		{`one` + call + ` |two`, 3},
		{`one |two` + call + `, three`, 4},
		{`one |<a href="#x">two three</a> four`, 6},
		{`one |(<a href="#x">two</a>) four`, 5},
		{`one <a href="#x">two</a> |four`, 6},
		{`one—|two`, len("one—")},
		{`one—two|`, 100},
		{`one<br/>|two`, 3},
		{`|one-two`, 4},
		{`一|二三`, len("一")},
		{`one <span id="at"></span>two|`, 99},
		{`one |<span id="at"></span>two`, 3},
	} {
		buf := []byte(strings.Replace(test.markup, "|", "", 1))
		want := strings.Index(test.markup, "|")
		if test.offset >= 99 {
			want = len(buf)
		}
		if got := (&markupScan{buf: buf, parted: true}).pagePlace(test.offset); got != want {
			t.Errorf("%s: a page after %d bytes begins at %d: %s|%s", test.markup, test.offset, got, buf[:got], buf[got:])
		}
	}
}

// Links and IDs that stand after a marker are still found.
func TestBreakPages(t *testing.T) {
	b := sampleBook(t)
	files, _ := unzip(t, write(t, b, Options{Pages: samplePages(b)}))
	ids := documentIDs(t, files)
	for name, data := range files {
		if strings.HasSuffix(name, ".xhtml") {
			checkLinks(t, name, data, ids)
		}
	}
	for _, p := range samplePages(b) {
		if !strings.Contains(string(files["EPUB/nav.xhtml"]), `#page_`+p.Folio+`">`+p.Folio+`</a>`) {
			t.Errorf("page %s is not in the list", p.Folio)
		}
	}
}
