package layout

import (
	"slices"
	"strings"
	"testing"

	"publish/book"
)

// seen returns the text of a line as the eye meets it from left to right.
func seen(l *composedLine) string {
	words := slices.Clone(l.words)
	slices.SortStableFunc(words, func(a, b Word) int { return int(a.X - b.X) })
	var b strings.Builder
	var end Length
	for i, w := range words {
		if i > 0 && w.X > end+Point {
			b.WriteByte(' ')
		}
		text := []rune(w.Run.Text)
		if w.Run.RTL {
			slices.Reverse(text)
		}
		b.WriteString(string(text))
		end = w.X + w.width()
	}
	return b.String()
}

// read returns the text of a line in the order of reading.
func read(l *composedLine) string {
	var b strings.Builder
	for _, w := range l.words {
		if w.Space {
			b.WriteByte(' ')
		}
		b.WriteString(w.Run.Text)
	}
	return strings.TrimSpace(b.String())
}

func setLines(c *composer, inlines []book.Inline, b block) (*paragraph, []composedLine) {
	p := c.compose(inlines, b)
	v := c.variants(p)[0]
	return p, c.lines(p, &v)
}

// TestOrder holds the order of words from right to left on lines and that of reading.
func TestOrder(t *testing.T) {
	for _, test := range []struct{ text, seen string }{
		{"a title שלום עולם טוב here", "a title בוט םלוע םולש here"},
		{"the words (שלום עולם) had", "the words (םלוע םולש) had"},
		{"called ספר 12 הדפים, in full", "called םיפדה 12 רפס, in full"},
		{"שלום (וגם words here) טוב.", ".בוט )words here םגו( םולש"},
		{"no other", "no other"},
	} {
		c := safetyComposer(t)
		_, lines := setLines(c, plainText(test.text), block{style: roman(11*Point, "en"), measure: 400 * Point})
		if got := seen(&lines[0]); len(lines) != 1 || got != test.seen {
			t.Errorf("%q is seen as %q, want %q", test.text, got, test.seen)
		}
		if got := read(&lines[0]); got != test.text {
			t.Errorf("%q is read as %q", test.text, got)
		}
		if c.diags != nil {
			t.Error(c.diags)
		}
	}
}

// TestOrderOverLines breaks a mixed paragraph: each line is as wide as the measure,
// and what comes first is on the first line, however it stands there.
func TestOrderOverLines(t *testing.T) {
	text := strings.Repeat("a printer's word, שלום עולם טוב וישן 12 שנים, among others; ", 6)
	p, lines := setLines(safetyComposer(t), plainText(text), block{style: roman(11*Point, "en"), measure: 250 * Point, first: 11 * Point})
	var all []string
	for i := range lines {
		all = append(all, read(&lines[i]))
		if over := lines[i].right - p.measure; i < len(lines)-1 && (over > 11*Point || over < -Point/100) {
			t.Errorf("line %d ends %s from the edge", i, over)
		}
		inner := lines[i].words
		slices.SortFunc(inner, func(a, b Word) int { return int(a.X - b.X) })
		for k := 1; k < len(inner); k++ {
			if end := inner[k-1].X + inner[k-1].width(); inner[k].X < end-Point/100 {
				t.Errorf("line %d: %q stands on %q", i, inner[k].Run.Text, inner[k-1].Run.Text)
			}
		}
	}
	if got := strings.Join(all, " "); len(lines) < 4 || got != strings.TrimSpace(text) {
		t.Errorf("%d lines read %q", len(lines), got)
	}
}

// TestFlushRight sets paragraphs that begin from right to left: indents at the right,
// the last line's room at the left.
func TestFlushRight(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("שלום לכולם וגם words אחרות. ", 12))
	for _, align := range []alignment{justified, ragged} {
		for _, first := range []Length{12 * Point, -12 * Point} {
			b := block{style: roman(11*Point, "en"), measure: 250 * Point, first: first, indent: 12 * Point, align: align}
			_, lines := setLines(safetyComposer(t), plainText(text), b)
			for i := range lines {
				edge := b.indent + b.measure + min(first, 0)
				if i == 0 {
					edge -= first
				}
				if off := lines[i].right - edge; off < -Point/100 || off > 6*Point {
					t.Errorf("first %s: line %d ends %s from the right edge", first, i, off)
				}
			}
			if last := seen(&lines[len(lines)-1]); !strings.HasPrefix(last, ".") {
				t.Errorf("the last line is %q", last)
			}
		}
	}
	b := block{style: roman(11*Point, "en"), measure: 250 * Point, align: ragged, entry: true}
	if _, lines := setLines(safetyComposer(t), plainText("שלום"), b); lines[0].words[0].X != 0 {
		t.Errorf("an entry of a list begins at %s", lines[0].words[0].X)
	}
}

// TestOrderOfThings puts note calls and links among words from right to left: a call
// stands where the eye that reads comes by, a link covers its words alone.
func TestOrderOfThings(t *testing.T) {
	link := &book.Link{URL: "https://example.org/", Inlines: plainText("עולם and more")}
	inlines := []book.Inline{
		&book.Text{Value: "said שלום"}, &book.NoteRef{Number: 7, Note: "n", ID: "r"},
		&book.Text{Value: " רב "}, link, &book.Text{Value: ", טוב"}, &book.NoteRef{Number: 8, Note: "m", ID: "q"}, &book.Text{Value: " then"},
	}
	_, lines := setLines(safetyComposer(t), inlines, block{style: roman(11*Point, "en"), measure: 400 * Point, element: &Element{Role: "P"}})
	if got, want := seen(&lines[0]), "said םלוע בר 7םולש and more, בוט8 then"; got != want {
		t.Errorf("seen as %q, want %q", got, want)
	}
	if got := strings.Join(lines[0].calls, " "); got != "r q" {
		t.Errorf("calls %q", got)
	}
	covered := map[string]bool{}
	for _, a := range lines[0].links {
		for _, w := range lines[0].words {
			if middle := w.X + w.width()/2; a.URI != "" && a.X < middle && middle < a.X+a.Width {
				covered[w.Run.Text] = true
			}
		}
	}
	if len(covered) != 3 || !covered["עולם"] || !covered["and"] || !covered["more"] {
		t.Errorf("the link covers %v", covered)
	}
}

// TestNoOrder holds that texts in scripts from left to right, whatever else they
// have, pay nothing.
func TestNoOrder(t *testing.T) {
	p := safetyComposer(t).compose(plainText("Ελληνικά, русский, 中文, 1905–1921 (“all”) – naïve"), block{style: roman(11*Point, "en"), measure: 400 * Point})
	if p.order != nil {
		t.Error("the paragraph has an order of its own")
	}
}
