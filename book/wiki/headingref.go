package wiki

import (
	"bytes"
	"net/url"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
)

//nolint:gochecknoglobals // goldmark tells values of a context apart by number
var headingsKey = parser.NewContextKey()

// referHeadings lets [A Heading], [A Heading][] and [words][A Heading] lead to the
// heading of these words, as pandoc does (Pandoc User's Guide,
// "implicit_header_references"); a definition of the same name goes before. It is done
// once for a file, when all its blocks are known, and not for the export of a wiki,
// where brackets that are no link are what the writer set.
func referHeadings(n ast.Node, src []byte, pc parser.Context) {
	if pc.Get(headingsKey) != nil {
		return
	}
	pc.Set(headingsKey, true)
	if bytes.Contains(src, []byte(`class="wikilink"`)) {
		return
	}
	for n.Parent() != nil {
		n = n.Parent()
	}
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == ast.KindHeading && n.Lines().Len() > 0 {
			addHeading(n, src, pc)
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// addHeading makes a heading known under its words. A number or a letter may stand in
// brackets for other reasons.
func addHeading(n ast.Node, src []byte, pc parser.Context) {
	first := n.Lines().At(0)
	words := string(first.Value(src))
	if at := strings.LastIndexByte(words, '{'); at > 0 && attributesLength([]byte(strings.TrimSpace(words[at:]))) > 0 {
		words = words[:at]
	}
	words = strings.TrimSpace(strings.Trim(strings.TrimSpace(words), "#"))
	letters := 0
	for _, r := range words {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 2 || len(words) > maxLinkLabel {
		return
	}
	title := strings.Map(func(r rune) rune {
		if strings.ContainsRune("*_`", r) {
			return -1
		}
		return r
	}, words)
	for _, label := range []string{words, title} {
		pc.AddReference(parser.NewReference([]byte(label), []byte("#"+url.PathEscape(title)), nil))
	}
}
