package layout

import (
	"slices"
	"strings"
	"testing"

	"publish/book"
	"publish/fonts"
	"publish/layout/linebreak"
)

// safetyComposer returns a composer for texts of the tests.
func safetyComposer(t *testing.T) *composer {
	t.Helper()
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	return newComposer(newShaper(family, book.Typography{}), &book.Book{Meta: book.Meta{Language: "en"}}, &Spec{})
}

// proseOf returns n words of several lengths in an order that does not repeat soon.
func proseOf(n int) string {
	list := strings.Fields("the of bookbinding sheets a press and unlicensed printers in pamphleteering paper to is moveable type hand")
	var b strings.Builder
	x := uint32(1)
	for range n {
		x = x*1664525 + 1013904223 // Numerical Recipes, 7.1
		b.WriteString(list[(x>>16)%uint32(len(list))] + " ")
	}
	return b.String()
}

// TestSafetyLongParagraph holds the breaks of a paragraph that is broken a stretch at
// a time to those of the whole at once: as many lines, and most of them the same. Behind
// a seam that fell elsewhere it may take many lines until both fall together again.
func TestSafetyLongParagraph(t *testing.T) {
	c := safetyComposer(t)
	p := c.compose(plainText(proseOf(14_000)), block{style: roman(11*Point, "en"), measure: 300 * Point, first: 11 * Point})
	if len(p.items) < longItems {
		t.Fatalf("%d items are no long paragraph", len(p.items))
	}
	want, ok := c.breaker.Break(p.items, p.lineMeasure, lineParams(p.size()))
	got := c.longBreaks(p)
	same := 0
	for _, at := range got {
		if _, found := slices.BinarySearch(want, at); found {
			same++
		}
	}
	if !ok || !slices.IsSorted(got) || got[len(got)-1] != len(p.items)-1 || same*10 < len(want)*6 || max(len(got)-len(want), len(want)-len(got)) > 1 {
		t.Errorf("%d lines, %d of them end as in the %d of the whole", len(got), same, len(want))
	}
}

// TestSafetyWordsWithoutEnd sets texts in which no line can end well: every character
// is set, in order, and no line is much too wide.
func TestSafetyWordsWithoutEnd(t *testing.T) {
	for name, text := range map[string]string{
		"letters":    strings.Repeat("x", 30_000),
		"hyphens":    strings.Repeat("long-", 50_000),
		"dashes":     strings.Repeat("—", 20_000),
		"ideographs": strings.Repeat("漢字", 20_000),
		"marks":      "a" + strings.Repeat("\u0301", 40_000),
		"tied":       strings.Repeat("a\u00a0", 50_000),
		"address":    "http://example.org/" + strings.Repeat("a", 40_000),
		"emphasis":   strings.Repeat("a", 16<<10-1) + "é" + strings.Repeat("b", 500),
	} {
		for _, align := range []alignment{justified, ragged} {
			t.Run(name, func(t *testing.T) {
				c := safetyComposer(t)
				p := c.compose(plainText(text), block{style: roman(11*Point, "en"), measure: 300 * Point, align: align})
				v := c.variants(p)[0]
				var set strings.Builder
				for _, line := range c.lines(p, &v) {
					for _, w := range line.words {
						set.WriteString(w.Run.Text)
					}
					if over := line.right - 306*Point; over > 0 && name != "tied" {
						t.Fatalf("a line is %v too wide", over)
					}
				}
				if got, want := strings.ReplaceAll(set.String(), "\u00a0", ""), strings.ReplaceAll(text, "\u00a0", ""); got != want {
					t.Errorf("%d bytes are set, want %d", len(got), len(want))
				}
			})
		}
	}
}

// TestSafetyStrictBreaks holds that a strict search that finds nothing says so.
func TestSafetyStrictBreaks(t *testing.T) {
	items := []linebreak.Item{{Kind: linebreak.Box, Width: 1000}, {Kind: linebreak.Penalty, Penalty: linebreak.Forced}}
	breaks, ok := linebreak.Break(items, func(int) int64 { return 100 }, linebreak.Params{Strict: true})
	if ok || breaks != nil {
		t.Errorf("got %v, %v", breaks, ok)
	}
}
