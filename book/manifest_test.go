package book

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

const wholeManifest = `title: The Common Press
subtitle: Printers and Their Readers
authors:
  - The Compositors
  - {name: Jane Doe, sort: "Doe, Jane", role: edt}
language: en-GB
identifier: urn:isbn:978-3-16-148410-0
identifiers: [urn:doi:10.1/x]
publisher: The Galley
date: 2026-03-01
rights: CC BY-SA 4.0
source: https://wiki.example/wiki/
description: How books were made.
subjects: [printing, paper]
series: {name: Trades, number: 3}
cover: cover.jpg
articles: ../pages
images: pictures
front: [preface.md]
parts:
  - title: Tools
    chapters:
      - Hand press
      - {article: Ink_maker, title: Makers of Ink}
  - title: Trades
    chapters: ["Binder*"]
back: [afterword.md]
notes: {place: foot, numbering: book}
links: {inside: none, outside: note, codes: true}
index: {file: index.yaml, depth: 3}
bibliography: {works-cited: true}
pdf: {trim: 6x9, opening: any, font-size: 10.5pt, compact: true, attach: [epub, manifest]}
epub: {pages: false, conforms-to: wcag-2.2-aa, certified-by: A Reader}
typography: {dashes: false, spaces: true}
booklet: {scheme: signatures, sheet: 320 x 450 mm, signature: 16, flip: long, paper: 0.12mm, binding: 3 mm, copies: 2, marks: [fold, sewing], spine: right, test-sheet: true}
wrap-cover: {bulk: 1.5, paper: 90g, stock: 0.25mm, bleed: 3.175mm, marks: [crop], spine-title: up, colour: '#17324d', isbn: 0-306-40615-2, add-on: 51995, text: [One., Two.]}
editions: [pdf, large-print]
large-print: {font-size: 24 pt, trim: letter}
study: {paragraphs: true, lines: 5, line-numbering: chapter, margin: wide, questions: ask.md, notes: 2, ruling: blank}
`

func TestReadManifest(t *testing.T) {
	m, diags := ReadManifest("shelf/book.yaml", []byte(wholeManifest), ManifestOptions{})
	if len(diags) > 0 {
		t.Errorf("messages: %v", diags)
	}
	at := func(line, col int) Pos { return Pos{"shelf/book.yaml", line, col} }
	want := &Manifest{
		Pos: Pos{File: "shelf/book.yaml"}, Dir: "shelf",
		Meta: Meta{
			Title: "The Common Press", Subtitle: "Printers and Their Readers",
			Authors:  []Contributor{{"The Compositors", "", "aut"}, {"Jane Doe", "Doe, Jane", "edt"}},
			Language: "en-GB", Identifier: "urn:isbn:978-3-16-148410-0", Identifiers: []string{"urn:doi:10.1/x"}, Publisher: "The Galley",
			Date: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Rights: "CC BY-SA 4.0",
			Source: "https://wiki.example/wiki/", Description: "How books were made.",
			Subjects: []string{"printing", "paper"}, Series: "Trades", SeriesNumber: "3",
			Cover: "cover.jpg", Slug: "the-common-press",
		},
		Articles: "../pages", Images: "pictures",
		Front: []ChapterSpec{{at(19, 9), "preface.md", ""}},
		Back:  []ChapterSpec{{at(27, 8), "afterword.md", ""}},
		Parts: []PartSpec{
			{at(21, 5), "Tools", []ChapterSpec{{at(23, 9), "Hand press", ""}, {at(24, 9), "Ink_maker", "Makers of Ink"}}},
			{at(25, 5), "Trades", []ChapterSpec{{at(26, 16), "Binder*", ""}}},
		},
		Notes: NotesSpec{NotesFoot, ByBook}, Links: LinksSpec{InsideNone, OutsideNote, true},
		Index: IndexSpec{File: "index.yaml", Depth: 3}, Bibliography: BibliographySpec{WorksCited: true},
		PDF: PDFSpec{"6x9", "any", "10.5pt", true, []string{"manifest", "epub"}}, Typography: Typography{}.Without(Dashes),
		EPUB:       EPUBSpec{false, "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", "A Reader"},
		Booklet:    BookletSpec{SchemeSignatures, "320 x 450 mm", 320_000, 450_000, 16, FlipLong, 120, 3000, 2, []string{"fold", "sewing"}, true, true},
		LargePrint: LargePrintSpec{"24pt", "letter"},
		WrapCover:  WrapCoverSpec{135, 250, -1, 3175, []string{"crop"}, SpineUp, &[3]uint8{0x17, 0x32, 0x4d}, "0-306-40615-2", "51995", []string{"One.", "Two."}},
		Fonts:      FontsSpec{System: true},
		Study:      StudySpec{StudyAids{true, 2, true}, 5, true, true, "ask.md", nil},
		Editions:   []string{"pdf", "large-print"},
	}
	if got := m.Place("articles", "../pages"); got != at(17, 11) {
		t.Errorf("the folder of articles is named at %s", got)
	}
	if got := m.Place("articles", "elsewhere"); got != (Pos{File: "shelf/book.yaml"}) {
		t.Errorf("a folder that the manifest does not name stands at %s", got)
	}
	m.places = nil
	if !reflect.DeepEqual(m, want) {
		t.Errorf("got  %+v\nwant %+v", m, want)
	}
	if got := m.Path(m.Articles); got != "pages" {
		t.Errorf("the folder of articles is %q, want pages", got)
	}
}

