package assembly

import (
	"strings"
	"testing"

	"publish/book"
)

// text returns a piece of text; para a paragraph of the inlines.
func text(s string) *book.Text { return &book.Text{Value: s} }

func para(inlines ...book.Inline) *book.Paragraph { return &book.Paragraph{Inlines: inlines} }

func head(level int, s string) *book.Heading {
	return &book.Heading{Level: level, Inlines: []book.Inline{text(s)}}
}

func wiki(target, words string) *book.WikiLink {
	name, fragment, _ := strings.Cut(target, "#")
	return &book.WikiLink{Target: name, Fragment: fragment, Inlines: []book.Inline{text(words)}}
}

func bullets(items ...[]book.Inline) *book.List {
	list := &book.List{Tight: true}
	for _, item := range items {
		list.Items = append(list.Items, book.Item{Blocks: []book.Block{para(item...)}})
	}
	return list
}

func article(name string, blocks ...book.Block) *book.Article {
	title := book.WikiTitle(name)
	return &book.Article{Pos: book.Pos{File: name + ".md"}, Name: name, Title: title, Heading: []book.Inline{text(title)}, Blocks: blocks}
}

func redirect(name, target string) *book.Article {
	a := article(name)
	a.Redirect = &book.Redirect{Pos: book.Pos{File: name + ".md", Line: 1}, Target: target}
	return a
}

// plan returns a manifest of one part with the named chapters.
func plan(names ...string) *book.Manifest {
	m := &book.Manifest{Pos: book.Pos{File: "book.yaml"}, Meta: book.Meta{Title: "A Book", Language: "en", Source: "https://wiki.example/w/"}}
	part := book.PartSpec{}
	for i, name := range names {
		part.Chapters = append(part.Chapters, book.ChapterSpec{Pos: book.Pos{File: "book.yaml", Line: i + 1}, Article: name})
	}
	m.Parts = []book.PartSpec{part}
	return m
}

func codes(diags book.Diags) string {
	var list []string
	for _, d := range diags {
		list = append(list, string(d.Code))
	}
	return strings.Join(list, " ")
}

func TestAssembleNames(t *testing.T) {
	articles := []*book.Article{
		article("Hand_press", para(text("Iron and wood."))),
		article("Broadside_ballad(1)", para(text("Sung in the street."))),
		redirect("Broadside_Ballad", "Broadside ballad"),
		redirect("Ballad", "Broadside Ballad"),
		redirect("Dual_sheet", "Dual sheet"),
		article("Dual_sheet(1)", para(text("Two sheets."))),
		redirect("Broken", "Nothing at all"),
		redirect("Round", "About"), redirect("About", "Round"),
		article("Ink_maker", para(text("Soot and oil."))),
		article("Ink_ball", para(text("Wool and leather."))),
	}
	for _, test := range []struct{ name, chapters, codes string }{
		{"Hand_press", "Hand_press", ""},
		{"Hand_press.md", "Hand_press", ""},
		{"Hand press", "Hand_press", ""},
		{"hand Press", "Hand_press", ""},
		{"Broadside ballad", "Broadside_ballad(1)", ""},
		{"Ballad", "Broadside_ballad(1)", "article-redirect"},
		{"Dual_sheet", "Dual_sheet(1)", "article-redirect"},
		{"Ink_*", "Ink_ball Ink_maker", ""},
		{"Tin_*", "", "article-missing"},
		{"Broken", "", "article-missing"},
		{"Round", "", "redirect-loop"},
		{"Hand_pres", "", "article-missing"},
	} {
		b, diags := Assemble(plan(test.name), articles, nil)
		var got []string
		for _, c := range b.Body() {
			got = append(got, c.Article)
		}
		if s := strings.Join(got, " "); s != test.chapters {
			t.Errorf("%s: chapters %q, want %q", test.name, s, test.chapters)
		}
		if s := codes(diags); s != test.codes {
			t.Errorf("%s: messages %q, want %q", test.name, s, test.codes)
		}
	}
	_, diags := Assemble(plan("Hand_pres"), articles, nil)
	if len(diags) != 1 || len(diags[0].Hints) == 0 || !strings.Contains(diags[0].Hints[0], "Hand_press") {
		t.Errorf("a missing article has no hint: %v", diags)
	}
	_, diags = Assemble(plan("Hand_press", "Hand press"), articles, nil)
	if codes(diags) != "article-twice" {
		t.Errorf("an article named twice gives %v", diags)
	}
}

