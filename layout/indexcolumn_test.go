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
		{"htssssh", "---++-+"},   // nor the lines of a heading without a subentry
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

// TestStretched holds that a column that is short gets blanks above its letters only,
// one each at most, and none more than it lacks.
func TestStretched(t *testing.T) {
	words := []Word{{}}
	for _, test := range []struct{ column, want string }{
		{"h.Lh.Lh", "h..Lh..Lh"},   // two lines short, two letters
		{"hh.Lh.Lh", "hh.Lh..Lh"},  // one line short
		{"h.Lhhhhh", "h..Lhhhhh"},  // no room for more
		{"hhhh", "hhhh"},           // no letter
		{"Lhh.Lh", "Lhh..Lh"},      // none on top
		{"hhh.Lhhhh", "hhh.Lhhhh"}, // nothing lacks
	} {
		var column []indexLine
		for _, k := range test.column {
			line := indexLine{kind: indexHead}
			if k != '.' {
				line.line.words = words
			}
			if k == 'L' {
				line.kind = indexLetter
			}
			column = append(column, line)
		}
		got := ""
		for _, l := range stretched(column, 9) {
			switch {
			case l.isBlank():
				got += "."
			case l.kind == indexLetter:
				got += "L"
			default:
				got += "h"
			}
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.column, got, test.want)
		}
	}
}
