package book

import (
	"path/filepath"

	"go.yaml.in/yaml/v3"
)

// IndexEdits is the editor's hand over the automatic index, as index.yaml gives it.
// Headings are written as the index prints them; case, marks and a leading article
// do not count. Every list is in the order of the file.
type IndexEdits struct {
	File    string
	Exclude []IndexWord  // headings that get no entry
	Rename  []IndexEdit  // headings and their one new wording
	Merge   []IndexEdit  // headings and those that they take in
	SortAs  []IndexEdit  // headings and the one text by which they are sorted
	See     []IndexEdit  // headings without locators, and those that they lead to
	SeeAlso []IndexEdit  // headings and related ones
	Add     []IndexEdit  // headings and the words of the text that call them
	People  []PersonEdit // titles that are names of persons, or are not
}

// IndexEdit is a heading of the index and what becomes of it. Words is never empty
// but in Add, where it may be: the heading calls itself.
type IndexEdit struct {
	IndexWord
	Words []IndexWord
}

// IndexWord is a piece of text of index.yaml and its place.
type IndexWord struct {
	Pos
	Text string
}

// PersonEdit says whether a title is the name of a person. Inverted is the form that
// the editor wants for a person; "" for that of the rules.
type PersonEdit struct {
	IndexWord
	Person   bool
	Inverted string
}

// ReadIndexEdits reads the file of index rules src. Path is its file name as messages
// show it. The edits are whole even where the messages hold errors: what could not be
// read is left out. The limits are those of a manifest; an empty file changes
// nothing.
func ReadIndexEdits(file string, src []byte) (*IndexEdits, Diags) {
	file = filepath.ToSlash(file)
	r := &manifestReader{file: file, m: &Manifest{}}
	e := &IndexEdits{File: file}
	if root := r.document(src); root != nil {
		r.mapping(root, "the file of index rules", r.editKeys(e))
	}
	r.diags.Sort()
	return e, r.diags
}

// editKeys returns the keys of index.yaml, in the order of the contract.
func (r *manifestReader) editKeys(e *IndexEdits) []manifestKey {
	return []manifestKey{
		{name: "exclude", read: func(n *yaml.Node) { e.Exclude = r.words(n, quoted("exclude")) }},
		r.edits("rename", &e.Rename, false),
		r.edits("merge", &e.Merge, true),
		r.edits("sort-as", &e.SortAs, false),
		r.edits("see", &e.See, true),
		r.edits("see-also", &e.SeeAlso, true),
		{name: "add", read: func(n *yaml.Node) { e.Add = r.added(n) }},
		{name: "people", read: func(n *yaml.Node) { e.People = r.people(n) }},
	}
}

// edits is a mapping from headings to text, or to lists if several is true.
func (r *manifestReader) edits(name string, to *[]IndexEdit, several bool) manifestKey {
	return manifestKey{name: name, read: func(n *yaml.Node) {
		r.headings(n, quoted(name), func(heading IndexWord, value *yaml.Node) {
			edit := IndexEdit{IndexWord: heading}
			what := "the value of " + quoted(heading.Text)
			if several && value.Kind == yaml.SequenceNode {
				edit.Words = r.words(value, what)
			} else if s, ok := r.scalar(value, what); ok {
				edit.Words = []IndexWord{{r.at(value), s}}
			}
			if len(edit.Words) > 0 {
				*to = append(*to, edit)
			}
		})
	}}
}

// headings calls f for every pair of a mapping whose keys are headings.
func (r *manifestReader) headings(n *yaml.Node, what string, f func(IndexWord, *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, what, "headings with values").Hint("write a heading, a colon, and what becomes of it")
		return
	}
	seen := map[string]Pos{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := r.resolve(n.Content[i])
		heading, ok := r.scalar(key, "a heading")
		if !ok {
			continue
		}
		if first, twice := seen[heading]; twice {
			r.diags.Add(ManifestKey, r.at(key), "the heading %q stands here twice", heading).Hint("it stands first at %s", first)
			continue
		}
		seen[heading] = r.at(key)
		f(IndexWord{r.at(key), heading}, r.resolve(n.Content[i+1]))
	}
}

// words reads a list of texts; one text counts as a list of one.
func (r *manifestReader) words(n *yaml.Node, what string) []IndexWord {
	if n.Kind == yaml.ScalarNode && !isNull(n) {
		if s, ok := r.scalar(n, what); ok {
			return []IndexWord{{r.at(n), s}}
		}
		return nil
	}
	var list []IndexWord
	r.list(n, what, func(item *yaml.Node) {
		if s, ok := r.scalar(item, "an item of "+what); ok {
			list = append(list, IndexWord{r.at(item), s})
		}
	})
	return list
}

// added reads the headings to add: a list of such as call themselves, or headings
// with the words that call them.
func (r *manifestReader) added(n *yaml.Node) []IndexEdit {
	var list []IndexEdit
	if n.Kind != yaml.MappingNode {
		for _, w := range r.words(n, quoted("add")) {
			list = append(list, IndexEdit{IndexWord: w})
		}
		return list
	}
	r.headings(n, quoted("add"), func(heading IndexWord, value *yaml.Node) {
		edit := IndexEdit{IndexWord: heading}
		if !isNull(value) {
			edit.Words = r.words(value, "the value of "+quoted(heading.Text))
		}
		list = append(list, edit)
	})
	return list
}

// people reads the judgements on names: true or false, or the form turned round.
func (r *manifestReader) people(n *yaml.Node) []PersonEdit {
	var list []PersonEdit
	if n.Kind != yaml.MappingNode {
		for _, w := range r.words(n, quoted("people")) {
			list = append(list, PersonEdit{IndexWord: w, Person: true})
		}
		return list
	}
	r.headings(n, quoted("people"), func(name IndexWord, value *yaml.Node) {
		edit := PersonEdit{IndexWord: name, Person: true}
		if value.Kind == yaml.ScalarNode && value.Tag == "!!bool" {
			edit.Person = isTrue(value)
		} else if s, ok := r.scalar(value, "the value of "+quoted(name.Text)); ok {
			edit.Inverted = s
		} else {
			return
		}
		list = append(list, edit)
	})
	return list
}
