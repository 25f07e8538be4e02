package wiki

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"publish/book"
)

// definitions adds a list of terms and what is said of them: a term on a line, and
// below it paragraphs that start with a colon. Of several terms with one
// definition only the last has it.
func (l *blockList) definitions(n *east.DefinitionList) {
	c := l.c
	list := &book.DefinitionList{Pos: c.src.pos(n.Pos())}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		pos := place(c, k)
		if k.Kind() == east.KindDefinitionTerm {
			list.Items = append(list.Items, book.Definition{Pos: pos, Term: c.inlines(k)})
			continue
		}
		if len(list.Items) == 0 {
			list.Items = append(list.Items, book.Definition{Pos: pos})
		}
		item := &list.Items[len(list.Items)-1]
		item.Blocks = append(item.Blocks, c.blocks(k)...)
	}
	if len(list.Items) > 0 {
		list.Pos = list.Items[0].Pos
		l.put(list)
	}
}

// place returns where a block stands, or its first child that knows.
func place(c *converter, n ast.Node) book.Pos {
	for k := n; k != nil; k = k.FirstChild() {
		if k.Type() == ast.TypeBlock && k.Lines() != nil && k.Lines().Len() > 0 {
			return c.src.pos(k.Lines().At(0).Start)
		}
		if k.Pos() >= 0 {
			return c.src.pos(k.Pos())
		}
	}
	return c.src.pos(0)
}
