package layout

import (
	"strings"
	"testing"
)

// indexLines reads lines of an index, one letter each: L a letter, h the first line
// of an entry, s that of a subentry, t a line turned over.
func indexLines(kinds string) []indexLine {
	var out []indexLine
	for _, k := range kinds {
		out = append(out, indexLine{kind: indexKind(strings.IndexRune("Lhst", k)), entry: "Press"})
	}
	return out
}

func TestMayBreak(t *testing.T) {
	for _, test := range []struct {
		lines string
		want  string // + where a column may end before the line
	}{
		{"LhhLh", "--++-"},
		{"hsssh", "--+-+"},       // no heading alone, no last line alone
		{"hssh", "---+"},         // no entry of three lines parted
		{"htth", "---+"},         //
		{"httth", "----+"},       // nor one of four
		{"hsstsssh", "--+-++-+"}, // no subentry of two lines parted
		{"htssssh", "--+++-+"},
		{"htttttttth", "----++---+"},
		{"hsttttsh", "-------+"},
	} {
		lines := indexLines(test.lines)
		got := "-"
		for i := 1; i < len(lines); i++ {
			if mayBreak(lines, i) {
				got += "+"
			} else {
				got += "-"
			}
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.lines, got, test.want)
		}
	}
}
