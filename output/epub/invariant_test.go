package epub

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"publish/book"
)

// arrangements are books of all shapes that Write has to cope with.
func arrangements(t testing.TB) map[string]*book.Book {
	t.Helper()
	chapterNotes := sampleBook(t)
	chapterNotes.NotePlace = book.NotesChapter
	bare := sampleBook(t)
	bare.Index, bare.Bibliography, bare.Sources, bare.Front, bare.Back = nil, nil, nil, nil, nil
	bare.Parts = []*book.Part{{Chapters: bare.Body()}}
	return map[string]*book.Book{
		"sample": sampleBook(t), "notes by chapter": chapterNotes, "bare": bare,
		"large": largeBook(120), "long": longBook(t),
	}
}

// longBook has a chapter that is too long for one file, with more notes than one
// file may hold.
func longBook(t testing.TB) *book.Book {
	t.Helper()
	b := largeBook(5)
	c := b.Parts[0].Chapters[0]
	g := wordList{seed: 7}
	for i := 100; i < 1400; i++ {
		id := "long-" + strings.Repeat("x", i%3) + letter(i)
		note := &book.Note{ID: id + "-n", Number: len(c.Notes) + 1, Refs: []string{id + "-r"}, Blocks: []book.Block{para(text(g.words(8)))}}
		c.Notes = append(c.Notes, note)
		c.Blocks = append(c.Blocks, para(text(g.words(60)), &book.NoteRef{ID: note.Refs[0], Note: note.ID, Number: note.Number}))
		if i%40 == 0 {
			c.Blocks = append(c.Blocks, head(2, id+"-h", g.words(3)))
		}
	}
	return b
}

var reference = regexp.MustCompile(`(?:href|src)="([^":]*)"`)

// Every link resolves, every ID is unique, no heading skips a level, no document
// has two headings of the first level or is too long, and calls and notes lead to
// each other. The check is made on the finished bytes, apart from the package's
// own.
func TestInvariants(t *testing.T) {
	for name, b := range arrangements(t) {
		t.Run(name, func(t *testing.T) {
			files, order := unzip(t, write(t, b, sampleOptions(t)))
			if order[0] != "mimetype" || string(files["mimetype"]) != mimetype {
				t.Error("the mimetype does not come first")
			}
			ids := documentIDs(t, files)
			for name, data := range files {
				if !strings.HasSuffix(name, ".xhtml") {
					continue
				}
				if len(data) > 300_000 {
					t.Errorf("%s has %d bytes", name, len(data))
				}
				checkHeadings(t, name, data)
				checkLinks(t, name, data, ids)
			}
			checkNotes(t, files, b)
		})
	}
}

// documentIDs returns the IDs of every file of an edition.
func documentIDs(t *testing.T, files map[string][]byte) map[string]map[string]bool {
	t.Helper()
	all := make(map[string]map[string]bool)
	for name, data := range files {
		all[name] = make(map[string]bool)
		if !strings.HasSuffix(name, ".xhtml") {
			continue
		}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllSubmatch(data, -1) {
			id := string(m[1])
			if all[name][id] {
				t.Errorf("%s: ID %q twice", name, id)
			}
			all[name][id] = true
		}
	}
	return all
}

func checkLinks(t *testing.T, name string, data []byte, ids map[string]map[string]bool) {
	t.Helper()
	for _, m := range reference.FindAllSubmatch(data, -1) {
		file, fragment, _ := strings.Cut(string(m[1]), "#")
		target := name
		switch {
		case strings.HasPrefix(file, "../"):
			target = "EPUB/" + file[3:]
		case file != "":
			target = name[:strings.LastIndexByte(name, '/')+1] + file
		}
		if ids[target] == nil || fragment != "" && !ids[target][fragment] {
			t.Errorf("%s: %q leads nowhere", name, m[1])
		}
	}
}

func checkHeadings(t *testing.T, name string, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	level, first := 0, 0
	for {
		token, err := d.Token()
		if err != nil {
			break
		}
		e, ok := token.(xml.StartElement)
		if !ok || len(e.Name.Local) != 2 || e.Name.Local[0] != 'h' || e.Name.Local == "hr" {
			continue
		}
		n := int(e.Name.Local[1] - '0')
		if level > 0 && n > level+1 {
			t.Errorf("%s: heading %d after %d", name, n, level)
		}
		if level = n; n == 1 {
			first++
		}
	}
	if first > 1 {
		t.Errorf("%s: %d headings of the first level", name, first)
	}
}

