package index

import _ "embed"

//go:embed words/known.txt
var knownList string

// knownPersons returns the full names of the persons whom everybody knows by the
// surname, by its stem.
func (x *indexer) knownPersons() map[string]string {
	known := map[string]string{}
	for _, name := range lines(knownList) {
		if family := x.familyOf(name); family != "" {
			known[family] = name
		}
	}
	return known
}

// complete makes a person, under the full name, of a surname that the text gives
// alone.
func (x *indexer) complete(t *term, name string) {
	t.title, t.person, t.surname = name, true, false
	t.family = x.familyOf(name)
	x.addForm(t, name, fullForm)
	for _, f := range t.forms {
		f.capital = capitalsOf(f.text, true)
	}
}
