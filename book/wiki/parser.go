package wiki

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser returns a goldmark parser for the export: CommonMark, pipe tables and
// definition lists, with parsers of our own for notes, HTML and what pandoc and
// GitHub add. Bare addresses, struck and raised text and leftovers of wikitext are
// found later, in the text itself, where escapes are resolved. A parser may be used by several goroutines at once.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(textTableParser{}, 50),
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(fencedDivParser{}, 150),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(exampleParser{}, 550),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(htmlBlockParser{}, 900),
			util.Prioritized(noteDefParser{}, 950),
			util.Prioritized(alertParser{}, 960),
			util.Prioritized(lineBlockParser{}, 970),
			util.Prioritized(formulaBlockParser{}, 980),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(noteRefParser{}, 150),
			util.Prioritized(formulaParser{}, 160),
			util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(rawTagParser{}, 400),
			util.Prioritized(emphasisParser{parser.NewEmphasisParser()}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitionTransformer{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(newTableTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}

// parsed is what goldmark made of a text.
type parsed struct {
	tree     ast.Node
	limits   *limits
	examples *examples
}

// parse returns goldmark's tree of a text, and what its parsers found out.
func parse(p parser.Parser, src []byte) parsed {
	pc := parser.NewContext()
	out := parsed{limits: &limits{}, examples: &examples{labels: map[string]int{}}}
	pc.Set(limitsKey, out.limits)
	pc.Set(examplesKey, out.examples)
	pc.Set(drawingsKey, findDrawings(src))
	pc.Set(pairsKey, &tagPairs{src: src})
	out.tree = p.Parse(text.NewReader(src), parser.WithContext(pc))
	return out
}
