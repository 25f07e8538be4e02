package collation

import (
	"slices"
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	want := []string{"1905, events of", "Aldus", "“Areopagitica”", "Ávila", "Élisée, an", "New York", "newsprint", "Øland",
		"Over the Press", "The Press", "press gang", "Pressler, Anna", "Zapata", "Житков"}
	s := New("en")
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(s.Key(a), s.Key(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestLetter(t *testing.T) {
	for heading, want := range map[string]string{"The Press": "P", "Éluard": "E", "1905": "", "L’Internationale": "I", "Øland": "O", "Житков": "Ж", "Los Angeles": "L", "": "", "«Il Popolo»": "P"} {
		if got := Letter(heading); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}
