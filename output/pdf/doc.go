// Package pdf writes a finished layout as a PDF 1.7 file that is tagged, archival
// and the same each time.
//
// In goes a [layout.Document], out comes the file; see [Write]. Three steps:
//
//  1. Draw. Each pair of a glyph and the text it stands for gets a two-byte code
//     of its face (codes.go), words become operands of TJ (run.go, text.go) in
//     marked content (page.go, tags.go), and gofpdf makes a file of pages,
//     pictures, links, outline and font subsets (canvas.go, its only user).
//  2. Read. A small reader takes that file apart (scan.go, source.go).
//  3. Finish. The final file is written from its parts (finish.go and the files
//     named for what they write), with what gofpdf cannot do: fonts with maps to
//     text and to glyphs, the structure tree, named destinations, page labels,
//     metadata and colour profile, object streams and a cross-reference stream
//     (file.go), all deflated on several goroutines (deflate.go).
//
// Positions are integers until they are printed; nothing depends on the clock, on
// chance, on the order of a map or on the number of processors.
//
// A file says that it keeps to PDF/UA-1 and PDF/A-2a (with attachments: PDF/A-3a) if the document has what these
// ask for: a structure, a title, a language, every link in the structure, and a
// glyph for every character. What this package adds to that is tested with
// veraPDF; whether the roles of the structure make sense is up to the layout.
//
// Limits: TrueType faces; pictures are PNG or JPEG, drawn anew on white if they are
// transparent, and taken for sRGB whatever profile they carry; pages keep all their
// content in memory until the file is written.
//
// Sources: ISO 32000-1 (PDF 1.7), ISO 14289-1 (PDF/UA), ISO 19005-2 and
// 19005-3 (PDF/A-2 and PDF/A-3), ICC.1:2010, Adobe Technical Notes 5014 and 5411.
package pdf
