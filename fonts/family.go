package fonts

import "slices"

// Style is a set of Italic and Bold, for text or for one of Heading and Mono; Roman
// is the empty set.
type Style uint8

// The styles of a text face, and what else a family may have faces for.
const (
	Roman   Style = 0
	Italic  Style = 1 << 0
	Bold    Style = 1 << 1
	Heading Style = 1 << 2 // titles and headings
	Mono    Style = 1 << 3 // verbatim text
)

// textStyles is the number of sets of Italic and Bold, styleCount that of all sets.
// Headings and Mono together are as Mono.
const (
	textStyles = 4
	styleCount = 16
)

// Family is the faces of a text by style, followed by the faces that stand in
// for characters they lack. It never changes; see [Family.WithFallback] and
// [Family.WithFaces].
type Family struct {
	text     [styleCount]*Face
	fallback []*Face
	// search lists, for each style, every face in the order in which a
	// character is looked for.
	search [styleCount][]*Face
}

// NewFamily makes a family of up to four text faces. A style whose face is nil
// is set in roman; roman must not be nil.
func NewFamily(roman, italic, bold, boldItalic *Face) *Family {
	f := &Family{}
	for _, kind := range []Style{Roman, Heading, Mono, Heading | Mono} {
		f.setKind(kind, Styles{roman, italic, bold, boldItalic})
	}
	f.orderFaces()
	return f
}

// Styles is up to four faces, by the sets of Italic and Bold. Nil ones are set in
// what is there: bold italic in bold, then italic; all else in roman.
type Styles [textStyles]*Face

// setKind gives the family the faces of text, of Heading or of Mono.
func (f *Family) setKind(kind Style, s Styles) {
	if s[Bold|Italic] == nil {
		s[Bold|Italic] = firstFace(s[Bold], s[Italic])
	}
	for i := range s {
		f.text[kind|Style(i)] = firstFace(s[i], s[Roman])
	}
}

// WithFaces returns a family whose text is set in other faces, and headings and
// verbatim text in faces of their own where these have a roman; without one they are
// set as text is. A style that text lacks is set as before: emphasis must show. The
// faces of f follow as those that stand in, and before them those of fallback.
func (f *Family) WithFaces(text, heading, mono Styles, fallback ...*Face) *Family {
	n := &Family{text: f.text, fallback: slices.Clone(fallback)}
	if text[Roman] != nil {
		for style, face := range text {
			text[style] = firstFace(face, f.text[style])
		}
		for _, kind := range []Style{Roman, Heading, Mono, Heading | Mono} {
			n.setKind(kind, text)
		}
		n.fallback = append(n.fallback, f.text[:textStyles]...)
	}
	if heading[Roman] != nil {
		n.setKind(Heading, heading)
	}
	if mono[Roman] != nil {
		n.setKind(Mono, mono)
		n.setKind(Heading|Mono, mono)
	}
	n.fallback = append(n.fallback, f.fallback...)
	n.orderFaces()
	return n
}

func firstFace(faces ...*Face) *Face {
	for _, face := range faces {
		if face != nil {
			return face
		}
	}
	return nil
}

// WithFallback returns a family with more faces to look for a character in,
// after those that f has. Faces of one family name are one fallback: the style of
// the text chooses among them.
func (f *Family) WithFallback(faces ...*Face) *Family {
	n := &Family{text: f.text, fallback: slices.Concat(f.fallback, faces)}
	n.orderFaces()
	return n
}

// Text returns the text face of a style.
func (f *Family) Text(style Style) *Face { return f.text[style%styleCount] }

// Faces returns every face of the family once, text faces first, in an order
// that does not change. The caller owns the slice.
func (f *Family) Faces() []*Face {
	var all []*Face
	for _, face := range slices.Concat(f.text[:], f.fallback) {
		if !slices.Contains(all, face) {
			all = append(all, face)
		}
	}
	return all
}

// Covers reports whether some face of the family can draw r, alone or composed of
// others.
func (f *Family) Covers(r rune) bool {
	return adapts(r) || coveringFace(f.search[Roman], []rune{r}) != nil
}

// FaceFor returns the face in which a character alone is set, nil if no face has
// it.
func (f *Family) FaceFor(r rune, style Style) *Face {
	return coveringFace(f.search[style%styleCount], []rune{r})
}

// orderFaces fills search: the face of the style, that of the text, of each fallback
// family the face nearest in style, and last the faces of other styles, since an
// upright letter is better than none.
func (f *Family) orderFaces() {
	for s := range f.search {
		style := Style(s) % textStyles
		order := []*Face{f.text[s]}
		if f.text[style] != f.text[s] {
			order = append(order, f.text[style])
		}
		for i, face := range f.fallback {
			if i == 0 || face.Family != f.fallback[i-1].Family {
				order = append(order, nearest(style, sameFamily(f.fallback[i:])))
			}
		}
		for _, face := range f.Faces() {
			if !slices.Contains(order, face) {
				order = append(order, face)
			}
		}
		f.search[s] = order
	}
}

// sameFamily returns the leading faces that share the first one's family name.
func sameFamily(faces []*Face) []*Face {
	n := 1
	for n < len(faces) && faces[n].Family == faces[0].Family {
		n++
	}
	return faces[:n]
}

// nearest returns the face that differs least in style, the first of equals. A
// wrong slant counts more than a wrong weight: a word in italic is told from its
// neighbours by the slant.
func nearest(style Style, faces []*Face) *Face {
	best, least := faces[0], 4
	for _, face := range faces {
		off, d := face.style()^style, 0
		if off&Italic != 0 {
			d += 2
		}
		if off&Bold != 0 {
			d++
		}
		if d < least {
			best, least = face, d
		}
	}
	return best
}