func TestManifestDefaults(t *testing.T) {
	now := time.Date(2025, 5, 1, 12, 0, 0, 0, time.FixedZone("", 7200))
	src := "title: Ærø & Łódź\nchapters: [A]\nindex: false\nbibliography: false\n"
	m, diags := ReadManifest("book.yaml", []byte(src), ManifestOptions{Now: now})
	if len(diags) > 0 {
		t.Fatalf("messages: %v", diags)
	}
	if m.Meta.Slug != "aero-lodz" || m.Meta.Language != "en" || !m.Meta.Date.Equal(now) || m.Meta.Date.Location() != time.UTC {
		t.Errorf("defaults: %+v", m.Meta)
	}
	if !m.Index.Omit || !m.Bibliography.Omit || m.PDF.Trim != "a5" || m.Editions[0] != "epub" {
		t.Errorf("defaults: %+v", m)
	}
	other, _ := ReadManifest("elsewhere/book.yaml", []byte(src), ManifestOptions{})
	if m.Meta.Identifier != other.Meta.Identifier || !strings.HasPrefix(m.Meta.Identifier, "urn:uuid:") {
		t.Errorf("identifiers %q and %q", m.Meta.Identifier, other.Meta.Identifier)
	}
}

func TestManifestMessages(t *testing.T) {
	const good = "title: T\nchapters: [A]\n"
	for _, test := range []struct{ src, want string }{
		{"", "1:1 manifest-missing"},
		{"- a\n", "1:1 manifest-type"},
		{"title: [\n", "1:1 manifest-syntax"},
		{"title: T\n\tchapters: [A]\n", "2:1 manifest-syntax"},
		{good + "---\ntitle: U\n", "3:1 manifest-syntax"},
		{"chapters: [A]\n", "1:1 manifest-missing"},
		{"title: T\n", "1:1 manifest-missing"},
		{"title:\nchapters: [A]\n", "1:1 manifest-missing"},
		{"title: T\nchapters: []\n", "2:1 manifest-missing"},
		{good + "parts: [{title: P, chapters: [B]}]\n", "3:1 manifest-key"},
		{good + "langauge: en\n", "3:1 manifest-key"},
		{good + "title: U\n", "3:1 manifest-key"},
		{good + "language: klingonish-1\n", "3:11 manifest-value"},
		{good + "language: [en]\n", "3:11 manifest-type"},
		{good + "authors: Jane\n", "3:10 manifest-type"},
		{good + "authors: [{sort: x}]\n", "3:11 manifest-missing"},
		{good + "authors: [{name: x, role: boss}]\n", "3:27 manifest-value"},
		{good + "date: yesterday\n", "3:7 manifest-value"},
		{good + "identifier: urn:isbn:978-3-16-148410-1\n", "3:13 manifest-value"},
		{good + "identifier: my book\n", "3:13 manifest-value"},
		{good + "source: wiki\n", "3:9 manifest-value"},
		{good + "series: Trades\n", "3:9 manifest-type"},
		{good + "pdf: {trim: a7}\n", "3:13 manifest-value"},
		{good + "large-print: {font-size: 12pt}\n", "3:26 manifest-value"},
		{good + "large-print: {trim: a5}\n", "3:21 manifest-value"},
		{good + "study: {lines: none}\n", "3:16 manifest-value"},
		{good + "study: {notes: 21}\n", "3:16 manifest-value"},
		{good + "study: {margin: huge}\n", "3:17 manifest-value"},
		{good + "study: {paragraphs: every}\n", "3:21 manifest-type"},
		{good + "study: true\n", "3:8 manifest-type"},
		{good + "pdf: {font-size: 11}\n", "3:18 manifest-value"},
		{good + "pdf: {colour: red}\n", "3:7 manifest-key"},
		{good + "epub: {pages: 114}\n", "3:15 manifest-type"},
		{good + "editions: [pdf, kindle]\n", "3:17 manifest-value"},
		{good + "editions: pdf\n", "3:11 manifest-type"},
		{good + "notes: {place: top}\n", "3:16 manifest-value"},
		{good + "links: {outside: drop}\n", "3:18 manifest-value"},
		{good + "index: yes please\n", "3:8 manifest-type"},
		{good + "index: {depth: 9}\n", "3:16 manifest-value"},
		{good + "bibliography: {works-cited: maybe}\n", "3:29 manifest-type"},
		{"title: T\nchapters: [../secret]\n", "2:12 path-outside"},
		{"title: T\nchapters: [/etc/passwd]\n", "2:12 path-outside"},
		{"title: T\nchapters: ['C:\\x']\n", "2:12 path-outside"},
		{"title: T\nchapters: [{title: x}]\n", "2:12 manifest-missing"},
		{"title: T\nparts: [{title: P}]\n", "2:9 manifest-missing"},
		{"title: T\nparts: [{chapters: [A]}]\n", "2:9 manifest-missing"},
		{"title: T\nchapters: [1984, Debt: a history]\n", "2:18 manifest-key 2:18 manifest-missing"},
	} {
		_, diags := ReadManifest("book.yaml", []byte(test.src), ManifestOptions{})
		var got []string
		for _, d := range diags {
			if d.Severity != Error || d.File != "book.yaml" {
				t.Errorf("%q: not an error of the manifest: %v", test.src, d)
			}
			got = append(got, fmt.Sprintf("%d:%d %s", d.Line, d.Col, d.Code))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.src, s, test.want)
		}
	}
	_, diags := ReadManifest("book.yaml", []byte(good+"langauge: en\n"), ManifestOptions{})
	if want := "book.yaml:3:1: error: unknown key \"langauge\" [manifest-key]\n  hint: did you mean \"language\"?"; diags[0].String() != want {
		t.Errorf("got %s\nwant %s", diags[0], want)
	}
}

