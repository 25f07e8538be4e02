package book

import (
	"strings"
	"testing"
)

// TestPageLocators reads locators as "60", "60-63", "60-63*" for a principal one and
// "88n3"; the IDs are the folios.
func TestPageLocators(t *testing.T) {
	one := &Chapter{}
	for _, test := range [][2]string{
		{"60-63", "60–63"},
		{"60 61 62", "60, 61, 62"}, // mentions on pages in a row are no discussion
		{"60 60 60", "60"},
		{"60-63 62", "60–63"},
		{"60 60-63", "60–63"},
		{"60-62 62-64", "60–64"},
		{"60-62 63-64", "60–62, 63–64"},
		{"60-62 63 64", "60–64"}, // but round a discussion they are
		{"58 59 60-62 64", "58–62, 64"},
		{"60-62 63 64n3", "60–62, 63, 64n3"},
		{"60-62 63* 64", "63, 60–62, 64"},
		{"60-60", "60"},
		{"90 20-25* 7", "20–25, 7, 90"},
		{"22 20-25* 7", "20–25, 7"},
		{"24-28 20-25*", "20–25, 24–28"},
		{"300n3 40", "40, 300n3"},
		{"300n3 300n4 300n5 300n7", "300nn3–5, 300n7"},
		{"300n3 300n3 300", "300, 300n3"},
		{"12 ix iv-vi", "iv–vi, ix, 12"},
		{"xix-xxii xl", "xix–xxii, xl"},
		{"vi-3", "vi"},
		{"321-328", "321–28"},
		{"? 5", "5"},
		{"", ""},
	} {
		if got := printed(locatorsOf(test[0], one)); got != test[1] {
			t.Errorf("%s: %q, want %q", test[0], got, test[1])
		}
	}
}

func printed(all []Locator) string {
	var out []string
	for _, l := range PageLocators(all, func(id string) string { return strings.Trim(id, "?") }) {
		out = append(out, l.String())
	}
	return strings.Join(out, ", ")
}

func locatorsOf(list string, chapter *Chapter) []Locator {
	var out []Locator
	for _, word := range strings.Fields(list) {
		l := Locator{Chapter: chapter}
		word, l.Principal = strings.CutSuffix(word, "*")
		word, note, ok := strings.Cut(word, "n")
		if ok {
			l.Note = int(note[0] - '0')
		}
		l.From, l.To, _ = strings.Cut(word, "-")
		out = append(out, l)
	}
	return out
}

// TestInclusiveNumbers holds the examples of Chicago 18, 9.62.
func TestInclusiveNumbers(t *testing.T) {
	for _, test := range [][3]string{
		{"3", "10", "3–10"}, {"71", "72", "71–72"}, {"96", "117", "96–117"}, {"100", "104", "100–104"}, {"1100", "1113", "1100–1113"},
		{"101", "108", "101–8"}, {"808", "833", "808–33"}, {"1103", "1104", "1103–4"}, {"321", "328", "321–28"}, {"498", "532", "498–532"},
		{"1087", "1089", "1087–89"}, {"1496", "1500", "1496–500"}, {"11564", "11615", "11564–615"}, {"12991", "13001", "12991–3001"},
		{"60", "63", "60–63"}, {"88", "89", "88–89"}, {"iv", "vi", "iv–vi"}, {"5", "5", "5"}, {"150", "150", "150"},
	} {
		if got := InclusiveNumbers(test[0], test[1]); got != test[2] {
			t.Errorf("%s to %s: %q, want %q", test[0], test[1], got, test[2])
		}
	}
}
