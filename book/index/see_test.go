package index_test

import (
	"testing"
)

// TestReferences holds which references an index has, and that it has none that send a
// reader nowhere new.
func TestReferences(t *testing.T) {
	const filler = "\n\nThe mill stood by the river. Nobody went there in winter, for the road was bad and the days were short.\n"
	for name, test := range map[string]struct {
		articles  []string
		has, lack []string
	}{
		"another spelling": {
			[]string{"Zurnberg Assembly", "The **Zürnberg Assembly**, or **Zurnberg Asembly**, met twice. The Zürnberg Assembly rose."},
			[]string{"Zurnberg Assembly, 1#"}, []string{"See"},
		},
		"another name": {
			[]string{"Zurnberg Assembly", "The **Zurnberg Assembly** or **Long Diet** met twice. The Long Diet rose."},
			[]string{"Long Diet. See Zurnberg Assembly"}, nil,
		},
		"two civil wars": {
			[]string{"Mills", "The " + link("Danish Civil War") + " began here, and the civil war was long. The civil war ended. The " + link("Brenz Civil War") + " came later."},
			[]string{"Danish Civil War, 1#"}, []string{"civil war. See"},
		},
		"neighbours": {
			[]string{"Mills", "The town of " + link("Brenz") + " is old. In Brenz all was still.\n\n## War\n\nThe " + link("Brenz Rebellion") + " began here. Few remember the Brenz Rebellion."},
			[]string{"Brenz, 1#", "Brenz Rebellion, 1#"}, []string{"See also"},
		},
		"persons who met": {
			[]string{"Otto Baranov", "**Otto Baranov** ran the press with " + link("Zacharias Zoller") + ".", "Zacharias Zoller", "**Zacharias Zoller** sold it for " + link("Otto Baranov") + ".", "Mills", "A mill is old."},
			[]string{"See also Zoller, Zacharias", "See also Baranov, Otto"}, nil,
		},
	} {
		list := append([]string(nil), test.articles...)
		list[1] += filler
		got := madeOf(t, list...)
		wantParts(t, name, got, test.has, test.lack)
	}
}
