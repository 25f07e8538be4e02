package book

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// FontsSpec names the faces that a book is set in where they are not the bundled
// ones. System tells whether a character that no face has may be set in one of the
// machine's.
type FontsSpec struct {
	Text, Heading, Mono FacesSpec
	Fallback            []FontFile
	System              bool
}

// FacesSpec is the faces of one kind of text by style; the zero FontFile for those
// that the manifest does not name. Without an upright face none is named.
type FacesSpec struct {
	Regular, Italic, Bold, BoldItalic FontFile
}

// FontFile is a font file as the manifest names it. Font is what follows # there: the
// font of a collection, by number or name.
type FontFile struct {
	Pos
	File, Font string
}

// Files lists the font files that are named, each as often as it is.
func (s *FontsSpec) Files() []FontFile {
	var list []FontFile
	add := func(files ...FontFile) {
		for _, f := range files {
			if f.File != "" {
				list = append(list, f)
			}
		}
	}
	for _, faces := range []FacesSpec{s.Text, s.Heading, s.Mono} {
		add(faces.Regular, faces.Italic, faces.Bold, faces.BoldItalic)
	}
	add(s.Fallback...)
	return list
}

// fontsKeys returns the keys of the section that names faces.
func (r *manifestReader) fontsKeys() []manifestKey {
	f := &r.m.Fonts
	return []manifestKey{
		r.faces("text", &f.Text),
		r.faces("heading", &f.Heading),
		r.faces("mono", &f.Mono),
		{name: "fallback", read: func(n *yaml.Node) {
			add := func(item *yaml.Node) {
				if file := r.fontFile(item, "a font"); file.File != "" {
					f.Fallback = append(f.Fallback, file)
				}
			}
			if n.Kind == yaml.ScalarNode {
				add(n)
				return
			}
			r.list(n, quoted("fallback"), add)
		}},
		r.boolean("system", func(on bool) { f.System = on }),
	}
}

// faces is one font file for all styles, or one for each.
func (r *manifestReader) faces(name string, to *FacesSpec) manifestKey {
	return manifestKey{name: name, inner: func() []manifestKey { return r.faceKeys(to) }, read: func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode {
			to.Regular = r.fontFile(n, quoted(name))
			return
		}
		r.mapping(n, quoted(name), r.faceKeys(to))
		if n.Kind == yaml.MappingNode && to.Regular.File == "" {
			r.diags.Add(ManifestMissing, r.at(n), "%q has no regular face", name).
				Hint("regular: names the file of the upright one")
		}
	}}
}

func (r *manifestReader) faceKeys(to *FacesSpec) []manifestKey {
	key := func(name string, to *FontFile) manifestKey {
		return manifestKey{name: name, read: func(n *yaml.Node) { *to = r.fontFile(n, quoted(name)) }}
	}
	return []manifestKey{
		key("regular", &to.Regular), key("italic", &to.Italic), key("bold", &to.Bold), key("bold-italic", &to.BoldItalic),
	}
}

// fontFile reads the name of a font file, with that of the font in it.
func (r *manifestReader) fontFile(n *yaml.Node, what string) FontFile {
	s, ok := r.scalar(n, what)
	if !ok {
		return FontFile{}
	}
	f := FontFile{Pos: r.at(n)}
	f.File, f.Font, _ = strings.Cut(s, "#")
	return f
}
