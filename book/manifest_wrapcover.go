package book

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// WrapCoverSpec says how the cover around a printed book is made. Lengths are
// thousandths of a millimetre.
type WrapCoverSpec struct {
	Paper      int64 // thickness of a leaf; that of the booklet where the manifest gives none
	Stock      int64 // thickness of the cover itself
	Spine      int64 // its width, -1 for what follows from pages and paper
	Bleed      int64
	Marks      []string // crop, fold
	SpineTitle SpineTitle
	Colour     *[3]uint8 // of back and spine, nil for the cover's own
	ISBN       string    // "" for that of the book, if it has one
	AddOn      string    // five digits beside the barcode, or ""
	Text       []string  // paragraphs on the back, nil for the description of the book
}

// SpineTitle says how the title on a spine is read.
type SpineTitle uint8

// Titles run as books in their language have them, down from the head, or up.
const (
	SpineByLanguage SpineTitle = iota
	SpineDown
	SpineUp
)

// wrapCoverKeys returns the keys of the section that tells how the wrap cover is made.
func (r *manifestReader) wrapCoverKeys() []manifestKey {
	w := &r.m.WrapCover
	return []manifestKey{
		r.thickness("paper", &r.coverLeaf),
		r.bulk("bulk", &r.coverLeaf),
		r.length("stock", "a thickness", 2000, &w.Stock),
		r.length("spine", "a width", 120_000, &w.Spine),
		r.length("bleed", "a width", 20_000, &w.Bleed),
		{name: "marks", read: func(n *yaml.Node) { w.Marks = r.subset(n, "marks", []string{"crop", "fold"}) }},
		r.choice("spine-title", []string{"by-language", "down", "up"}, func(i int) { w.SpineTitle = SpineTitle(i) }),
		r.checked("colour", r.colour),
		r.checked("isbn", r.isbn),
		r.checked("add-on", r.addOn),
		{name: "text", read: func(n *yaml.Node) {
			r.list(n, quoted("text"), func(item *yaml.Node) {
				if s, ok := r.scalar(item, "a paragraph"); ok {
					w.Text = append(w.Text, s)
				}
			})
		}},
	}
}

// colour reads a colour: six hexadecimal digits.
func (r *manifestReader) colour(s string) (problem, hint string) {
	digits, ok := strings.CutPrefix(s, "#")
	n, err := strconv.ParseUint(digits, 16, 24)
	if !ok || err != nil || len(digits) != 6 {
		return fmt.Sprintf("%q is not a colour", s), "write it in quotes as '#17324D'"
	}
	r.m.WrapCover.Colour = &[3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}
	return "", ""
}

func (r *manifestReader) isbn(s string) (problem, hint string) {
	if !validISBN(s) {
		return fmt.Sprintf("the ISBN %q is not right: its check digit does not fit", s), ""
	}
	r.m.WrapCover.ISBN = s
	return "", ""
}

// addOn reads the five digits beside a barcode.
func (r *manifestReader) addOn(s string) (problem, hint string) {
	if len(s) != 5 || strings.Trim(s, "0123456789") != "" {
		return fmt.Sprintf("the add-on of a barcode cannot be %q", s), "write its five digits in quotes, such as '90000' for no price"
	}
	r.m.WrapCover.AddOn = s
	return "", ""
}

// CoverISBN returns the ISBN that stands on the cover: that of the section wrap-cover,
// or the first one among the identifiers of the book; "" for none.
func (m *Manifest) CoverISBN() string {
	if m.WrapCover.ISBN != "" {
		return m.WrapCover.ISBN
	}
	for _, id := range append([]string{m.Meta.Identifier}, m.Meta.Identifiers...) {
		if len(id) > len(isbnScheme) && strings.EqualFold(id[:len(isbnScheme)], isbnScheme) {
			return id[len(isbnScheme):]
		}
	}
	return ""
}

const isbnScheme = "urn:isbn:"
