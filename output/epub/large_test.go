package epub

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"publish/book"
)

// largeBook returns a book of the given number of chapters, of about 1,240 words
// and nine notes each, whose text is made of a short list of words by a fixed
// rule.
func largeBook(chapters int) *book.Book {
	b := &book.Book{
		Meta: book.Meta{Title: "A Large Book", Language: "en", Identifier: "urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430ca",
			Authors: []book.Contributor{{Name: "A. Writer", Sort: "Writer, A.", Role: "aut"}},
			Date:    time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)},
		Bibliography: new(book.Bibliography),
		Index:        &book.Index{},
	}
	part := new(book.Part)
	g := wordList{seed: 1}
	for i := 1; i <= chapters; i++ {
		c := g.chapter(i)
		part.Chapters = append(part.Chapters, c)
		b.Bibliography.Entries = append(b.Bibliography.Entries, &book.Entry{ID: fmt.Sprintf("work-%d", i), Text: plainText(g.words(18)), In: []*book.Chapter{c}})
		b.Sources = append(b.Sources, book.Source{Chapter: c, Title: c.Short, URL: "https://wiki.example.org/wiki/" + c.ID})
	}
	b.Parts = []*book.Part{part}
	for l := 'A'; l <= 'Z'; l++ {
		group := book.IndexGroup{Letter: string(l)}
		for i := range chapters / 5 {
			c := part.Chapters[(i*7+int(l))%chapters]
			group.Entries = append(group.Entries, &book.IndexEntry{
				ID: fmt.Sprintf("ix-%c%d", l, i), Heading: plainText(string(l) + g.words(2)),
				Locators: []book.Locator{{From: c.ID + "-at-1", Chapter: c}, {From: c.ID + "-at-3", Chapter: c}},
			})
		}
		b.Index.Groups = append(b.Index.Groups, group)
	}
	return b
}

// wordList makes text by a linear congruence.
type wordList struct{ seed uint32 }

func (g *wordList) next(n int) int {
	g.seed = g.seed*1664525 + 1013904223
	return int(g.seed>>8) % n
}

func (g *wordList) words(n int) string {
	const roots = "the of and in that was for with by from which council worker peasant printing press strike soviet delegate province assembly committee village factory letter pamphlet paper ink winter spring general railway station movement ought could would against between without"
	list := strings.Fields(roots)
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(list[g.next(len(list))])
		if g.next(4) == 0 {
			b.WriteString([]string{"s", "ing", "ed", "er"}[g.next(4)])
		}
	}
	return b.String()
}

func (g *wordList) chapter(n int) *book.Chapter {
	id := fmt.Sprintf("chapter-%d", n)
	c := &book.Chapter{ID: id, Number: n, Title: plainText("Chapter " + g.words(3)), Short: "Chapter " + g.words(3), Words: 1240}
	for i := range 10 {
		if i%3 == 2 {
			c.Blocks = append(c.Blocks, &book.Heading{Level: 2, ID: fmt.Sprintf("%s-s%d", id, i), Inlines: plainText(g.words(4))})
		}
		list := []book.Inline{text(g.words(60) + " "), &book.Anchor{ID: fmt.Sprintf("%s-at-%d", id, i)}, em(text(g.words(4))), text(" " + g.words(55))}
		if i < 9 {
			note := &book.Note{ID: fmt.Sprintf("%s-n%d", id, i+1), Number: i + 1, Refs: []string{fmt.Sprintf("%s-r%d", id, i+1)}, Blocks: []book.Block{para(text(g.words(15)))}}
			c.Notes = append(c.Notes, note)
			list = append(list, &book.NoteRef{ID: note.Refs[0], Note: note.ID, Number: note.Number})
		}
		c.Blocks = append(c.Blocks, para(append(list, text("."))...))
	}
	return c
}

// The benchmark is of 500 chapters, 620,000 words and 4,500 notes.
func BenchmarkLargeBook(b *testing.B) {
	large := largeBook(500)
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		var buf bytes.Buffer
		if err := Write(&buf, large, Options{}); err != nil {
			b.Fatal(err)
		}
		size = buf.Len()
	}
	b.ReportMetric(float64(size), "bytes/book")
}
