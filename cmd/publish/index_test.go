package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"publish/book"
	"publish/layout"
)

// TestSameIndex holds that the index has the same entries, locators and references
// in the pages, in the EPUB and in the dump, and that each locator and reference is
// a link.
func TestSameIndex(t *testing.T) {
	t.Run("sample", func(t *testing.T) { sameIndex(t, "--sample") })
	t.Run("real", func(t *testing.T) {
		for _, manifest := range realBooks(t) {
			sameIndex(t, manifest)
		}
	})
}

func sameIndex(t *testing.T, source string) {
	w := writerTest(t, source)
	if w.book.Index == nil || len(w.book.Index.Groups) == 0 {
		t.Fatalf("%s: no index", source)
	}
	compareLines(t, source+": pages", printedIndex(w.doc), wantedIndex(w, true))
	compareLines(t, source+": EPUB", epubIndex(t, w), wantedIndex(w, false))
	dump, messages, status := publishTest(t, "dump", "-q", "--stage", "index", source)
	if status != 0 {
		t.Fatalf("exit status %d\n%s", status, messages)
	}
	var dumped, headings []string
	for line := range strings.Lines(dump) {
		if !strings.HasPrefix(line, "==") {
			dumped = append(dumped, strings.TrimSpace(line))
		}
	}
	eachEntry(w.book.Index, func(e *book.IndexEntry, _ int) { headings = append(headings, book.PlainText(e.Heading)) })
	for i := range min(len(dumped), len(headings)) {
		if strings.HasPrefix(dumped[i], headings[i]) {
			dumped[i] = headings[i]
		}
	}
	compareLines(t, source+": dump", dumped, headings)
}

// writerTest runs the stages up to the pages.
func writerTest(t *testing.T, source string) *writer {
	t.Helper()
	var out, messages bytes.Buffer
	p := &program{stdout: &out, stderr: &messages}
	cmd := p.command()
	build, _, err := cmd.Find([]string{"build"})
	if err != nil {
		t.Fatal(err)
	}
	var w *writer
	build.RunE = func(_ *cobra.Command, args []string) error {
		p.start(book.Warning)
		w, err = p.prepare(args)
		return err
	}
	cmd.SetArgs([]string{"build", "-q", source})
	if err := cmd.Execute(); err != nil {
		t.Fatalf("%v\n%s", err, messages.String())
	}
	return w
}

func eachEntry(ix *book.Index, f func(e *book.IndexEntry, depth int)) {
	var walk func(entries []*book.IndexEntry, depth int)
	walk = func(entries []*book.IndexEntry, depth int) {
		for _, e := range entries {
			f(e, depth)
			walk(e.Sub, depth+1)
		}
	}
	for _, g := range ix.Groups {
		walk(g.Entries, 0)
	}
}

// wantedIndex returns the entries as an edition words them, each with the number of
// its links.
func wantedIndex(w *writer, print bool) []string {
	var out []string
	where := folios(w.doc)
	eachEntry(w.book.Index, func(e *book.IndexEntry, depth int) {
		text, links := book.PlainText(e.Heading), len(e.See)+len(e.SeeAlso)
		for _, l := range book.PageLocators(e.Locators, func(id string) string { return where[id] }) {
			text += ", " + l.String()
			links++
		}
		inBrackets := print && depth > 0
		text += wantedRefs(e.See, "See", inBrackets) + wantedRefs(e.SeeAlso, "See also", inBrackets)
		out = append(out, fmt.Sprintf("%s [%d]", plainBlanks(text), links))
	})
	return out
}

func wantedRefs(refs []book.IndexRef, word string, inBrackets bool) string {
	var list []string
	for _, r := range refs {
		list = append(list, book.PlainText(r.Heading))
	}
	switch {
	case len(list) == 0:
		return ""
	case inBrackets:
		return " (" + strings.ToLower(word) + " " + strings.Join(list, "; ") + ")"
	}
	return ". " + word + " " + strings.Join(list, "; ")
}

func compareLines(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d entries, want %d", what, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("%s:\ngot  %q\nwant %q", what, got[i], want[i])
			return
		}
	}
}

