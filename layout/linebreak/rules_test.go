package linebreak

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// parse makes items of a small language, one of its words each:
//
//	12       box of width 12
//	12<3     … that hangs 3 into the left margin, 12>3 into the right
//	12~1     … that expands or shrinks by 1
//	_        glue of width 2, stretch 1, shrink 1
//	=        tie: a Forbidden penalty and the same glue
//	-        flagged penalty 50 with a hyphen of width 1
//	/        penalty 0 without a hyphen
//	!        fill the line and end it
func parse(text string) []Item {
	space := Item{Kind: Glue, Width: 2, Stretch: 1, Shrink: 1}
	fill := []Item{{Kind: Penalty, Penalty: Forbidden}, {Kind: Glue, Stretch: Fil}, {Kind: Penalty, Penalty: Forced}}
	var items []Item
	for word := range strings.FieldsSeq(text) {
		switch word {
		case "_":
			items = append(items, space)
		case "=":
			items = append(items, Item{Kind: Penalty, Penalty: Forbidden}, space)
		case "-":
			items = append(items, Item{Kind: Penalty, Penalty: 50, Flagged: true, Width: 1})
		case "/":
			items = append(items, Item{Kind: Penalty})
		case "!":
			items = append(items, fill...)
		default:
			items = append(items, parseBox(word))
		}
	}
	return append(items, fill...)
}

func parseBox(word string) Item {
	box := Item{Kind: Box}
	var hang int64
	at := strings.IndexAny(word, "<>~")
	if at < 0 {
		fmt.Sscan(word, &box.Width)
		return box
	}
	fmt.Sscan(word[:at], &box.Width)
	fmt.Sscan(word[at+1:], &hang)
	switch word[at] {
	case '<':
		box.Left = hang
	case '>':
		box.Right = hang
	case '~':
		box.Stretch, box.Shrink = hang, hang
	}
	return box
}

// show prints the boxes of each line, in the language of parse, with a hyphen
// where a line ends with one.
func show(items []Item, breaks []int) string {
	var lines []string
	from := -1
	for _, to := range breaks {
		var words []string
		for i := Start(items, from); i < to; i++ {
			if items[i].Kind == Box {
				words = append(words, fmt.Sprint(items[i].Width))
			}
		}
		if items[to].Flagged {
			words = append(words, "-")
		}
		lines = append(lines, strings.Join(words, " "))
		from = to
	}
	return strings.Join(lines, " | ")
}

func TestRules(t *testing.T) {
	for _, test := range []struct {
		name, text string
		measure    int64
		params     Params
		want       string
		ok         bool
	}{
		{"one line", "5 _ 5", 30, Params{}, "5 5", true},
		{"one box", "5", 30, Params{}, "5", true},
		{"exact", "9 _ 9 _ 9 _ 9", 20, Params{}, "9 9 | 9 9", true},
		{"shrunk to the full", "10 _ 9 _ 5", 20, Params{}, "10 9 | 5", true},
		{"never more than that", "10 _ 10 _ 5", 20, Params{}, "10 | 10 5", false},
		{"loose within tolerance", "9 _ 8 _ 12", 20, Params{}, "9 8 | 12", true},
		{"too loose", "8 _ 8 _ 12", 20, Params{}, "8 8 | 12", false},
		{"loose within emergency stretch", "8 _ 8 _ 12", 20, Params{EmergencyStretch: 2}, "8 8 | 12", true},
		{"hyphen", "9 _ 4 - 15", 16, Params{}, "9 4 - | 15", true},
		{"hyphen too wide", "9 _ 5 - 15", 16, Params{Tolerance: 100}, "9 5 - | 15", true},
		{"no hyphen without need", "9 _ 3 _ 4 - 9 _ 6", 16, Params{Pretolerance: 200}, "9 3 | 4 9 | 6", false},
		{"break without hyphen", "16 / 4", 16, Params{}, "16 | 4", true},
		{"tie", "8 _ 4 = 9", 16, Params{Tolerance: 10000}, "8 | 4 9", true},
		{"forced", "5 ! 5", 30, Params{}, "5 | 5", true},
		{"hangs right", "9 _ 10>1 _ 6", 20, Params{}, "9 10 | 6", true},
		{"hangs left", "9 _ 9 _ 10<1 _ 9 _ 3", 20, Params{}, "9 9 | 10 9 | 3", true},
		{"expands", "9~1 _ 6~1 _ 20", 20, Params{Tolerance: 100}, "9 6 | 20", true},
		{"box wider than the measure", "5 _ 40 _ 5", 20, Params{}, "5 | 40 | 5", false},
		{"tied boxes wider than the measure", "5 _ 15 = 15 _ 5", 20, Params{}, "5 | 15 15 | 5", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			items := parse(test.text)
			breaks, ok := Break(items, func(int) int64 { return test.measure }, test.params)
			if got := show(items, breaks); got != test.want || ok != test.ok {
				t.Errorf("lines are %s, %v; want %s, %v", got, ok, test.want, test.ok)
			}
		})
	}
}

// TestNoParagraph holds that items of another form give nothing.
func TestNoParagraph(t *testing.T) {
	for _, items := range [][]Item{nil, {{Kind: Box}}, {{Kind: Box}, {Kind: Penalty}}, {{Kind: Glue}}} {
		if breaks, ok := Break(items, func(int) int64 { return 10 }, Params{}); breaks != nil || ok {
			t.Errorf("%v: got %v, %v", items, breaks, ok)
		}
		if v := Variants(items, func(int) int64 { return 10 }, Params{}); v != nil {
			t.Errorf("%v: got %v", items, v)
		}
	}
}