// checkNotes follows every call to its note and every backlink to its call.
func checkNotes(t *testing.T, files map[string][]byte, b *book.Book) {
	t.Helper()
	calls := regexp.MustCompile(`<sup><a href="[^"]*#([^"]*)" id="([^"]*)" epub:type="noteref" role="doc-noteref">`)
	back := regexp.MustCompile(`<a class="backlink" href="[^"]*#([^"]*)"`)
	var called, returned []string
	to := make(map[string]string)
	for _, data := range files {
		for _, m := range calls.FindAllSubmatch(data, -1) {
			called = append(called, string(m[2]))
			to[string(m[2])] = string(m[1])
		}
		for _, m := range back.FindAllSubmatch(data, -1) {
			returned = append(returned, string(m[1]))
		}
	}
	want := 0
	for _, c := range b.Chapters() {
		for _, n := range c.Notes {
			for _, ref := range n.Refs {
				want++
				if to[ref] != n.ID {
					t.Errorf("call %s leads to %q, want %s", ref, to[ref], n.ID)
				}
			}
		}
	}
	if len(called) != want || len(returned) != want {
		t.Errorf("%d calls, %d links back, want %d of each", len(called), len(returned), want)
	}
}

// What breaks a promise of the book's type is an error that names the place, and
// nothing is written.
func TestBrokenBook(t *testing.T) {
	at := book.Pos{File: "a.md", Line: 3, Col: 7}
	tests := []struct {
		name, says string
		spoil      func(*book.Book)
	}{
		{"dangling reference", `a.md:3:7: the-press.xhtml: reference to "nowhere"`, func(b *book.Book) {
			add(b, &book.CrossRef{Pos: at, Target: "nowhere", Inlines: plainText("x")})
		}},
		{"missing picture", `a.md:3:7: picture "x.png" is not in the book`, func(b *book.Book) { add(b, &book.Image{Pos: at, Source: "x.png"}) }},
		{"wiki link", `a.md:3:7: wiki link to "X" was not resolved`, func(b *book.Book) { add(b, &book.WikiLink{Pos: at, Target: "X"}) }},
		{"ID twice", `ID "at-1" stands in`, func(b *book.Book) { add(b, &book.Anchor{Pos: at, ID: "at-1"}) }},
		{"no date", "no date", func(b *book.Book) { b.Meta.Date = b.Meta.Date.AddDate(-2025, -2, 0) }},
	}
	for _, test := range tests {
		b := sampleBook(t)
		test.spoil(b)
		var buf bytes.Buffer
		err := Write(&buf, b, Options{})
		if err == nil || !strings.Contains(err.Error(), test.says) || buf.Len() > 0 {
			t.Errorf("%s: got error %v and %d bytes, want %q", test.name, err, buf.Len(), test.says)
		}
	}
}

// add appends an inline to the first chapter.
func add(b *book.Book, in book.Inline) {
	c := b.Parts[0].Chapters[0]
	c.Blocks = append(c.Blocks, para(in))
}

// Strange characters in every string come out as well-formed XML.
func TestSafetyStrings(t *testing.T) {
	const s = "a\x00b\x1b<&>\"'\uFFFE\xff]]>"
	b := sampleBook(t)
	b.Meta.Title, b.Meta.Subtitle, b.Meta.Rights, b.Meta.Series = s, s, s, s
	b.Meta.Authors[0].Name = s
	b.Sources[0].Title, b.Sources[0].URL = s, "https://example.org/"+s
	c := b.Parts[0].Chapters[0]
	c.Title, c.Short = plainText(s), s
	add(b, &book.CodeSpan{Value: s})
	add(b, &book.Link{URL: "https://example.org/" + s, Bare: true, Inlines: plainText(s)})
	c.Blocks = append(c.Blocks, &book.Verbatim{Text: s})
	files, _ := unzip(t, write(t, b, Options{Fonts: []Font{{Name: s, Family: s, Weight: 400, Data: []byte("x")}}}))
	for name, data := range files {
		if !strings.HasSuffix(name, ".png") && bytes.ContainsAny(data, "\x00\x1b") {
			t.Errorf("%s holds control characters", name)
		}
	}
}
