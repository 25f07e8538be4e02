package index_test

import (
	"strings"
	"testing"
)

// TestDescribed holds that a chapter which gives an account of a subject is the principal
// locator of the subject, and that titles which are names stay what they are.
func TestDescribed(t *testing.T) {
	const filler = "\n\nThe mill stood by the river. Nobody went there in winter, for the road was bad and the days were short.\n"
	const brenz = "The Brenz Rebellion began in spring. Few remember the Brenz Rebellion today."
	for title, test := range map[string]struct {
		text      string
		has, lack string
	}{
		"Timeline of Milling":                 {"Water came first.", "illing, 1#", "imeline of"},
		"Milling Introduction":                {"Water came first.", "illing, 1#", "Introduction"},
		"The Failures of the Brenz Rebellion": {"It came to nothing.", "Brenz Rebellion, 1#the-failures-of-the-brenz-rebellion", "ailures of"},
		"Brenz Rebellion and Anarchism":       {"It came to nothing.", "Brenz Rebellion, 1#brenz-rebellion-and-anarchism", "Anarchism"},
		"Anarchists in the Brenz Rebellion":   {"It came to nothing.", "Brenz Rebellion, 1#anarchists-in-the-brenz-rebellion", "in the"},
		"Persecution of Millers in Brenz":     {"It came to nothing.", "persecution of millers in Brenz, 1#", "Millers"},
		"Friends of the Mill":                 {"It came to nothing.", "riends of the ", "Mill, 1#"},
		"Mills and Rivers":                    {"It came to nothing.", "ills and ", "Mills, 1#"},
	} {
		got := madeOf(t, title, test.text+filler+"\nThe millers came from Brenz. In Brenz the millers stayed.\n", "Meadows", link("Brenz Rebellion")+". "+brenz+filler)
		if !strings.Contains(got, test.has) {
			t.Errorf("%s: no %q in\n%s", title, test.has, got)
		}
		if strings.Contains(got, test.lack) {
			t.Errorf("%s: %q in\n%s", title, test.lack, got)
		}
	}
}
