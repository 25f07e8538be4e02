package index_test

import (
	"testing"
)

// TestHeadingForm holds how headings are written: with the capitals, the number and the
// marks that an editor would give them.
func TestHeadingForm(t *testing.T) {
	const filler = "\n\nThe mill stood by the river. Nobody went there in winter, for the road was bad and the days were short.\n"
	for name, test := range map[string]struct {
		text      string
		has, lack []string
	}{
		"a doctrine of two persons": {"The party taught " + link("Marxist Leninism") + " there. Every Marxist agreed, and every Leninist.", []string{"Marxism-Leninism,"}, []string{"Marxist Leninism"}},
		"a question":                {"He wrote " + link("What Is Grain?") + " at once. Readers of What Is Grain? laughed.", []string{"What Is Grain?,"}, nil},
		"years in front":            {"The " + link("1891–92 mill recession") + " came. After the 1891–92 mill recession all was still.", []string{"mill recession (1891–92),"}, nil},
		"a qualifier that is there": {"The " + link("Brenz Mill Takeover (Mill)") + " came.", []string{"Brenz Mill Takeover,"}, []string{"(Mill)"}},
		"a person of a work":        {"Some liked " + link("Sonya Baranov (The Millers)") + " best.", []string{"Baranov, Sonya (The Millers),"}, nil},
		"a doctrine with a capital": {"They held with " + link("Fervorism") + ". All Fervorism is alike.", []string{"fervorism,"}, nil},
		"a doctrine of a person":    {"They held with " + link("Brenzism") + ". Otto Brenz smiled, for Brenz was tired.", []string{"Brenzism,"}, nil},
		"a people":                  {"The Brelt woods burned. " + link("Brelt") + " farmers fled. Many Brelts returned, and the Brelts planted oaks.", []string{"Brelts,"}, nil},
		"a call":                    {"They called it " + link("Millers First!") + " in those years.", []string{"Millers First!,"}, nil},
		"a paper's name":            {"The paper " + link("Direct Action (Slovakia)") + " told of it. They took to direct action, and direct action won.", []string{"Direct Action (Slovakia), 1#term-1\n"}, nil},
		"an event's qualifier":      {"The " + link("Provisional Diet (Brenz Rebellion)") + " met. The Provisional Diet fell.", []string{"Provisional Diet,"}, []string{"(Brenz"}},
		"two parties of one name":   {"The " + link("Provisional Diet (Brenz Rebellion)") + " met. The " + link("Provisional Diet (Altmark Rebellion)") + " fell.", []string{"Provisional Diet (Brenz", "Provisional Diet (Altmark"}, nil},
	} {
		got := madeOf(t, "Mills", test.text+filler)
		wantParts(t, name, got, test.has, test.lack)
	}
}
