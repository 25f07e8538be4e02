package index

import "testing"

// TestBeside holds how another subject words a subentry: the preposition by what it is,
// the article by the text or by its kind.
func TestBeside(t *testing.T) {
	x := newIndexer(lexiconBook(t, "Brenz lies low."))
	weavers := &term{title: "weavers"}
	holt := &term{title: "Anna Holt", person: true, family: "holt", proper: true}
	brenz := &term{title: "Brenz", proper: true, placed: true}
	rebellion := &term{title: "Brenz Rebellion", proper: true, kind: isEvent}
	doctrine := &term{title: "federalism"}
	for _, test := range []struct {
		of, other *term
		want      string
	}{
		{weavers, holt, "and Holt"},
		{weavers, brenz, "in Brenz"},
		{&term{title: "Ulm", proper: true, placed: true}, brenz, "and Brenz"},
		{weavers, rebellion, "in the Brenz Rebellion"},
		{doctrine, rebellion, "and the Brenz Rebellion"},
		{rebellion, &term{title: "Toll War", proper: true, kind: isEvent}, "and the Toll War"},
		{weavers, &term{title: "Holt's Rebellion", proper: true, kind: isEvent}, "in Holt's Rebellion"},
		{weavers, &term{title: "World War I", proper: true, articled: 1, bare: 9}, "in World War I"},
		{weavers, &term{title: "Watch", proper: true, articled: 5, bare: 1}, "and the Watch"},
		{weavers, &term{title: "Guild of Dyers", proper: true, articled: 1, bare: 2}, "and the Guild of Dyers"},
		{weavers, &term{title: "Brenz Industrial Colony", proper: true}, "and the Brenz Industrial Colony"},
		{weavers, &term{title: "Dyers", proper: true, articled: 5}, "and Dyers"},
		{weavers, &term{title: "bread"}, "and bread"},
		{weavers, &term{title: "strike"}, "and strikes"},
		{weavers, doctrine, "and federalism"},
		{weavers, &term{title: "Union of Weavers and Dyers of Brenz", proper: true, articled: 2, forms: []*form{{text: "UWDB", kind: shortForm, count: 2}}}, "and the UWDB"},
		{weavers, &term{title: "United Kingdom", proper: true, placed: true}, "in the United Kingdom"},
	} {
		if got := x.beside(test.of, test.other); got != test.want {
			t.Errorf("%s: %q, want %q", test.of.title, got, test.want)
		}
	}
}
