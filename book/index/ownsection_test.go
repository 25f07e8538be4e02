package index_test

import (
	"strings"
	"testing"
)

// TestOwnSections holds that the sections of a long chapter stand under its subject, and
// that those of a short one, or of the only one, do not.
func TestOwnSections(t *testing.T) {
	section := func(title string, times int) string {
		return "\n\n## " + title + "\n\n" + strings.Repeat(loft, times)
	}
	life := func(times int) string {
		return "**Otto Baranov** was a miller." + section("Deportation", times) + section("Mutual aid", times) + section("Early life", times) + section("Who was he?", times)
	}
	const other = "A mill is old. Otto Baranov had one."
	for _, test := range []struct {
		name      string
		articles  []string
		has, lack []string
	}{
		{"a long chapter", []string{"Otto Baranov", life(40), "Mills", other}, []string{"  deportation", "  mutual aid"}, []string{"early life", "who was"}},
		{"a short chapter", []string{"Otto Baranov", life(2), "Mills", other}, nil, []string{"  deportation"}},
		{"the only chapter", []string{"Otto Baranov", life(40)}, nil, []string{"  deportation"}},
	} {
		wantParts(t, test.name, madeOf(t, test.articles...), test.has, test.lack)
	}
}
