package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// writeResources writes the fonts, the pictures and the dictionary through which
// all pages share them. gofpdf's names of pictures are hashes of their content;
// fonts get short names of ours.
func (f *finisher) writeResources() error {
	old, err := f.oldResources()
	if err != nil {
		return err
	}
	fonts, err := f.writeFonts(old)
	if err != nil {
		return err
	}
	d := dict{{"Font", fonts}}
	pictures, err := f.writePictures(old)
	if err != nil {
		return err
	}
	if len(pictures) > 0 {
		d = append(d, entry{"XObject", pictures})
	}
	return f.out.put(f.resources, d)
}

// oldResources returns the resources of gofpdf's first page, which all share.
func (f *finisher) oldResources() (dict, error) {
	kids, err := lookup[array](f.src, f.src.trailer, "Root", "Pages", "Kids")
	if err != nil {
		return nil, err
	}
	if len(kids) == 0 {
		return nil, fmt.Errorf("%w: no pages", errSyntax)
	}
	return lookup[dict](f.src, kids[0], "Resources")
}

// writePictures copies the pictures in the order of their names. gofpdf writes
// pictures of one width in the order of a map.
func (f *finisher) writePictures(resources dict) (dict, error) {
	old, err := lookup[dict](f.src, resources, "XObject")
	if err != nil {
		return nil, err
	}
	slices.SortFunc(old, func(a, b entry) int { return strings.Compare(string(a.key), string(b.key)) })
	var pictures dict
	for i, e := range old {
		if i > 0 && old[i-1].key == e.key {
			continue // two files with the same content
		}
		s, err := lookup[*stream](f.src, e.value)
		if err != nil {
			return nil, err
		}
		r, err := f.copyPicture(s)
		if err != nil {
			return nil, fmt.Errorf("picture: %w", err)
		}
		pictures = append(pictures, entry{e.key, r})
	}
	return pictures, nil
}

// copyPicture writes a picture as it is, with its palette if it has one.
func (f *finisher) copyPicture(s *stream) (ref, error) {
	r := f.out.alloc()
	d := s.dict
	if space, ok := d.get("ColorSpace").(array); ok && len(space) == 4 {
		palette, err := lookup[*stream](f.src, space[3])
		if err != nil {
			return 0, err
		}
		space = append(slices.Clone(space[:3]), f.out.alloc())
		if err := f.out.putStream(space[3].(ref), dict{}, palette.data); err != nil {
			return 0, err
		}
		d = d.with("ColorSpace", space)
	}
	return r, f.out.putRaw(r, &stream{d, s.data})
}
