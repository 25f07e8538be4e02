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
			util.Prioritized(countedParser{textTableParser{}}, 50),
			util.Prioritized(countedParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(countedParser{definitionParser{extension.NewDefinitionListParser()}}, 101),
			util.Prioritized(countedParser{definitionParser{extension.NewDefinitionDescriptionParser()}}, 102),
			util.Prioritized(countedParser{fencedDivParser{}}, 150),
			util.Prioritized(countedParser{parser.NewThematicBreakParser()}, 200),
			util.Prioritized(countedParser{parser.NewListParser()}, 300),
			util.Prioritized(countedParser{parser.NewListItemParser()}, 400),
			util.Prioritized(countedParser{parser.NewCodeBlockParser()}, 500),
			util.Prioritized(countedParser{exampleParser{}}, 550),
			util.Prioritized(countedParser{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(countedParser{parser.NewFencedCodeBlockParser()}, 700),
			util.Prioritized(countedParser{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(countedParser{poemParser{}}, 890),
			util.Prioritized(countedParser{htmlBlockParser{}}, 900),
			util.Prioritized(countedParser{noteDefParser{}}, 950),
			util.Prioritized(countedParser{alertParser{}}, 960),
			util.Prioritized(countedParser{lineBlockParser{}}, 970),
			util.Prioritized(countedParser{formulaBlockParser{}}, 980),
			util.Prioritized(countedParser{parser.NewParagraphParser()}, 1000),
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
	out.tree = p.Parse(boundedReader{text.NewReader(src), out.limits}, parser.WithContext(pc))
	return out
}
