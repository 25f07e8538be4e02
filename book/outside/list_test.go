package outside

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"publish/book"
)

func words(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }

func link(url string) book.Inline { return &book.Link{URL: url, Inlines: words("here")} }

func paragraph(inlines ...book.Inline) book.Block { return &book.Paragraph{Inlines: inlines} }

// calls returns the numbers of the calls in blocks.
func calls(blocks []book.Block) (numbers []int) {
	book.EachText(blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			if ref, ok := in.(*book.NoteRef); ok && ref.Address {
				numbers = append(numbers, ref.Number)
			}
			return true
		})
	})
	return numbers
}

// TestList numbers addresses in the order of reading, each once, and calls each once in
// a run of text.
func TestList(t *testing.T) {
	for _, test := range []struct {
		place         book.NotePlace
		first, second []int // calls of the texts
		note          []int // of the note of the first chapter
	}{{book.NotesBook, []int{1, 2}, []int{2, 3}, []int{1, 4}}, {book.NotesChapter, []int{1, 2}, []int{2, 4}, []int{1, 3}}} {
		note := &book.Note{Blocks: []book.Block{paragraph(link("https://press.example/a"), link("https://press.example/note"))}}
		one := &book.Chapter{ID: "one", Notes: []*book.Note{note}, Blocks: []book.Block{
			&book.Heading{Level: 1, Inlines: []book.Inline{link("https://press.example/heading")}},
			paragraph(link("https://press.example/a"), &book.Link{URL: "https://bare.example", Bare: true, Inlines: words("bare.example")}),
			paragraph(&book.Emphasis{Inlines: []book.Inline{link("http://www.press.example/a/")}}, link("https://press.example/b?utm_source=x")),
		}}
		two := &book.Chapter{ID: "two", Blocks: []book.Block{&book.Quote{Blocks: []book.Block{
			paragraph(link("https://press.example/b"), link("mailto:jane@press.example"), link("mailto:jane@press.example"))}}}}
		b := &book.Book{NotePlace: test.place, Parts: []*book.Part{{Chapters: []*book.Chapter{one, two}}}}
		List(b)
		for _, run := range []struct {
			got  []book.Block
			want []int
		}{{one.Blocks, test.first}, {two.Blocks, test.second}, {note.Blocks, test.note}} {
			if got := calls(run.got); !slices.Equal(got, run.want) {
				t.Errorf("notes at %d: calls %v, want %v", test.place, got, run.want)
			}
		}
		checkList(t, b)
	}
}

// checkList holds the list of a book to its calls.
func checkList(t *testing.T, b *book.Book) {
	t.Helper()
	ids := map[string]bool{}
	var shown []string
	for i, a := range b.Addresses {
		if a.Number != i+1 || a.ID != fmt.Sprintf("_address-%d", i+1) || len(a.Calls) == 0 {
			t.Errorf("address %d: %+v", i+1, a)
		}
		for _, call := range a.Calls {
			if ids[call.ID] || call.Chapter == nil {
				t.Errorf("the call %s stands twice, or nowhere", call.ID)
			}
			ids[call.ID] = true
		}
		shown = append(shown, book.PlainText(a.Inlines))
	}
	slices.Sort(shown)
	if got := strings.Join(shown, " "); got != "jane@press.example press.example/a press.example/b press.example/note" {
		t.Errorf("listed: %s", got)
	}
}

// TestNothing leaves a book without links as it is.
func TestNothing(t *testing.T) {
	list := words("no link")
	c := &book.Chapter{Blocks: []book.Block{paragraph(list...)}}
	b := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{c}}}}
	List(b)
	if b.Addresses != nil || c.Blocks[0].(*book.Paragraph).Inlines[0] != list[0] {
		t.Error("a book without links was changed")
	}
}
