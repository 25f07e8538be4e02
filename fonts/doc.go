// Package fonts reads the typefaces of a book, shapes its words and cuts the
// faces down to what an edition needs.
//
// A [Face] is one TrueType file. A [Family] is the faces of the text by style,
// followed by the faces that stand in for characters they lack; [Default] is the
// family bundled with the program: EB Garamond, then Noto Serif, Noto Serif
// Hebrew, Noto Naskh Arabic, Droid Sans Fallback for Han and Kana, Nanum Myeongjo
// for Hangul and Noto Emoji. A [Shaper] turns a word into positioned glyphs and
// remembers it. [SubsetPDF] and [SubsetEPUB] write the smaller fonts that go into
// the two editions.
//
// All lengths are whole design units of the face that a run names, so that a
// shaped word does not depend on its size; the layout scales them by
// [Face.UnitsPerEm]. Nothing here changes after it is made, except that a face
// parses its tables when they are first asked for and that a shaper grows its
// cache; both may be used by many goroutines at once.
//
// A face from outside the program is read by [ReadFace], which looks at all of it.
//
// Limits: TrueType outlines only (a font with CFF outlines or a WOFF file is an
// error); horizontal text; variable fonts are used at their
// default instance.
//
// The same input gives the same bytes: no clock, no random number and no map
// order reaches the output.
//
// Sources: OpenType 1.9.1; UAX #9 (bidirectional text), UAX #24 (scripts),
// UAX #29 (grapheme clusters, of which only base and marks are needed here).
// Shaping is HarfBuzz, by way of go-text/typesetting; no other package of this
// module imports that library.
package fonts
