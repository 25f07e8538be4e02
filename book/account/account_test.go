package account

import (
	"slices"
	"strings"
	"testing"

	"publish/book"
)

func TestSourceWords(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"plain words, and 3 figures", "plain words and 3 figures"},
		{"half**way** *there*", "halfway there"},
		{"a <a href=\"Far_off\" title=\"no\">link</a>s", "a links"},
		{"a <a href=\"Far_off\"\nclass=\"wikilink\">torn</a>", "a torn"},
		{"> a <a href=\"Far\"\n> class=\"b\">quoted</a> one", "a quoted one"},
		{"one<br>two<td>three</td>", "one two three"},
		{"a <!-- remark --> b", "a b"},
		{"<https://example.org/x>", "https example org x"},
		{"[text](http://a.b/c_(d) \"title\") on", "text on"},
		{"[text][label] on\n\n[label]: http://a.b", "text on"},
		{"![a press](press.png)", "a press"},
		{"loud![^1] and[^2].\n\n[^1]: Note.", "loud and Note"},
		{"caf&eacute; &amp; bar &unknown", "café bar unknown"},
		{"soft\u00ADly ﬁne", "softly fine"},
		{"byte\xC2\nend", "byte end"},
		{"1. one\n2) two\n- three\niv. four\n> 5. five", "one two three four five"},
		{"I am. So", "I am So"},
		{"---\ntitle: A\n---\ntext", "text"},
		{"\uFEFF---\ntitle: A\n...\ntext", "text"},
		{"--- no front matter\ntext", "no front matter text"},
		{"% A title\n% Ann;\n  Bo\n% 1801\n\ntext", "text"},
		{"## Head {#id .class}", "Head"},
		{"{{a template}}", "a template"},
		{"```go\nx := 1\n```", "x 1"},
		{"::: note\ninside\n:::", "inside"},
		{"\\<nowiki\\>as is\\</nowiki\\>", "as is"},
		{"5 < 6 and 7 > 3", "5 6 and 7 3"},
		{"\\[not\\](a link)", "not a link"},
	} {
		var got []string
		for _, w := range sourceWords([]byte(test.src)) {
			got = append(got, w.text)
			if !strings.HasPrefix(test.src[w.off:], w.text[:1]) && !strings.HasPrefix(test.src[w.off:], "ﬁ") {
				t.Errorf("%q: %q is not at %d", test.src, w.text, w.off)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: %q, want %q", test.src, got, test.want)
		}
	}
}

// TestClose sets a source against a book that lacks some of it.
func TestClose(t *testing.T) {
	pos := book.Pos{File: "a.md", Line: 1, Col: 1}
	text := func(s string) []book.Inline { return []book.Inline{&book.Text{Pos: pos, Value: s}} }
	chapter := &book.Chapter{
		Pos: book.Pos{File: "a.md"}, Article: "a", Title: text("The Forme"),
		Blocks: []book.Block{&book.Paragraph{Pos: pos, Inlines: text("The type is locked up in it")}},
		Notes:  []*book.Note{{Pos: pos, Blocks: []book.Block{&book.Paragraph{Pos: pos, Inlines: text("With quoins")}}}},
	}
	other := &book.Chapter{Pos: book.Pos{File: "b.md"}}
	b := &book.Book{
		Parts: []*book.Part{{Chapters: []*book.Chapter{chapter, other}}},
		Dropped: []book.Drop{
			{Pos: pos, Class: book.DropCategory, Text: "Category:Type"},
			{Pos: pos, Class: book.DropMarker},
			{Pos: book.Pos{File: "b.md"}, Class: book.DropCategory, Text: "the"},
		},
	}
	src := "# The Forme\n\nThe type is **lock**ed up in it, with\nthe mallet.[^1] Category:Type\n\n[^1]: With quoins"
	sheets := Close(b, map[string][]byte{"a.md": []byte(src)})
	if len(sheets) != 1 {
		t.Fatalf("%d sheets, want 1: only one source is known", len(sheets))
	}
	s := sheets[0]
	if s.Article != "a" || s.Source != 16 || s.Book != 11 {
		t.Errorf("%+v", s)
	}
	if got := s.Dropped[book.DropCategory]; got != (Count{1, 2}) {
		t.Errorf("categories: %+v", got)
	}
	if got := s.Dropped[book.DropMarker]; got != (Count{1, 0}) {
		t.Errorf("markers: %+v", got)
	}
	want := []Word{
		{book.Pos{File: "a.md", Line: 3, Col: 34}, "with"},
		{book.Pos{File: "a.md", Line: 4, Col: 1}, "the"},
		{book.Pos{File: "a.md", Line: 4, Col: 5}, "mallet"},
	}
	if !slices.Equal(s.Lost, want) {
		t.Errorf("lost: %v", s.Lost)
	}
}

// TestPieces finds words that markup parted on one side only.
func TestPieces(t *testing.T) {
	l := newLedger([]book.Drop{{Class: book.DropNoteMark, Text: "22"}})
	count(l.book, "folio quarto2 oc tavo")
	for _, test := range []struct {
		word  string
		class book.DropClass
	}{{"folio22", ""}, {"quarto", ""}, {"octavo", ""}} {
		left := l.leftovers()
		if class, ok := left.take(test.word); !ok || class != test.class {
			t.Errorf("%s: %q %v", test.word, class, ok)
		}
	}
	if _, ok := l.leftovers().take("duodecimo"); ok {
		t.Error("a word was found that is not there")
	}
}

func FuzzSourceWords(f *testing.F) {
	f.Add([]byte("# A\n\n> <a\n> href=\"b\">c</a>[^1] ![d](e) {#f} &amp;\n\n[^1]: \xC2"))
	f.Add([]byte("a 3½ b\xff¼"))
	f.Fuzz(func(t *testing.T, src []byte) {
		start := 0
		for _, w := range sourceWords(src) {
			if w.text == "" || w.off < start || w.off >= len(src) { // a fraction is two words in one place
				t.Fatalf("word %q at %d", w.text, w.off)
			}
			start = w.off
		}
	})
}
