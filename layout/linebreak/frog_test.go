package linebreak

import (
	"slices"
	"strings"
	"testing"
)

// The tale that Knuth & Plass 1981 set as their example, with the places where they
// let a word be divided, in widths of 18ths of an em.
const frogKing = `In olden times when wish-ing still helped one, there lived a king ` +
	`whose daugh-ters were all beau-ti-ful; and the young-est was so beau-ti-ful that ` +
	`the sun it-self, which has seen so much, was aston-ished when-ever it shone in her ` +
	`face. Close by the king’s castle lay a great dark for-est, and un-der an old ` +
	`lime=tree in the for-est was a well, and when the day was very warm, the king’s ` +
	`child went out into the for-est and sat down by the side of the cool foun-tain; ` +
	`and when she was bored she took a golden ball, and threw it up on high and caught ` +
	`it; and this ball was her favorite play-thing.`

// frogWidth is the width of a letter, as in their table 1.
func frogWidth(r rune) int64 {
	i := strings.IndexRune("abcdefghijklmnopqrstuvwxyzCI,;.’=", r)
	if r == '’' {
		return 5
	}
	return []int64{9, 10, 8, 10, 8, 6, 9, 10, 5, 6, 10, 5, 15, 10, 9, 10, 10, 7, 7, 7, 10, 9, 13, 10, 10, 8, 13, 6, 5, 5, 5, 5, 6}[i]
}

// frogItems sets the tale: an = stands for a hyphen of the text.
func frogItems() []Item {
	items := []Item{{Kind: Box, Width: 18}}
	var last rune
	for _, r := range frogKing {
		switch r {
		case ' ':
			glue := map[rune]Item{',': {Width: 6, Stretch: 4, Shrink: 2}, ';': {Width: 6, Stretch: 4, Shrink: 1}, '.': {Width: 8, Stretch: 6, Shrink: 1}}
			it, ok := glue[last]
			if !ok {
				it = Item{Width: 6, Stretch: 3, Shrink: 2}
			}
			it.Kind = Glue
			items = append(items, it)
		case '-':
			items = append(items, Item{Kind: Penalty, Width: 6, Penalty: 50, Flagged: true})
		case '=':
			items = append(items, Item{Kind: Box, Width: 6}, Item{Kind: Penalty, Penalty: 50, Flagged: true})
		default:
			items = append(items, Item{Kind: Box, Width: frogWidth(r)})
		}
		last = r
	}
	return append(items, Item{Kind: Penalty, Penalty: Forbidden}, Item{Kind: Glue, Stretch: Fil}, Item{Kind: Penalty, Penalty: Forced})
}

// TestFrogKing holds the lines and their ratios, in thousandths, which follow from
// the widths: the first line is 372 wide, so that it lacks 18, and has seven spaces
// of stretch 3. TestTeX has the same paragraph.
func TestFrogKing(t *testing.T) {
	items := frogItems()
	breaks, ok := Break(items, func(int) int64 { return 390 }, Params{Tolerance: 100})
	if !ok {
		t.Error("the tale does not fit")
	}
	var ratios []int64
	from := -1
	for _, to := range breaks {
		width, stretch, shrink := Natural(items, from, to)
		ratio := (390 - width) * 1000 / stretch
		if width > 390 {
			ratio = (390 - width) * 1000 / shrink
		}
		ratios = append(ratios, ratio)
		from = to
	}
	if want := []int64{857, 0, 280, 1000, 66, -277, 535, -166, 700, -176, 357, 0}; !slices.Equal(ratios, want) {
		t.Errorf("ratios are %v, want %v", ratios, want)
	}
}