// TestMaxHyphens sets syllables that can be divided at every line end, and nowhere
// as well but at a few looser places.
func TestMaxHyphens(t *testing.T) {
	items := parse("9 _ 9 - 9 _ 10 - 8 _ 11 - 7 _ 12 - 6 _ 13 - 5 _ 14 - 4")
	for most, want := range map[int]int{-1: 6, 1: 1, 2: 2, 3: 3} {
		p := Params{MaxHyphens: most, Tolerance: 9999, DoubleHyphenDemerits: -1, EmergencyStretch: 10}
		breaks, ok := Break(items, func(int) int64 { return 21 }, p)
		if got := longestRun(items, breaks); !ok || got > want || most < 0 && got < 3 {
			t.Errorf("at most %d: %s has a run of %d (%v)", most, show(items, breaks), got, ok)
		}
	}
}

// TestMaxHyphensGivesWay holds that a run too long is taken before lines that
// cannot be borne.
func TestMaxHyphensGivesWay(t *testing.T) {
	items := parse("19 - 19 - 19 - 19 - 19")
	breaks, ok := Break(items, func(int) int64 { return 20 }, Params{})
	if got, want := show(items, breaks), "19 - | 19 - | 19 - | 19 - | 19"; got != want || ok {
		t.Errorf("lines are %s, %v; want %s, false", got, ok, want)
	}
}

func longestRun(items []Item, breaks []int) (most int) {
	run := 0
	for _, to := range breaks {
		run++
		if !items[to].Flagged {
			run = 0
		}
		most = max(most, run)
	}
	return most
}

func TestRunt(t *testing.T) {
	items := parse("9 _ 9 _ 8 _ 8 _ 9 _ 9 _ 2")
	measure := func(int) int64 { return 20 }
	for min, want := range map[int64]string{
		0: "9 9 | 8 8 | 9 9 | 2", // the best lines but the last
		3: "9 9 | 8 | 8 9 | 9 2",
	} {
		p := Params{MinLastLine: min, Tolerance: 10000, RuntDemerits: 1 << 30}
		breaks, _ := Break(items, measure, p)
		if got := show(items, breaks); got != want {
			t.Errorf("with a last line of at least %d: %s, want %s", min, got, want)
		}
	}
}

// TestLooseness asks for paragraphs longer and shorter than the best.
func TestLooseness(t *testing.T) {
	items := frogItems()
	measure := func(int) int64 { return 390 }
	p := Params{Tolerance: 3000}
	list := Variants(items, measure, p)
	best := slices.IndexFunc(list, func(v Variant) bool {
		b, _ := Break(items, measure, p)
		return slices.Equal(b, v.Breaks)
	})
	if best < 0 || len(list) < 2 {
		t.Fatalf("%d variants, the best at %d", len(list), best)
	}
	for i, v := range list {
		p.Looseness = v.Lines - list[best].Lines
		if got, _ := Break(items, measure, p); !slices.Equal(got, v.Breaks) {
			t.Errorf("looseness %d: %v, want %v", p.Looseness, got, v.Breaks)
		}
		if i > 0 && v.Lines != list[i-1].Lines+1 || len(v.Breaks) != v.Lines || !v.Fits {
			t.Errorf("variant %d: %+v", i, v)
		}
	}
	p.Looseness = 100
	last := list[len(list)-1]
	if got, _ := Break(items, measure, p); len(got) < last.Lines {
		t.Errorf("looseness 100 gives %d lines", len(got))
	}
}

// TestMeasures sets a paragraph beside an initial of two lines.
func TestMeasures(t *testing.T) {
	items := parse("9 _ 9 _ 9 _ 9 _ 9 _ 9 _ 9 _ 9 _ 9")
	breaks, ok := Break(items, func(line int) int64 {
		if line < 2 {
			return 20
		}
		return 31
	}, Params{})
	if got, want := show(items, breaks), "9 9 | 9 9 | 9 9 9 | 9 9"; got != want || !ok {
		t.Errorf("lines are %s, %v; want %s", got, ok, want)
	}
}

func TestBadness(t *testing.T) {
	for _, test := range []struct{ t, s, want int64 }{
		{0, 0, 0}, {0, 5, 0}, {1, 0, 10000}, {1, -1, 10000}, {100, 100, 100}, {200, 100, 800},
		{50, 100, 12}, {51, 100, 13}, {126, 100, 200}, {434, 100, 8151}, {435, 100, 10000}, {1 << 60, 1 << 61, 10000},
	} {
		if got := Badness(test.t, test.s); int64(got) != test.want {
			t.Errorf("badness of %d/%d is %d, want %d", test.t, test.s, got, test.want)
		}
	}
}

// TestNatural holds the totals of lines to sums made by hand.
func TestNatural(t *testing.T) {
	items := parse("7<2 _ 8>3 - 9 = 10~1 _ _ / 5")
	// 0: 7<2  1: _  2: 8>3  3: -  4: 9  5, 6: =  7: 10~1  8: _  9: _  10: /  11: 5
	for _, test := range []struct {
		from, to               int
		width, stretch, shrink int64
	}{
		{-1, 1, 5, 0, 0},  // the glue at the end is dropped
		{-1, 3, 16, 1, 1}, // with the hyphen, which does not hang
		{1, 3, 9, 0, 0},
		{3, 8, 21, 2, 2},
		{8, 14, 5, Fil, 0}, // glue and penalty at the start are dropped
		{1, 8, 29, 2, 2},   // an unused hyphen has no width
	} {
		w, y, z := Natural(items, test.from, test.to)
		if w != test.width || y != test.stretch || z != test.shrink {
			t.Errorf("%d to %d: %d+%d-%d, want %d+%d-%d", test.from, test.to, w, y, z, test.width, test.stretch, test.shrink)
		}
	}
}
