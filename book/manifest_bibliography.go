package book

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// BibliographySpec says whether there is a bibliography, whether it takes in works
// cited in notes, in which forms it is written for other programs, how addresses are
// printed, and what the editor changes.
type BibliographySpec struct {
	Omit       bool
	WorksCited bool
	Export     []string // of csl-json and bibtex, in that order
	Addresses  AddressPlace
	Edits      BibliographyEdits
}

// AddressPlace says where the addresses of online works stand in print.
type AddressPlace uint8

// Addresses stand in the entries alone, in a numbered list behind them too, or there
// beside a code for cameras (ISO/IEC 18004).
const (
	AddressesInEntries AddressPlace = iota
	AddressesListed
	AddressesCoded
)

// BibliographyEdits is the editor's hand over the bibliography. Works are named by the
// keys that publish dump --stage bibliography prints, or by words that one entry alone
// has. Every list is in the order of the manifest.
type BibliographyEdits struct {
	Exclude []WorkName  // works that are not listed
	Merge   []WorkMerge // works and those that they take in
	Correct []WorkEdit  // works and what is to be known of them
}

// WorkName is what names a work, and where.
type WorkName struct {
	Pos
	Text string
}

// WorkMerge is a work and others that are the same.
type WorkMerge struct {
	WorkName
	Others []WorkName
}

// WorkEdit is a work and the fields that are put right; a field with an empty value is
// taken out. Names are those of [Work.Fields].
type WorkEdit struct {
	WorkName
	Fields []WorkField
}

// exportForms are the forms of a bibliography for other programs.
func exportForms() []string { return []string{"csl-json", "bibtex"} }

// bibliographyKeys returns the keys of the bibliography.
func (r *manifestReader) bibliographyKeys() []manifestKey {
	spec := &r.m.Bibliography
	return []manifestKey{
		r.boolean("works-cited", func(b bool) { spec.WorksCited = b }),
		{name: "export", read: func(n *yaml.Node) { spec.Export = r.subset(n, "export", exportForms()) }},
		r.choice("addresses", []string{"entries", "list", "qr"}, func(i int) { spec.Addresses = AddressPlace(i) }),
		{name: "exclude", read: func(n *yaml.Node) { spec.Edits.Exclude = r.workNames(n, quoted("exclude")) }},
		{name: "merge", read: r.merges},
		{name: "correct", read: r.corrections},
	}
}

// subset reads a list of some of a few words and returns those in the words' own
// order.
func (r *manifestReader) subset(n *yaml.Node, name string, words []string) []string {
	chosen := map[string]bool{}
	r.list(n, quoted(name), func(item *yaml.Node) {
		s, ok := r.scalar(item, "an item of "+quoted(name))
		if !ok {
			return
		}
		for _, w := range words {
			if w == s {
				chosen[w] = true
				return
			}
		}
		problem, hint := notAWord(name, s, words)
		r.badValue(item, problem, hint)
	})
	var list []string
	for _, w := range words {
		if chosen[w] {
			list = append(list, w)
		}
	}
	return list
}

// workNames reads the names of works, a list or one alone.
func (r *manifestReader) workNames(n *yaml.Node, what string) []WorkName {
	var list []WorkName
	for _, w := range r.words(n, what) {
		list = append(list, WorkName(w))
	}
	return list
}

// merges reads works with those that they take in.
func (r *manifestReader) merges(n *yaml.Node) {
	r.headings(n, quoted("merge"), func(name IndexWord, value *yaml.Node) {
		if others := r.workNames(value, "the value of "+quoted(name.Text)); len(others) > 0 {
			r.m.Bibliography.Edits.Merge = append(r.m.Bibliography.Edits.Merge, WorkMerge{WorkName(name), others})
		}
	})
}

// corrections reads works with the fields to put right.
func (r *manifestReader) corrections(n *yaml.Node) {
	r.headings(n, quoted("correct"), func(name IndexWord, value *yaml.Node) {
		edit := WorkEdit{WorkName: WorkName(name)}
		r.mapping(value, "the value of "+quoted(name.Text), r.fieldKeys(&edit))
		if len(edit.Fields) > 0 {
			r.m.Bibliography.Edits.Correct = append(r.m.Bibliography.Edits.Correct, edit)
		}
	})
}

// fieldKeys returns the keys for the fields of a work.
func (r *manifestReader) fieldKeys(edit *WorkEdit) []manifestKey {
	var keys []manifestKey
	for _, name := range WorkFieldNames() {
		set := func(value string) { edit.Fields = append(edit.Fields, WorkField{name, value}) }
		key := manifestKey{name: name, read: func(n *yaml.Node) { r.fieldValue(n, name, set) }}
		if name == "kind" {
			kinds := workKinds()
			key = r.choice(name, kinds, func(i int) { set(kinds[i]) })
		}
		keys = append(keys, key)
	}
	return keys
}

// fieldValue reads the value of a field: text, empty to take the field out, or a list of
// names.
func (r *manifestReader) fieldValue(n *yaml.Node, name string, set func(string)) {
	if n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == "" {
		set("")
		return
	}
	if n.Kind != yaml.SequenceNode {
		if s, ok := r.scalar(n, quoted(name)); ok {
			set(s)
		}
		return
	}
	var list []string
	for _, w := range r.words(n, quoted(name)) {
		list = append(list, w.Text)
	}
	set(strings.Join(list, "; "))
}
