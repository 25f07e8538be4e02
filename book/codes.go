package book

import (
	_ "embed"
	"strings"
)

// Code names a kind of trouble. Codes are stable: scripts rely on them.
type Code string

// The codes, in the order of the stages that report them. Each has its
// explanation in explain.txt, which publish explain prints.
const (
	// Manifest.
	ManifestSyntax   Code = "manifest-syntax"
	ManifestKey      Code = "manifest-key"
	ManifestType     Code = "manifest-type"
	ManifestValue    Code = "manifest-value"
	ManifestMissing  Code = "manifest-missing"
	FileMissing      Code = "file-missing"
	ArticleMissing   Code = "article-missing"
	ArticleTwice     Code = "article-twice"
	ArticleRedirect  Code = "article-redirect"
	ArticleUnread    Code = "article-unreadable"
	ArticleEmpty     Code = "article-empty"
	ArticleDuplicate Code = "article-near-duplicate"
	TitleTwice       Code = "title-duplicate"
	PathOutside      Code = "path-outside"
	FolderLinked     Code = "folder-linked"

	// Reader.
	BytesRepaired     Code = "bytes-repaired"
	EncodingConverted Code = "encoding-converted"
	EncodingUnknown   Code = "encoding-unknown"
	MarkupUnclosed    Code = "markup-unclosed"
	MarkupUnknown     Code = "markup-unknown"
	NoteUndefined     Code = "note-undefined"
	NoteUnused        Code = "note-unused"
	NoteEmpty         Code = "note-empty"
	NoteTwice         Code = "note-duplicate"
	RefUnclosed       Code = "ref-unclosed"
	HeadingSkipped    Code = "heading-skipped"
	MaintenanceBoxed  Code = "maintenance-box"

	// Links.
	LinkMissing    Code = "link-missing"
	LinkSection    Code = "link-section"
	LinkAddress    Code = "link-address"
	RedirectBroken Code = "redirect-broken"
	RedirectLoop   Code = "redirect-loop"

	// Pictures.
	PictureMissing Code = "picture-missing"
	PictureFormat  Code = "picture-format"
	PictureLarge   Code = "picture-large"
	PictureAlt     Code = "picture-alt"
	PictureParts   Code = "picture-parts"

	// Citations in notes.
	CitationUnknown   Code = "citation-unknown"
	CitationAmbiguous Code = "citation-ambiguous"

	// Index.
	IndexUnmatched Code = "index-unmatched"

	// Bibliography.
	BibliographyUnmatched Code = "bibliography-unmatched"

	// Layout.
	GlyphMissing  Code = "glyph-missing"
	FontUnusable  Code = "font-unusable"
	FontForbidden Code = "font-forbidden"
	FontMachine   Code = "font-machine"
	LineOverfull  Code = "line-overfull"

	// Editions.
	BookletShrunk   Code = "booklet-shrunk"
	BookletThick    Code = "booklet-thick"
	CoverResolution Code = "cover-resolution"
	CoverCropped    Code = "cover-cropped"
	CoverText       Code = "cover-text"
	SpineBare       Code = "spine-bare"

	// Aids for study.
	StudyQuestions Code = "study-questions"
	StudyRoom      Code = "study-room"

	// The account of words.
	TextLost    Code = "text-lost"
	TextDropped Code = "text-dropped"
)

// Severity returns the weight that messages of this code have.
func (c Code) Severity() Severity {
	switch c {
	case ManifestSyntax, ManifestKey, ManifestType, ManifestValue, ManifestMissing,
		FileMissing, ArticleMissing, ArticleTwice, ArticleUnread, PathOutside, EncodingUnknown, RedirectLoop,
		StudyQuestions:
		return Error
	case BytesRepaired, NoteEmpty, LinkMissing, HeadingSkipped, MaintenanceBoxed, ArticleRedirect, StudyRoom, TextDropped, SpineBare:
		return Info
	}
	return Warning
}

//go:embed explain.txt
var explanations string

// Explain returns what a code means and what to do about it, ready for printing;
// ok is false when there is no such code.
func Explain(code Code) (text string, ok bool) {
	for _, section := range strings.Split(explanations, "\n== ")[1:] {
		name, body, _ := strings.Cut(section, "\n")
		if name == string(code) {
			return strings.TrimSpace(body), true
		}
	}
	return "", false
}

// Codes returns every code that has an explanation, in the order of explain.txt.
func Codes() []Code {
	var codes []Code
	for _, section := range strings.Split(explanations, "\n== ")[1:] {
		name, _, _ := strings.Cut(section, "\n")
		codes = append(codes, Code(name))
	}
	return codes
}