// TestManifestAliases refuses a file whose aliases double at every level.
func TestManifestAliases(t *testing.T) {
	var b strings.Builder
	b.WriteString("title: T\nchapters: &a0 [A, A]\n")
	for i := range 40 {
		fmt.Fprintf(&b, "x%d: &a%d [*a%d, *a%d]\n", i, i+1, i, i)
	}
	b.WriteString("authors: [" + strings.Repeat("*a0, ", 300) + "x]\n")
	_, diags := ReadManifest("book.yaml", []byte(b.String()), ManifestOptions{})
	if !slices.ContainsFunc(diags, func(d Diag) bool { return d.Code == ManifestSyntax }) {
		t.Errorf("the aliases are not refused: %v", diags)
	}
	m, diags := ReadManifest("book.yaml", []byte("title: &t T\nsubtitle: *t\nchapters: [A]\n"), ManifestOptions{})
	if len(diags) > 0 || m.Meta.Subtitle != "T" {
		t.Errorf("one alias: %v %q", diags, m.Meta.Subtitle)
	}
}

func TestFolderManifest(t *testing.T) {
	m := FolderManifest("shelf/The_press", []string{"b.md", "A.md", "Old.md"}, ManifestOptions{})
	if m.Meta.Title != "The press" || m.Meta.Slug != "the-press" || m.Path(m.Articles) != "shelf/The_press" {
		t.Errorf("manifest %+v", m)
	}
	var named []string
	for _, c := range m.Parts[0].Chapters {
		named = append(named, c.Article)
	}
	if got := strings.Join(named, " "); got != "A.md b.md Old.md" || !m.Folder {
		t.Errorf("chapters %q, of a folder: %t", got, m.Folder)
	}
}

func FuzzManifest(f *testing.F) {
	f.Add(wholeManifest)
	f.Add("title: &a [*a]\n")
	f.Add("? [a]: b\n")
	f.Fuzz(func(t *testing.T, src string) {
		m, diags := ReadManifest("book.yaml", []byte(src), ManifestOptions{})
		if m.Meta.Slug == "" || m.Meta.Identifier == "" {
			t.Errorf("%q: no slug or identifier", src)
		}
		if diags.Worst() < Error && (m.Meta.Title == "" || len(m.Parts) == 0) {
			t.Errorf("%q: passes without a title or parts", src)
		}
	})
}

func TestRealManifests(t *testing.T) {
	files, _ := filepath.Glob("../../shared/corpus/books/*.yaml")
	if len(files) == 0 {
		t.Skip("the real books are not on this machine")
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, diags := ReadManifest(file, src, ManifestOptions{})
		if len(diags) > 0 || len(m.Parts) != 5 && len(m.Parts) != 4 {
			t.Errorf("%s: %d parts, %v", file, len(m.Parts), diags)
		}
	}
}
