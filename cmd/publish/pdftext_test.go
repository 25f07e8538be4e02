package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"publish/book"
	"publish/layout"
	"publish/output/validators"
)

// TestTextOrder holds the text of PDFs, as a reader of the structure and one of the
// pages get it, to the layout word by word, and to the book: all of its text is there,
// in the order in which the book is read. pdfinfo draws a page again for each piece of
// its text: 20 seconds for 350 pages.
func TestTextOrder(t *testing.T) {
	for _, args := range [][]string{{}, {"--notes", "foot", "--trim", "a4"}, studyFlags()} {
		t.Run("sample "+strings.Join(args, " "), func(t *testing.T) { checkPDFText(t, append(args, "--sample")...) })
	}
	if testing.Short() {
		return
	}
	for _, manifest := range realBooks(t) {
		t.Run(filepath.Base(manifest), func(t *testing.T) { checkPDFText(t, manifest) })
	}
}

func checkPDFText(t *testing.T, args ...string) {
	// The pages of links are not text of the book.
	w := prepareTest(t, append(args, "--links-inside", "none")...)
	path := writePDF(t, w)
	checkOpenings(t, w.doc)
	checkPages(t, w.doc, validators.PDFText(t, path, "-raw"))
	if testing.Short() {
		return
	}
	nodes, text := validators.PDFStructure(t, path)
	checkStructure(t, w.doc, nodes)
	checkBookText(t, w.book, squeeze(text))
}

// prepareTest runs the stages up to the pages.
func prepareTest(t testing.TB, args ...string) *writer {
	t.Helper()
	p := &program{stdout: io.Discard, stderr: io.Discard}
	var w *writer
	cmd := p.buildCommand()
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		p.start(book.Error)
		var err error
		w, err = p.prepare(args)
		return err
	}
	p.flags.shape.set = cmd.Flags()
	cmd.SetArgs(append(args, "-q"))
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	return w
}

func writePDF(t testing.TB, w *writer) string {
	t.Helper()
	var file bytes.Buffer
	if err := w.pdf(w.doc)(&file); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// squeeze leaves out blanks, and the characters that only say where a line may end.
func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\n", "", "\f", "", "\t", "", "\u00A0", "", "\u202F", "", "\u3000", "", "\u00AD", "", "\u200B", "").Replace(s)
}

// shown is the text of a word of the layout, without the hyphen of a line's end.
func shown(w *layout.Word) string {
	text := w.Run.Text
	if w.SoftHyphen {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text
}

// checkStructure holds the elements that have text to those of the layout: the same
// roles in the same order with the same text.
func checkStructure(t *testing.T, doc *layout.Document, nodes []validators.Node) {
	t.Helper()
	own := map[*layout.Element]*strings.Builder{}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if line, ok := item.(*layout.Line); ok {
				for i := range line.Words {
					w := &line.Words[i]
					if own[w.Element] == nil {
						own[w.Element] = &strings.Builder{}
					}
					own[w.Element].WriteString(shown(w))
				}
			}
		}
	}
	var want, got []string
	var walk func(e *layout.Element)
	walk = func(e *layout.Element) {
		if b := own[e]; b != nil && squeeze(b.String()) != "" {
			want = append(want, string(e.Role)+" "+squeeze(b.String()))
		}
		for _, kid := range e.Kids {
			walk(kid)
		}
	}
	walk(doc.Root)
	for _, n := range nodes {
		if text := squeeze(strings.Join(n.Texts, "")); text != "" {
			got = append(got, n.Role+" "+text)
		}
	}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("element %d with text is\n%q, want\n%q", i, got[min(i, len(got)-1)], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d elements with text, want %d", len(got), len(want))
	}
}

// checkOpenings holds the parts and chapters to the order of their pages.
func checkOpenings(t *testing.T, doc *layout.Document) {
	t.Helper()
	pageOf := map[*layout.Element]int{}
	for i, page := range doc.Pages {
		for _, item := range page.Items {
			if line, ok := item.(*layout.Line); ok && len(line.Words) > 0 {
				pageOf[line.Words[0].Element] = i
			}
		}
	}
	last := 0
	var walk func(e *layout.Element)
	walk = func(e *layout.Element) {
		if e.Role == "H1" {
			if pageOf[e] < last {
				t.Errorf("%q is read after what stands on page %d, and stands on page %d", e.Parent.Title, last+1, pageOf[e]+1)
			}
			last = pageOf[e]
		}
		for _, kid := range e.Kids {
			walk(kid)
		}
	}
	walk(doc.Root)
}

// checkPages holds the text of every page to that of the layout, in the order of the
// page.
func checkPages(t *testing.T, doc *layout.Document, text string) {
	t.Helper()
	pages := strings.Split(text, "\f")
	if len(pages) != len(doc.Pages)+1 {
		t.Fatalf("text of %d pages, want %d", len(pages)-1, len(doc.Pages))
	}
	for i, page := range doc.Pages {
		var want strings.Builder
		for _, item := range page.Items {
			if line, ok := item.(*layout.Line); ok {
				for k := range line.Words {
					want.WriteString(shown(&line.Words[k]))
				}
			}
		}
		if got := squeeze(pages[i]); got != squeeze(want.String()) {
			t.Errorf("page %d reads\n%q, want\n%q", i+1, got, squeeze(want.String()))
		}
	}
}

// checkBookText looks for the text of the book in the text of the PDF, piece by piece, each
// after the one before it. Numbers of notes and pages and labels may stand between.
func checkBookText(t *testing.T, b *book.Book, text string) {
	t.Helper()
	at := 0
	for _, piece := range bookPieces(b) {
		piece = squeeze(piece)
		i := strings.Index(text[at:], piece)
		if i < 0 {
			t.Fatalf("no %q after %q", piece, text[max(0, at-200):at])
		}
		at += i + len(piece)
	}
}

// bookPieces lists the text of a book in reading order, parted where the layout puts
// numbers of its own.
func bookPieces(b *book.Book) []string {
	pieces := []string{b.Meta.Title, b.Meta.Subtitle}
	inlines := func(list []book.Inline) {
		piece := ""
		book.WalkInlines(list, func(in book.Inline) bool {
			switch in := in.(type) {
			case *book.Text:
				piece += in.Value
			case *book.CodeSpan:
				piece += in.Value
			case *book.NoteRef, *book.PageRef:
				pieces = append(pieces, piece)
				piece = ""
			}
			return true
		})
		pieces = append(pieces, piece)
	}
	chapters := func(list []*book.Chapter) {
		for _, ch := range list {
			inlines(ch.Title)
			book.EachText(ch.Blocks, inlines)
		}
	}
	chapters(b.Front)
	for _, part := range b.Parts {
		pieces = append(pieces, part.Title)
		chapters(part.Chapters)
	}
	chapters(b.Back)
	if b.NotePlace == book.NotesBook {
		for _, ch := range b.Chapters() {
			for _, note := range ch.Notes {
				book.EachText(note.Blocks, inlines)
			}
		}
	}
	for _, source := range b.Sources {
		pieces = append(pieces, source.Title)
	}
	return pieces
}
