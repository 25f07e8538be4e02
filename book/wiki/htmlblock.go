package wiki

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// htmlBlock is a block that is HTML through and through: a table, a figure, a
// comment. Its lines are raw.
type htmlBlock struct {
	ast.BaseBlock
	end int // offset after the last byte; -1 if a blank line ends it
}

// htmlTag is a tag at the start of a line round text that is Markdown: <div>,
// </blockquote>. What follows on its line are its children, but do not stand
// inside the element.
type htmlTag struct {
	ast.BaseBlock
	start, stop int
}

//nolint:gochecknoglobals // goldmark tells kinds of nodes apart by number
var (
	kindHTMLBlock = ast.NewNodeKind("WikiHTMLBlock")
	kindHTMLTag   = ast.NewNodeKind("WikiHTMLTag")
	pairsKey      = parser.NewContextKey()
)

func (*htmlBlock) Kind() ast.NodeKind         { return kindHTMLBlock }
func (*htmlBlock) IsRaw() bool                { return true }
func (n *htmlBlock) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }
func (*htmlTag) Kind() ast.NodeKind           { return kindHTMLTag }
func (n *htmlTag) Dump(src []byte, lvl int)   { ast.DumpHelper(n, src, lvl, nil, nil) }

// opaque reports whether the inside of a block element is HTML, not Markdown.
func opaque(name string) bool {
	switch name {
	case "figure", "table", "ul", "ol", "dl", "pre", "p", "video", "audio", "gallery", "script",
		"style", "h1", "h2", "h3", "h4", "h5", "h6", "object", "iframe", "svg", "math", "syntaxhighlight", "source":
		return true
	}
	return extensionOf(name) != noExtension
}

// enclosing reports whether a block element merely stands round Markdown.
func enclosing(name string) bool {
	switch name {
	case "div", "blockquote", "center", "section", "article", "aside", "header", "footer", "main",
		"references", "li", "details", "summary", "poem", "noinclude", "includeonly", "onlyinclude", "translate":
		return true
	}
	return false
}

type htmlBlockParser struct{}

func (htmlBlockParser) Trigger() []byte { return []byte{'<'} }

func (htmlBlockParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	start := segment.Start + pos - segment.Padding
	if bytes.HasPrefix(line[pos:], []byte("<!--")) {
		if n := bytes.Index(line[pos:], []byte("-->")); n >= 0 && !util.IsBlank(line[pos+n+3:]) && tagDepth(parent) < maxNest {
			reader.Advance(pos + n + 3)
			return &htmlTag{start: start, stop: start + n + 3}, parser.HasChildren
		}
		return openOpaque(reader, commentEnd(reader.Source(), start, pc))
	}
	if !tagStarts(line[pos:]) {
		return nil, parser.NoChildren
	}
	n, _ := tagLength(line[pos:])
	if n == 0 {
		return nil, parser.NoChildren
	}
	t := parseTag(string(line[pos : pos+n]))
	switch {
	case opaque(t.name) && !t.end:
		pairs := pc.Get(pairsKey).(*tagPairs)
		return openOpaque(reader, pairs.end(start))
	case (enclosing(t.name) || opaque(t.name)) && tagDepth(parent) < maxNest:
		node := &htmlTag{start: start, stop: start + n}
		if util.IsBlank(line[pos+n:]) {
			reader.AdvanceToEOL()
			return node, parser.NoChildren
		}
		reader.Advance(pos + n)
		return node, parser.HasChildren
	}
	return nil, parser.NoChildren
}

// tagDepth returns how many tags of the same line stand round a node.
func tagDepth(n ast.Node) int {
	depth := 0
	for ; n != nil; n = n.Parent() {
		if _, ok := n.(*htmlTag); !ok {
			break
		}
		depth++
	}
	return depth
}

func openOpaque(reader text.Reader, end int) (ast.Node, parser.State) {
	_, segment := reader.PeekLine()
	node := &htmlBlock{end: end}
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// commentEnd returns the end of the comment that starts at start. One that is
// never closed ends at the next blank line.
func commentEnd(src []byte, start int, pc parser.Context) int {
	pairs := pc.Get(pairsKey).(*tagPairs)
	if pairs.openComment {
		return -1
	}
	if i := bytes.Index(src[start:], []byte("-->")); i >= 0 {
		return start + i + 3
	}
	pairs.openComment = true
	return -1
}

func (htmlBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n, ok := node.(*htmlBlock)
	if !ok {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	if n.end < 0 && util.IsBlank(line) || n.end >= 0 && segment.Start >= n.end {
		return parser.Close
	}
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (htmlBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (htmlBlockParser) CanInterruptParagraph() bool                 { return true }
func (htmlBlockParser) CanAcceptIndentedLine() bool                 { return false }

// tagPairs knows where the opaque elements of a source end. It is worked out
// once, when it is first asked for, so that any number of elements that are
// never closed costs one pass.
type tagPairs struct {
	src         []byte
	ends        map[int]int
	openComment bool
}

// end returns the offset after the end tag of the element that starts at start,
// or -1 if it has none.
func (p *tagPairs) end(start int) int {
	if p.ends == nil {
		p.scan()
	}
	if end, ok := p.ends[start]; ok {
		return end
	}
	return -1
}

func (p *tagPairs) scan() {
	p.ends = map[int]int{}
	open := map[string][]int{}
	for i := 0; i < len(p.src); {
		lt := bytes.IndexByte(p.src[i:], '<')
		if lt < 0 {
			return
		}
		i += lt
		name := tagName(p.src[i:])
		if name == "" || !opaque(name) {
			i++
			continue
		}
		n, _ := tagLength(p.src[i:min(len(p.src), i+4096)])
		if n == 0 {
			i++
			continue
		}
		if p.src[i+1] != '/' {
			open[name] = append(open[name], i)
		} else if s := open[name]; len(s) > 0 {
			p.ends[s[len(s)-1]] = i + n
			open[name] = s[:len(s)-1]
		}
		i += n
	}
}

// tagName returns the name of the tag that b starts like, in lower case.
func tagName(b []byte) string {
	if !tagStarts(b) {
		return ""
	}
	i := 1
	if b[1] == '/' {
		i = 2
	}
	j := i
	for j < len(b) && j < i+12 && (isLetter(b[j]) || isDigit(b[j])) {
		j++
	}
	return string(bytes.ToLower(b[i:j]))
}
