package epub

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
	"time"

	"publish/book"
)

// Short forms for the sample book.

func text(s string) *book.Text                 { return &book.Text{Value: s} }
func para(list ...book.Inline) *book.Paragraph { return &book.Paragraph{Inlines: list} }
func em(list ...book.Inline) *book.Emphasis    { return &book.Emphasis{Inlines: list} }
func head(level int, id, s string) *book.Heading {
	return &book.Heading{Level: level, ID: id, Inlines: []book.Inline{text(s)}}
}
func listItem(blocks ...book.Block) book.Item { return book.Item{Blocks: blocks} }
func textCell(s string) book.Cell {
	c := book.Cell{ColSpan: 1, RowSpan: 1}
	if s != "" {
		c.Blocks = []book.Block{para(text(s))}
	}
	return c
}

// picture returns a small PNG.
func samplePicture(t testing.TB, name string) *book.Picture {
	t.Helper()
	im := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range im.Pix {
		im.Pix[i] = byte(i)
	}
	im.SetGray(1, 1, color.Gray{Y: 255})
	var buf bytes.Buffer
	if err := png.Encode(&buf, im); err != nil {
		t.Fatal(err)
	}
	return &book.Picture{
		Name: name, Width: 40, Height: 30,
		Screen: book.PictureFile{MIME: "image/png", Data: buf.Bytes(), Width: 40, Height: 30},
	}
}

// sampleBook returns a small book that holds every kind of block, inline and
// apparatus.
func sampleBook(t testing.TB) *book.Book {
	one, two := firstChapter(), secondChapter()
	preface := &book.Chapter{ID: "preface", Title: []book.Inline{text("Preface")}, Short: "Preface",
		Blocks: []book.Block{para(text("Why this book, in a few words & signs: <, >, “quotes”."))}, Words: 9}
	after := &book.Chapter{ID: "afterword", Title: []book.Inline{text("Afterword")}, Short: "Afterword",
		Blocks: []book.Block{para(text("The end."))}, Words: 2}
	one.SeeAlso = []*book.CrossRef{{Target: "pamphlets", Inlines: []book.Inline{text("Pamphlets")}}}
	return &book.Book{
		Meta: book.Meta{
			Title: "Ink & Paper", Subtitle: "A Small History", Language: "en",
			Authors: []book.Contributor{
				{Name: "Ada Printer", Sort: "Printer, Ada", Role: "aut"},
				{Name: "Bo Setter", Sort: "Setter, Bo", Role: "edt"},
			},
			Identifier: "urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8", Publisher: "The Press",
			Date:   time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
			Rights: "CC BY-SA 4.0", Source: "https://wiki.example.org/wiki/", Description: "On printing.",
			Subjects: []string{"Printing", "History"}, Series: "Trades", SeriesNumber: "2", Slug: "ink-paper", Checksum: "00ff",
		},
		Front:    []*book.Chapter{preface},
		Parts:    []*book.Part{{ID: "part-1", Number: 1, Title: "Beginnings", Chapters: []*book.Chapter{one}}, {ID: "part-2", Number: 2, Title: "Later", Chapters: []*book.Chapter{two}}},
		Back:     []*book.Chapter{after},
		Pictures: map[string]*book.Picture{"The Press (1).png": samplePicture(t, "The Press (1).png")},
		Bibliography: &book.Bibliography{Entries: []*book.Entry{
			{ID: "work-1", Text: []book.Inline{text("Eisenstein, Elizabeth. "), em(text("The Printing Press as an Agent of Change")), text(". Cambridge, 1979.")}, In: []*book.Chapter{one, two}},
			{ID: "work-2", Text: []book.Inline{text("Anonymous. "), em(text("A Sheet")), text(".")}},
		}},
		Index: sampleIndex(one, two),
		Sources: []book.Source{
			{Chapter: one, Title: "Printing Press", URL: "https://wiki.example.org/wiki/Printing_Press"},
			{Chapter: two, Title: "Pamphlets"},
		},
	}
}

