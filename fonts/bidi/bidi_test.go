package bidi

import (
	"bufio"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestLevels shows the levels of short texts. Capitals stand for Hebrew letters, as
// in the examples of UAX #9.
func TestLevels(t *testing.T) {
	for _, test := range []struct {
		text string
		base Level
		want string // levels
		seen string // from left to right
	}{
		{"car", 0, "000", "car"},
		{"say CAR NOW.", 0, "000011111110", "say WON RAC."},
		{"CAR is NEW", 1, "1111221111", "WEN is RAC"},
		{"in (AB CD) it", 0, "0000111110000", "in (DC BA) it"},
		{"AB 12 CD", 0, "11122111", "DC 12 BA"},
		{"AB (x) CD", 1, "111121111", "DC (x) BA"},
		{"x AB, CD y", 0, "0011111100", "x DC ,BA y"},
	} {
		text := hebrew(test.text)
		levels := Levels(text, test.base)
		var drawn strings.Builder
		for _, i := range Order(levels) {
			drawn.WriteByte(test.text[i])
		}
		if got := digits(levels); got != test.want {
			t.Errorf("%q: levels %s, want %s", test.text, got, test.want)
		}
		if got := drawn.String(); strings.NewReplacer("(", ".", ")", ".").Replace(got) != strings.NewReplacer("(", ".", ")", ".").Replace(test.seen) {
			t.Errorf("%q is drawn %q, want %q", test.text, got, test.seen)
		}
	}
}

func hebrew(s string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 0x5D0
		}
		return r
	}, s))
}

func digits(levels []Level) string {
	var b strings.Builder
	for _, l := range levels {
		fmt.Fprint(&b, l)
	}
	return b.String()
}

// TestBase finds the direction of paragraphs.
func TestBase(t *testing.T) {
	for text, want := range map[string]string{
		"car": "0 true", "CAR": "1 true", "12. CAR car": "1 true", "…": "0 false", "\u2067CAR\u2069 car": "0 true",
	} {
		level, found := Base(hebrew(text))
		if got := fmt.Sprint(level, found); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestConformance runs the test file of the Unicode Character Database for this
// algorithm, of which a library that the program is made with carries a copy.
func TestConformance(t *testing.T) {
	file, err := os.Open(conformanceFile())
	if err != nil {
		t.Skip("no copy of BidiCharacterTest.txt in the module cache: ", err)
	}
	defer file.Close()
	lines, cases := bufio.NewScanner(file), 0
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); line != "" && line[0] != '#' {
			cases++
			if err := conforms(strings.Split(line, ";")); err != nil {
				t.Errorf("line %d: %v", n, err)
			}
		}
	}
	if cases < 1000 {
		t.Errorf("only %d cases", cases)
	}
}

func conformanceFile() string {
	cache := os.Getenv("GOMODCACHE")
	if cache == "" {
		cache = filepath.Join(filepath.SplitList(build.Default.GOPATH)[0], "pkg", "mod")
	}
	found, _ := filepath.Glob(filepath.Join(cache, "github.com", "go-text", "typesetting@*", "bidi", "test", "BidiCharacterTest.txt"))
	if len(found) == 0 {
		return "BidiCharacterTest.txt"
	}
	return found[len(found)-1]
}

// conforms checks one case: characters, wanted direction, level of the paragraph,
// levels (x where any will do), order.
func conforms(fields []string) error {
	var text []rune
	for _, hex := range strings.Fields(fields[0]) {
		r, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			return err
		}
		text = append(text, rune(r))
	}
	base := Level(0)
	switch fields[1] {
	case "1":
		base = 1
	case "2":
		base, _ = Base(text)
	}
	if got := fmt.Sprint(base); got != fields[2] {
		return fmt.Errorf("base %s, want %s", got, fields[2])
	}
	levels := Levels(text, base)
	var kept []Level
	var at []int
	for i, want := range strings.Fields(fields[3]) {
		if want == "x" {
			continue
		}
		if got := fmt.Sprint(levels[i]); got != want {
			return fmt.Errorf("levels %v, want %s", levels, fields[3])
		}
		kept, at = append(kept, levels[i]), append(at, i)
	}
	var order []string
	for _, k := range Order(kept) {
		order = append(order, strconv.Itoa(at[k]))
	}
	if got := strings.Join(order, " "); got != fields[4] {
		return fmt.Errorf("order %s, want %s", got, fields[4])
	}
	return nil
}