func TestAssembleLinks(t *testing.T) {
	press := article("Press",
		para(text("A "), wiki("press", "press"), text(" needs "), wiki("Ink", "ink"), text(" and "), wiki("Paper#Rag mill", "rag paper"), text(".")),
		head(2, "Parts"), para(wiki("#Parts", "see above"), text(" "), wiki("Missing", "lost"), text(" "), wiki("Unbound", "kept out"), text(" "), wiki("Paper#None", "nowhere")),
		head(4, "Screw"), para(text("Turned by hand.")),
	)
	paper := article("Paper", para(text("Sheets.")), head(1, "Rag mill"), para(text("Stamps.")))
	articles := []*book.Article{press, paper, redirect("Ink", "Printing ink"), article("Printing_ink", para(text("Black."))), article("Unbound", para(text("x")))}
	m := plan("Press", "Paper", "Printing_ink")
	b, diags := Assemble(m, articles, nil)
	if got, want := codes(diags), "link-missing link-section"; got != want {
		t.Errorf("messages %q, want %q", got, want)
	}
	var refs []string
	for _, c := range b.Chapters() {
		book.EachText(c.Blocks, func(inlines []book.Inline) {
			book.WalkInlines(inlines, func(in book.Inline) bool {
				switch in := in.(type) {
				case *book.CrossRef:
					refs = append(refs, book.PlainText(in.Inlines)+">"+in.Target)
				case *book.WikiLink:
					t.Errorf("a wiki link to %q is left", in.Target)
				}
				return true
			})
		})
	}
	want := "ink>printing-ink rag paper>paper-rag-mill see above>press-parts nowhere>paper"
	if got := strings.Join(refs, " "); got != want {
		t.Errorf("references %q, want %q", got, want)
	}
	levels := ""
	for _, block := range b.Body()[0].Blocks {
		if h, ok := block.(*book.Heading); ok {
			levels += string(rune('0' + h.Level))
		}
	}
	if levels != "23" {
		t.Errorf("levels %s, want 23", levels)
	}
	m.Links.Outside = book.OutsideNote
	b, _ = Assemble(m, articles, nil)
	notes := b.Body()[0].Notes
	if len(notes) != 1 || book.PlainText(notes[0].Blocks[0].(*book.Paragraph).Inlines) != "https://wiki.example/w/Unbound" {
		t.Errorf("the link out of the book has notes %v", notes)
	}
}

func TestAssembleNotes(t *testing.T) {
	a := article("Press", para(text("One"), &book.NoteRef{Label: "2"}, text(" two"), &book.NoteRef{Label: "1"}, text(" again"), &book.NoteRef{Label: "2"}))
	a.Notes = []*book.NoteDef{
		{Label: "1", Blocks: []book.Block{para(text("First."))}},
		{Label: "2", Blocks: []book.Block{para(text("Second."))}},
		{Label: "3", Blocks: []book.Block{para(text("Never called."))}},
	}
	other := article("Paper", para(text("Here"), &book.NoteRef{Label: "1"}))
	other.Notes = []*book.NoteDef{{Label: "1", Blocks: []book.Block{para(text("Third."))}}}
	m := plan("Press", "Paper")
	b, _ := Assemble(m, []*book.Article{a, other}, nil)
	first, second := b.Body()[0], b.Body()[1]
	if len(first.Notes) != 2 || len(first.Notes[0].Refs) != 2 || first.Notes[0].Number != 1 || second.Notes[0].Number != 1 {
		t.Errorf("notes by chapter: %+v %+v", first.Notes, second.Notes)
	}
	if len(b.Dropped) != 1 || b.Dropped[0].Text != "Never called." {
		t.Errorf("dropped %v", b.Dropped)
	}
	m.Notes.Numbering = book.ByBook
	b, _ = Assemble(m, []*book.Article{a, other}, nil)
	if n := b.Body()[1].Notes[0].Number; n != 3 {
		t.Errorf("the first note of chapter 2 is %d, want 3 through the book", n)
	}
}

func TestAssembleSections(t *testing.T) {
	long := strings.Repeat("word ", keptWords)
	a := article("Press", para(text(long)),
		head(2, "See also:"), bullets([]book.Inline{wiki("Paper", "Paper")}, []book.Inline{wiki("Gone", "Gone")}),
		head(2, "Further Reading"), bullets([]book.Inline{text("Jane Doe, The Screw")}, []book.Inline{wiki("Paper", "Paper")}),
		head(2, "References"),
	)
	b, _ := Assemble(plan("Press", "Paper"), []*book.Article{a, article("Paper", para(text("Sheets.")))}, nil)
	c := b.Body()[0]
	if len(c.Blocks) != 1 {
		t.Errorf("%d blocks are left, want the paragraph alone", len(c.Blocks))
	}
	if len(c.SeeAlso) != 1 || c.SeeAlso[0].Target != "paper" {
		t.Errorf("see also %v", c.SeeAlso)
	}
	if b.Bibliography == nil || len(b.Bibliography.Entries) != 1 || book.PlainText(b.Bibliography.Entries[0].Text) != "Jane Doe, The Screw" {
		t.Errorf("bibliography %v", b.Bibliography)
	}
}

func TestAssembleFolder(t *testing.T) {
	m := book.FolderManifest("shelf", []string{"b.md", "A.md", "Old.md"}, book.ManifestOptions{})
	articles := []*book.Article{article("A", para(text("x"))), article("b", para(text("y"))), redirect("Old", "A")}
	b, diags := Assemble(m, articles, nil)
	if len(diags) > 0 || len(b.Body()) != 2 || b.Body()[0].Article != "A" {
		t.Errorf("book of the folder: %v %v", b.Body(), diags)
	}
}
