package pdf

import (
	"crypto/md5"
	"fmt"
	"slices"
	"strings"
)

// Attachment is a file that a PDF carries with it, for readers to save.
type Attachment struct {
	Name     string // under which it is saved, without a folder; ASCII, and of one attachment only
	MIME     string // media type
	About    string // what it is, for those who look through the list
	Relation Relation
	Data     []byte // not changed
	Packed   bool   // Data is compressed already
}

// Relation tells what an attachment is to the document (ISO 19005-3, annex E).
type Relation uint8

// An attachment is what the document was made of, or the same in another form.
const (
	Source Relation = iota
	Alternative
)

// entry returns the name of the relation as it stands in a file.
func (r Relation) entry() name {
	if r == Alternative {
		return "Alternative"
	}
	return "Source"
}

// writeAttachments writes the files that the document carries, as associated files of
// the whole document (ISO 19005-3 §6.8). It returns the entries of the catalogue and
// of the dictionary of names.
func (f *finisher) writeAttachments() (catalog, names dict, err error) {
	if len(f.opt.Attachments) == 0 {
		return nil, nil, nil
	}
	var list array
	var leaves []treeLeaf
	for i := range f.opt.Attachments {
		a := &f.opt.Attachments[i]
		r, err := f.writeAttachment(a)
		if err != nil {
			return nil, nil, fmt.Errorf("attachment %s: %w", a.Name, err)
		}
		list = append(list, r)
		leaves = append(leaves, treeLeaf{text(a.Name), r})
	}
	slices.SortFunc(leaves, func(a, b treeLeaf) int { return strings.Compare(string(a.key.(text)), string(b.key.(text))) })
	tree, err := f.writeTree("Names", leaves)
	return dict{{"AF", list}}, dict{{"EmbeddedFiles", tree}}, err
}

// writeAttachment writes a file and its specification (ISO 32000-1 §7.11.3 and
// §7.11.4). ISO 14289-1 §7.11 asks for both forms of the name.
func (f *finisher) writeAttachment(a *Attachment) (ref, error) {
	spec, file := f.out.alloc(), f.out.alloc()
	sum := md5.Sum(a.Data) // by which readers find damage, not forgery
	params := dict{{"Size", integer(len(a.Data))}, {"CheckSum", text(sum[:])}}
	if date := f.doc.Meta.Date; !date.IsZero() {
		params = append(params, entry{"CreationDate", text(stamp(date))}, entry{"ModDate", text(stamp(date))})
	}
	d := dict{{"Type", name("EmbeddedFile")}, {"Subtype", name(a.MIME)}, {"Params", params}}
	write := f.out.putStream
	if a.Packed {
		write = func(r ref, d dict, data []byte) error { return f.out.putRaw(r, &stream{d, data}) }
	}
	if err := write(file, d, a.Data); err != nil {
		return 0, err
	}
	return spec, f.out.put(spec, dict{
		{"Type", name("Filespec")},
		{"F", text(a.Name)}, {"UF", textString(a.Name)}, {"Desc", textString(a.About)},
		{"AFRelationship", a.Relation.entry()},
		{"EF", dict{{"F", file}, {"UF", file}}},
	})
}

// checkAttachments fails where two attachments have one name, or one has none.
func checkAttachments(list []Attachment) error {
	for i := range list {
		same := func(b Attachment) bool { return b.Name == list[i].Name }
		if list[i].Name == "" || slices.IndexFunc(list, same) < i {
			return fmt.Errorf("attachment %d: no name of its own: %q", i+1, list[i].Name)
		}
	}
	return nil
}