// entryText is the text of an entry as it is read back, and its links.
type entryText struct {
	text  strings.Builder
	links map[any]bool
}

func (e *entryText) String() string {
	return fmt.Sprintf("%s [%d]", plainBlanks(e.text.String()), len(e.links))
}

// plainBlanks makes one blank of each run of blanks of any kind.
func plainBlanks(s string) string { return strings.Join(strings.Fields(s), " ") }

// printedIndex reads the entries of the index off the pages: they are the items of
// the lists in the structure tree under Index.
func printedIndex(doc *layout.Document) []string {
	root := elementOf(doc.Root, "Index")
	entries := map[*layout.Element]*entryText{}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok {
				continue
			}
			for i, word := range line.Words {
				readWord(entries, root, word, i == 0)
			}
		}
	}
	var out []string
	var walk func(*layout.Element)
	walk = func(at *layout.Element) {
		if e := entries[at]; e != nil {
			out = append(out, e.String())
		}
		for _, kid := range at.Kids {
			walk(kid)
		}
	}
	walk(root)
	return out
}

// readWord adds a word to the entry that it belongs to.
func readWord(entries map[*layout.Element]*entryText, root *layout.Element, word layout.Word, first bool) {
	var link, entry *layout.Element
	for e := word.Element; e != nil && e != root; e = e.Parent {
		if e.Role == "Link" {
			link = e
		}
		if e.Role == "LBody" && entry == nil {
			entry = e
		}
	}
	if entry == nil {
		return
	}
	e := entries[entry]
	if e == nil {
		e = &entryText{links: map[any]bool{}}
		entries[entry] = e
	}
	if link != nil {
		e.links[link] = true
	}
	if word.Space || first && !strings.HasSuffix(e.text.String(), "-") && !strings.HasSuffix(e.text.String(), "–") {
		e.text.WriteByte(' ')
	}
	e.text.WriteString(word.Run.Text)
}

// elementOf returns the first element of a role.
func elementOf(e *layout.Element, role layout.Role) *layout.Element {
	if e.Role == role {
		return e
	}
	for _, kid := range e.Kids {
		if found := elementOf(kid, role); found != nil {
			return found
		}
	}
	return nil
}

// epubIndex reads the entries of the index from the documents of the EPUB.
func epubIndex(t *testing.T, w *writer) []string {
	t.Helper()
	var data bytes.Buffer
	if err := w.epub(false)(&data); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(data.Bytes()), int64(data.Len()))
	if err != nil {
		t.Fatal(err)
	}
	// The documents in their order: index, index-2 … index-10.
	slices.SortStableFunc(archive.File, func(a, b *zip.File) int {
		return cmp.Or(cmp.Compare(len(a.Name), len(b.Name)), strings.Compare(a.Name, b.Name))
	})
	var out []string
	for _, f := range archive.File {
		if !strings.HasSuffix(f.Name, ".xhtml") || !strings.Contains(f.Name, "index") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		entries, err := entriesIn(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out = append(out, entries...)
	}
	return out
}

// entriesIn reads the list items of type index-entry of one document.
func entriesIn(r io.Reader) ([]string, error) {
	var all, open []*entryText
	depths := []bool{} // of the elements around, whether they are entries
	d := xml.NewDecoder(r)
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			isEntry := false
			for _, a := range token.Attr {
				isEntry = isEntry || a.Name.Local == "type" && a.Value == "index-entry"
			}
			depths = append(depths, isEntry)
			if isEntry {
				open = append(open, &entryText{links: map[any]bool{}})
				all = append(all, open[len(open)-1])
			} else if token.Name.Local == "a" && len(open) > 0 {
				links := open[len(open)-1].links
				links[len(links)] = true
			}
		case xml.EndElement:
			if depths[len(depths)-1] {
				open = open[:len(open)-1]
			}
			depths = depths[:len(depths)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text.Write(token)
			}
		}
	}
	var out []string
	for _, e := range all {
		out = append(out, e.String())
	}
	return out, nil
}
