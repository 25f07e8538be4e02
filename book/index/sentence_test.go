package index

import "testing"

// TestSentence holds how words of a title stand in a sentence.
func TestSentence(t *testing.T) {
	x := newIndexer(lexiconBook(t, "Weavers of Brenz, not Corbel's men, paid. Then Corbel fled from Brenz to Brenzia, and left tolls to weavers."))
	x.read(x.chapters, x.linkLength, nil)
	for _, test := range [][2]string{
		{"Weavers AND Dyers", "weavers and dyers"},
		{"Corbelism in Brenz", "Corbelism in Brenz"},
		{"Marxist-Federalist Tolls", "Marxist-federalist tolls"},
		{"Anarcho-Syndicalist Unions", "anarcho-syndicalist unions"},
		{"The Brenzian Tolls", "the Brenzian tolls"},
		{"A Toll", "toll"},
		{"Anti-Brenz Leagues", "anti-Brenz leagues"},
		{"Radicalisation of Weavers", "radicalisation of weavers"},
		{"USSR Tolls", "USSR tolls"},
	} {
		if got := x.sentence(titleWords(test[0])); got != test[1] {
			t.Errorf("%s: %q, want %q", test[0], got, test[1])
		}
	}
}
