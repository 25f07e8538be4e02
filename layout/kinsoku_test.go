package layout

import (
	"bufio"
	"go/build"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestKinsoku marks where lines may end.
func TestKinsoku(t *testing.T) {
	s := safetyComposer(t).shaper
	for _, want := range []string{
		"無|政|府", "きっ|て", "キャ|ラ|メ|ル", "ラー|メ|ン", "人々|は", "「本」|と|言|う。", "本、|紙。|「版」", "한|국|어", "中|abc|文", "昭|和|12|年", "ab(c)d",
	} {
		text, got, at := strings.ReplaceAll(want, "|", ""), "", 0
		for _, b := range s.breakPoints(text, "", true) {
			got += text[at:b.offset] + "|"
			at = b.offset
		}
		if got += text[at:]; got != want {
			t.Errorf("%q breaks as %q, want %q", text, got, want)
		}
	}
}

// TestKinsokuConformance compares the breaks between characters of these scripts with
// the test file of UAX #14, of which a library that the program is made with carries a
// copy.
func TestKinsokuConformance(t *testing.T) {
	cache := os.Getenv("GOMODCACHE")
	if cache == "" {
		cache = filepath.Join(filepath.SplitList(build.Default.GOPATH)[0], "pkg", "mod")
	}
	found, _ := filepath.Glob(filepath.Join(cache, "github.com", "go-text", "typesetting@*", "segmenter", "test", "LineBreakTest.txt"))
	if len(found) == 0 {
		t.Skip("no copy of LineBreakTest.txt in the module cache")
	}
	file, err := os.Open(found[len(found)-1])
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(strings.Split(lines.Text(), "#")[0])
		for i := 3; i+1 < len(fields); i += 2 {
			prev, next := hexRune(fields[i-2]), hexRune(fields[i])
			if !inKinsoku(prev) || !inKinsoku(next) {
				continue
			}
			cases++
			if got, want := breaksIdeographs(prev, next), fields[i-1] == "÷"; got != want {
				t.Errorf("between %q and %q: %t, want %t (%s)", prev, next, got, want, lines.Text())
			}
		}
	}
	if cases < 20 {
		t.Errorf("only %d cases", cases)
	}
}

func hexRune(s string) rune {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		return 0
	}
	return rune(n)
}

// inKinsoku leaves out single letters of Hangul, which no text has.
func inKinsoku(r rune) bool {
	return (isIdeograph(r) || strings.ContainsRune(closesLine+opensLine+noStart, r)) && (r < 0x1100 || r > 0x11FF)
}
