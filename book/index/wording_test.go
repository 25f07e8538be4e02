package index

import (
	"fmt"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/wiki"
)

// TestRelation holds how headings of sections that name a subject word its subentries.
func TestRelation(t *testing.T) {
	b := lexiconBook(t, "Brenz lies low. The Brenz Rebellion failed. The weavers marched, and Anna Holt led the weavers. Holt wrote much of the Brenz Rebellion.")
	x := newIndexer(b)
	x.topics(b)
	x.read(x.chapters, x.linkLength, nil)
	x.candidates(x.newEditor(nil))
	x.noteSubjects()
	x.scan(x.terms)
	rebellion := &term{title: "Brenz Rebellion", kind: isEvent, proper: true}
	x.addForm(rebellion, "Brenz Rebellion", fullForm)
	weavers := &term{title: "Weavers"}
	x.addForm(weavers, "weavers", fullForm)
	x.addForm(weavers, "weaver", derivedForm)
	x.byKey["weaver"] = &term{title: "Weavers", topic: &book.Topic{Title: "Weavers"}}
	holt := &term{title: "Anna Holt", person: true, family: "holt", proper: true}
	x.addForm(holt, "Anna Holt", fullForm)
	x.addForm(holt, "Holt", familyForm)
	for _, test := range []struct {
		term        *term
		title, want string
	}{
		{rebellion, "Suppression of the Brenz Rebellion", "suppression of"},
		{rebellion, "The Brenz Rebellion and Its Aftermath", "and its aftermath"},
		{rebellion, "Famine and the Brenz Rebellion", "and famine"},
		{rebellion, "The Brenz Rebellion", ""},
		{rebellion, "Brenz Rebellion Period", ""},
		{rebellion, "What Was the Brenz Rebellion?", ""},
		{weavers, "Weavers in Brenz", "in Brenz"},
		{weavers, "The Weavers' Demands", "demands of"},
		{weavers, "Weaver Resistance", "resistance by"},
		{weavers, "Tensions with the Weavers", "tensions with"},
		{holt, "Holt's Prophecy", "prophecy of"},
		{holt, "Anna Holt's Return to Brenz", "return to Brenz"},
		{holt, "Early Life", ""},
		{weavers, "Confusion of Weavers and Spinners", "and spinners"},
		{weavers, "Suppression of Weavers and Spinners", "suppression of"},
		{weavers, "Angry Weavers", "angry"},
		{weavers, "Key Weavers", ""},
		{weavers, "Left-Weaver Tolls", ""},
		{weavers, "Brenz Congress and Critique of Weavers", "critique of"},
		{weavers, "Weavers and Early Years", ""},
		{weavers, "Life Under the Weavers", ""},
		{weavers, "Quiet Years Under the Weavers", "quiet years under"},
		{weavers, "Anti-Tax Marches by Weavers", "anti-tax marches by"},
		{holt, "Response to Holt's Cloth and Bread", "and cloth and bread"},
	} {
		if got := x.relation(test.term, test.title); got != test.want {
			t.Errorf("%s in %q: %q, want %q", test.term.title, test.title, got, test.want)
		}
	}
}

func lexiconBook(t *testing.T, text string) *book.Book {
	t.Helper()
	a, _ := wiki.Read("A.md", "A", []byte(text))
	m := &book.Manifest{Meta: book.Meta{Language: "en"}, Parts: []book.PartSpec{{Chapters: []book.ChapterSpec{{Article: "A"}}}}}
	b, _ := assembly.Assemble(m, []*book.Article{a}, nil)
	return b
}

// filler is text that calls nothing, so that a small book has room for an index.
var filler = "\n\n" + strings.Repeat("Nobody came in winter, for the days were short and the road was bad, and what was to be done had been done before. ", 8)

// TestSubentries holds when an entry is divided, and how what it is divided into reads.
func TestSubentries(t *testing.T) {
	const cloth = `<a href="Cloth_Tax" class="wikilink" title="Cloth Tax">Cloth Tax</a>`
	chapters := []string{
		"Anna Holt", "**Anna Holt** (1801 - 1870) was a weaver and writer.\n\n## Opposition to the Cloth Tax\n\nThe " + cloth + " hurt. The Cloth Tax fell on all. The Cloth Tax stayed.",
		"Brenz Rebellion", "The Brenz Rebellion broke out over bread. The Cloth Tax came first, and the Cloth Tax went last.",
		"Dyeing", "All dyeing was free until the Cloth Tax. The Cloth Tax took a tenth.",
		"Fulling", "And fulling was not. The Cloth Tax took a fifth. The Cloth Tax was hated.",
		"Carding", "All carding fell under the Cloth Tax. So the Cloth Tax emptied the valley.",
		"Teasels", "Teasels paid the Cloth Tax twice. No Cloth Tax, no teasels.",
		"Spindles", "All spindles were counted for the Cloth Tax. The Cloth Tax men came at dawn.",
	}
	made := func(n int) []*book.IndexEntry {
		var articles []*book.Article
		m := &book.Manifest{Meta: book.Meta{Language: "en"}}
		m.Parts = []book.PartSpec{{}}
		for i := 0; i < 2*n; i += 2 {
			name := strings.ReplaceAll(chapters[i], " ", "_")
			a, _ := wiki.Read(name+".md", name, []byte(chapters[i+1]+filler))
			articles = append(articles, a)
			m.Parts[0].Chapters = append(m.Parts[0].Chapters, book.ChapterSpec{Article: name})
		}
		b, _ := assembly.Assemble(m, articles, nil)
		Build(b, m.Index)
		for _, g := range b.Index.Groups {
			for _, e := range g.Entries {
				if book.PlainText(e.Heading) == "Cloth Tax" {
					if len(e.Locators)+len(e.Sub) == 0 || len(e.Why) == 0 {
						t.Errorf("%+v", e)
					}
					return e.Sub
				}
			}
		}
		t.Fatal("no entry")
		return nil
	}
	if sub := made(6); len(sub) > 0 {
		t.Errorf("six locators are divided: %v", sub)
	}
	var got []string
	for _, sub := range made(7) {
		got = append(got, book.PlainText(sub.Heading))
	}
	want := "[in the Brenz Rebellion and carding and dyeing and fulling Holt’s opposition to and spindles and teasels]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