func firstChapter() *book.Chapter {
	return &book.Chapter{
		ID: "the-press", Number: 1, Title: []book.Inline{text("The "), em(text("Press"))}, Short: "The Press", Article: "The_Press", Words: 120,
		Blocks: []book.Block{
			para(text("The press was a screw, a plate and patience, "), &book.Anchor{ID: "at-1"}, text("and it changed everything"),
				&book.NoteRef{ID: "ref-1", Note: "note-1", Number: 1}, text(". "), &book.Strong{Inlines: []book.Inline{text("Strong")}},
				text(", "), em(text("stressed "), em(text("and not"))), text(", "), &book.Strike{Inlines: []book.Inline{text("struck")}},
				text(", 10"), &book.Superscript{Inlines: []book.Inline{text("th")}}, text(", H"), &book.Subscript{Inlines: []book.Inline{text("2")}},
				text("O, "), &book.SmallCaps{Inlines: []book.Inline{text("nato")}}, text(" and "), &book.CodeSpan{Value: "a < b && c"}, text(".")),
			head(2, "first-section", "First section"),
			para(text("A word in German: "), &book.Span{Lang: "de", Inlines: []book.Inline{em(text("Buchdruck"))}},
				text(", in Hebrew: "), &book.Span{Lang: "he", Inlines: []book.Inline{text("דפוס")}},
				text(". See "), &book.CrossRef{Target: "pamphlets", Inlines: []book.Inline{text("the next chapter")}},
				&book.PageRef{Target: "pamphlets", Before: " (p. ", After: ")"},
				text(" and "), &book.Link{URL: "https://example.org/a b?q=ü[1]", Inlines: []book.Inline{text("a link"), &book.NoteRef{ID: "ref-2", Note: "note-2", Number: 2}}},
				text(" and "), &book.Link{URL: "https://example.org/path/to-it.html", Bare: true, Inlines: []book.Inline{text("https://example.org/path/to-it.html")}},
				text("; the same again"), &book.NoteRef{ID: "ref-1b", Note: "note-1", Number: 1}, text(".")),
			head(3, "deeper", "Deeper"),
			&book.Quote{Blocks: []book.Block{para(text("He that would live by print."))}},
			&book.List{Tight: true, Items: []book.Item{listItem(para(text("type"))), listItem(para(text("ink")), &book.List{Ordered: true, Start: 3, Tight: true, Items: []book.Item{listItem(para(text("lamp black")))}})}},
			&book.List{Ordered: true, Start: 1, Items: []book.Item{listItem(para(text("Compose.")), para(text("Then proof.")))}},
			&book.DefinitionList{Items: []book.Definition{{Term: []book.Inline{text("forme")}, Blocks: []book.Block{para(text("pages locked in a frame"))}}}},
			&book.Break{},
			&book.Verse{Lines: []book.VerseLine{{Inlines: []book.Inline{text("Of all the trades")}}, {Indent: 1, Inlines: []book.Inline{text("the printer’s is the best,")}}, {}, {Inlines: []book.Inline{text("for it records the rest.")}}}},
		},
		Notes: []*book.Note{
			{ID: "note-1", Number: 1, Refs: []string{"ref-1", "ref-1b"}, Blocks: []book.Block{para(text("A note with "), em(text("a title")), text("."))}},
			{ID: "note-2", Number: 2, Refs: []string{"ref-2"}, Blocks: []book.Block{para(&book.Anchor{ID: "at-3"}, text("A note that ends in a quotation:")), &book.Quote{Blocks: []book.Block{para(text("Enough."))}}}},
		},
	}
}

func secondChapter() *book.Chapter {
	return &book.Chapter{
		ID: "pamphlets", Number: 2, Title: []book.Inline{text("Pamphlets")}, Short: "Pamphlets", Article: "Pamphlets", Words: 80,
		Blocks: []book.Block{
			&book.Figure{Source: "The Press (1).png", Caption: []book.Inline{text("A press at work")}},
			para(text("Sheets "), &book.Anchor{ID: "at-2"}, text("were cheap"), &book.LineBreak{}, text("and quick "),
				&book.Image{Source: "The Press (1).png", Alt: "a small press"}, text(".")),
			&book.Table{
				Caption: []book.Inline{text("Prices")}, Align: []book.Align{book.AlignLeft, book.AlignRight},
				Head: []book.Row{{Cells: []book.Cell{textCell("Sheet"), textCell("Pence")}}},
				Body: []book.Row{
					{Cells: []book.Cell{{Header: true, ColSpan: 1, RowSpan: 1, Blocks: []book.Block{para(text("Broadside"))}}, textCell("1")}},
					{Cells: []book.Cell{{ColSpan: 2, RowSpan: 1, Blocks: []book.Block{para(text("and so on"))}}}},
				},
			},
			&book.Verbatim{Text: "line one\n  line < two", Language: "text"},
			head(2, "second-section", "What they said"),
			para(text("They said "), &book.Anchor{ID: "at-4"}, text("much"), &book.NoteRef{ID: "ref-3", Note: "note-3", Number: 1}, text(".")),
		},
		Notes: []*book.Note{{ID: "note-3", Number: 1, Refs: []string{"ref-3"}, Blocks: []book.Block{para(text("Ibid."))}}},
	}
}

func sampleIndex(one, two *book.Chapter) *book.Index {
	return &book.Index{Groups: []book.IndexGroup{
		{Letter: "", Entries: []*book.IndexEntry{{ID: "ix-1848", Heading: []book.Inline{text("1848")}, Locators: []book.Locator{{From: "at-2", Chapter: two}}}}},
		{Letter: "B", Entries: []*book.IndexEntry{
			{ID: "ix-book", Heading: []book.Inline{text("Books")}, See: []book.IndexRef{{Target: "ix-press", Heading: []book.Inline{text("Press")}}}},
		}},
		{Letter: "P", Entries: []*book.IndexEntry{
			{ID: "ix-press", Heading: []book.Inline{text("Press")},
				Locators: []book.Locator{{From: "at-1", To: "ref-1b", Chapter: one, Principal: true}, {From: "at-3", Chapter: one, Note: 2}, {From: "at-2", Chapter: two}, {From: "at-4", Chapter: two}},
				SeeAlso:  []book.IndexRef{{Target: "ix-book", Heading: []book.Inline{text("Books")}}},
				Sub:      []*book.IndexEntry{{ID: "ix-press-screw", Heading: []book.Inline{text("screw of")}, Locators: []book.Locator{{From: "at-1", Chapter: one}}}}},
		}},
	}}
}

// sampleOptions has a cover and one page of everything that options hold.
func sampleOptions(t testing.TB) Options {
	return Options{Generator: "publish test", Cover: samplePicture(t, "cover").Screen.Data, CoverMIME: "image/png"}
}
