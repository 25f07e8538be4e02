package index_test

import (
	"strings"
	"testing"
)

// TestPhrases holds which words without links or capitals become headings: those that
// recur in one chapter and say of what it is, not those of everyday English.
func TestPhrases(t *testing.T) {
	const (
		ropes = "The ropewalk stretched to the sea. A ropewalk needs hands: hemp spinners walk backwards all day, and hemp spinners lose the use of their knees. " +
			"They spoke of the notion of thrumming, and of important things. What thrumming is, and who does the thrumming, nobody says. Every important thing took time, said the hemp spinners. Important things cost money.\n\n" +
			"Economic development came late. Economic development ended the walks. Nobody missed the ropewalk, though economic development was slow."
		other = "The miller slept. Nothing turned in the dry month, and the sacks lay empty until the rain came over the hills again in the autumn of that year."
	)
	got := madeOf(t, "Ropes", ropes, "Mills of the Plain", strings.Repeat(other+"\n\n", 60))
	for _, want := range []string{"hemp spinners, 1#", "thrumming, 1#"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, not := range []string{"important", "economic development", "things", "\nhands", "knees"} {
		if strings.Contains(got, not) {
			t.Errorf("%q in\n%s", not, got)
		}
	}
}

// TestReadingLists holds that what only says where to read on gives no locator.
func TestReadingLists(t *testing.T) {
	got := madeOf(t, "Ropes", "The "+link("Brenz Walk")+" closed early.\n\n## More\n\n- The Brenz Walk by A. Twiner <https://example.org/walk>\n\n- [The Brenz Walk in Pictures](https://example.org/pictures) [PL]\n\n## Later\n\nNothing is left.")
	if !strings.Contains(got, "Brenz Walk, 1#term-1\n") || strings.Contains(got, "PL") || strings.Contains(got, "Twiner") {
		t.Error(got)
	}
}
