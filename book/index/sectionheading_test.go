package index

import "testing"

// TestTellsTopic holds which headings of sections make a subentry as they are.
func TestTellsTopic(t *testing.T) {
	x := newIndexer(lexiconBook(t, "Brenz lies low. Nobody in Brenz paid."))
	x.read(x.chapters, x.linkLength, nil)
	for _, test := range []struct {
		title string
		want  bool
	}{
		{"Peasant Rebellions", true},
		{"Destruction of Granaries", true},
		{"Centralization and Bureaucracy", true},
		{"From a Federalist Standpoint", false}, // standpoint says nothing
		{"Early Life", false},
		{"Problems of Dyeing", false},
		{"Why Weaving Is Better", false},
		{"Granaries Enable Weavers", false},
		{"What Was Lost?", false},
		{"Weavers, Dyers, Fullers", false},
		{"Building the Granaries", false},
		{"Reading Brenz", false},
		{"1712 Granaries", true},
		{"12th Granaries", false},
	} {
		if got := x.tellsTopic(titleWords(test.title)); got != test.want {
			t.Errorf("%s: %v, want %v", test.title, got, test.want)
		}
	}
}

// TestPhrase holds how a heading of a section reads behind a heading of the index.
func TestPhrase(t *testing.T) {
	x := newIndexer(lexiconBook(t, "Brenz lies low, and the men of Brenz know it."))
	x.read(x.chapters, x.linkLength, nil)
	for _, test := range [][2]string{
		{"Destruction of Granaries", "and destruction of granaries"},
		{"The Granaries", "and granaries"},
		{"The Brenz Granaries", "and the Brenz granaries"},
		{"The Brenz Massacre", "in the Brenz massacre"},
		{"Brenz Massacres", "in Brenz massacres"},
		{"Under the Regent", "under the regent"},
		{"From the Right", ""},
	} {
		if got := x.phrase(&term{title: "weavers"}, titleWords(test[0])); got != test[1] {
			t.Errorf("%s: %q, want %q", test[0], got, test[1])
		}
	}
}

func TestBareTitle(t *testing.T) {
	for _, test := range [][2]string{
		{"Weavers' Era (1711-1712)", "Weavers' Era"},
		{"May 1712: Abolition of Tolls", "Abolition of Tolls"},
		{"The Militia: From Shield to Rod", "The Militia"},
		{"Part III: Granaries", "Granaries"},
		{"Brenz Rebellion, 1712", "Brenz Rebellion"},
		{"Granaries", "Granaries"},
	} {
		if got := bareTitle(test[0]); got != test[1] {
			t.Errorf("%s: %q, want %q", test[0], got, test[1])
		}
	}
}
