package book

import (
	"fmt"
	"strings"
	"testing"
)

func prose(s string) *Paragraph { return &Paragraph{Inlines: []Inline{&Text{Value: s}}} }

func listOf(items ...string) *List {
	l := &List{}
	for _, s := range items {
		l.Items = append(l.Items, Item{Blocks: []Block{prose(s)}})
	}
	return l
}

// TestParagraphNumbers numbers running text, and what is set apart only where nothing
// introduces it.
func TestParagraphNumbers(t *testing.T) {
	quote := &Quote{Blocks: []Block{prose("said")}}
	verse := &Verse{Lines: []VerseLine{{Inlines: []Inline{&Text{Value: "sung"}}}}}
	heading := &Heading{Level: 2, Inlines: []Inline{&Text{Value: "Head"}}}
	picture := &Figure{Source: "a.png", Alt: "seen"}
	lone := &Paragraph{Inlines: []Inline{&Image{Source: "a.png"}}}
	for _, test := range []struct {
		blocks []Block
		want   string
	}{
		{[]Block{prose("one"), prose("two")}, "one=7.1 two=7.2"},
		{[]Block{prose("one"), quote, prose("two")}, "one=7.1 two=7.2"},
		{[]Block{prose("one"), listOf("a", "b"), verse, prose("two")}, "one=7.1 two=7.2"},
		{[]Block{quote, prose("one")}, "quote=7.1 one=7.2"},
		{[]Block{prose("one"), heading, verse, quote}, "one=7.1 verse=7.2"},
		{[]Block{heading, listOf("a", "b"), listOf("c"), quote, prose("one"), listOf("d")}, "a=7.1 b=7.2 c=7.3 one=7.4"},
		{[]Block{prose("one"), &Break{}, listOf("a", "", "b")}, "one=7.1 a=7.2 b=7.3"},
		{[]Block{picture, lone, prose("one"), prose(" ")}, "one=7.1"},
		{[]Block{&DefinitionList{Items: []Definition{{Term: []Inline{&Text{Value: "term"}}}}}}, "term=7.1"},
	} {
		b := &Book{Study: StudyAids{Paragraphs: true}, Parts: []*Part{{Chapters: []*Chapter{{Number: 7, Blocks: test.blocks}}}}}
		if got := numbersAsText(b.ParagraphNumbers(), test.blocks); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// numbersAsText lists what has a number, in reading order.
func numbersAsText(numbers ParagraphNumbers, blocks []Block) string {
	var out []string
	add := func(name string, at any) {
		if n := numbers[at]; n != "" {
			out = append(out, fmt.Sprintf("%s=%s", name, n))
		}
	}
	WalkBlocks(blocks, func(b Block) bool {
		switch b := b.(type) {
		case *Paragraph:
			add(PlainText(b.Inlines), b)
		case *List:
			for i := range b.Items {
				add(PlainText(b.Items[i].Blocks[0].(*Paragraph).Inlines), &b.Items[i])
			}
		case *DefinitionList:
			for i := range b.Items {
				add(PlainText(b.Items[i].Term), &b.Items[i])
			}
		case *Quote:
			add("quote", b)
		case *Verse:
			add("verse", b)
		}
		return true
	})
	return strings.Join(out, " ")
}

// TestMatterNumbers numbers front and back matter apart from the chapters.
func TestMatterNumbers(t *testing.T) {
	b := &Book{Study: StudyAids{Paragraphs: true}}
	var last *Paragraph
	piece := func() *Chapter {
		last = prose("text")
		return &Chapter{Blocks: []Block{last}}
	}
	for range 4 {
		b.Front = append(b.Front, piece())
	}
	fourth := last
	for range 28 {
		b.Back = append(b.Back, piece())
	}
	numbers := b.ParagraphNumbers()
	if numbers[fourth] != "iv.1" || numbers[last] != "AB.1" || numbers[last].ID() != "pAB.1" {
		t.Errorf("numbers %q and %q", numbers[fourth], numbers[last])
	}
	b.Study.Paragraphs = false
	if b.ParagraphNumbers() != nil || ParagraphNumber("").ID() != "" {
		t.Error("numbers that nobody asked for")
	}
}
