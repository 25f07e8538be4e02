package names

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/famous.txt
var famous string

//go:embed testdata/world.txt
var world string

// TestFamous holds the headings of names of all parts of the world.
func TestFamous(t *testing.T) {
	l := New()
	count := 0
	for _, line := range lines(famous + world) {
		spoken, want, ok := strings.Cut(line, " = ")
		if !ok {
			t.Fatalf("no heading in %q", line)
		}
		count++
		if got := l.Parse(spoken).Inverted(); got != want {
			t.Errorf("%s: %q, want %q", spoken, got, want)
		}
	}
	if count < 1000 {
		t.Errorf("only %d names", count)
	}
}
