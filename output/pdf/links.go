package pdf

import (
	"fmt"

	"publish/layout"
)

// writeAnnotations writes the links of a page, of which gofpdf's dictionaries give
// the addresses, and returns the references to them.
func (f *finisher) writeAnnotations(page dict, index, first, n int) (array, error) {
	old, err := lookup[array](f.src, page, "Annots")
	if err != nil {
		return nil, err
	}
	if len(old) != n {
		return nil, fmt.Errorf("gofpdf wrote %d links of %d", len(old), n)
	}
	refs := make(array, n)
	for i := range old {
		d, err := lookup[dict](f.src, old[i])
		if err != nil {
			return nil, err
		}
		r := f.annotations + ref(first+i)
		if err := f.out.put(r, f.annotation(d, index, first+i)); err != nil {
			return nil, err
		}
		refs[i] = r
	}
	return refs, nil
}

// annotation completes a link (ISO 32000-1 §12.5.6.5). ISO 14289-1 §7.18 asks for
// /Contents and /StructParent, ISO 19005-2 §6.3.2 for the print flag.
func (f *finisher) annotation(old dict, page, link int) dict {
	area := f.links[link].area
	d := old.with("Rect", f.linkBox(area, page)).with("F", integer(4)).with("Contents", textString(f.linkText(area)))
	if area.Target != "" {
		d = d.with("Dest", f.destination(f.doc.Places[area.Target]))
	}
	if f.tags.linkNode(link) >= 0 {
		d = d.with("StructParent", integer(len(f.doc.Pages)+link))
	}
	return d
}

// linkBox returns the area of a link in whole points around it: parts of one are of no
// use to a finger, and take room in a book of thousands of links.
func (f *finisher) linkBox(a *layout.LinkArea, page int) array {
	height := f.doc.Pages[page].Height
	return array{
		points(centi(a.X)), points(centi(height - a.Y - a.Height)),
		points(centi(a.X+a.Width) + 99), points(centi(height-a.Y) + 99),
	}
}

// points makes a number of the whole points in some hundredths.
func points(centi int64) token {
	n := centi / 100
	if centi%100 < 0 {
		n--
	}
	return integer(int(n))
}

// asciiURI returns an address as PDF asks for it: in ASCII (ISO 32000-1 §12.6.4.7), other
// characters as their bytes in UTF-8, percent-encoded (RFC 3987 §3.1).
func asciiURI(address string) string {
	b := make([]byte, 0, len(address))
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c > '~' {
			b = append(b, '%', hexDigit(c>>4), hexDigit(c&15))
			continue
		}
		b = append(b, address[i])
	}
	return string(b)
}

// linkText returns what a screen reader says of a link.
func (f *finisher) linkText(a *layout.LinkArea) string {
	switch {
	case a.Text != "":
		return a.Text
	case a.URI != "":
		return a.URI
	}
	return "page " + f.doc.Pages[f.doc.Places[a.Target].Page].Folio
}

// destination returns a place as an explicit destination that keeps the reader's
// zoom (ISO 32000-1 §12.3.2.2): the whole points next to the place, left of it and above.
func (f *finisher) destination(p layout.Place) array {
	height := f.doc.Pages[p.Page].Height
	return array{
		f.page(p.Page), name("XYZ"),
		points(centi(p.X)), points(centi(height-p.Y) + 99), token("null"),
	}
}
