package wiki

import (
	"strconv"
	"strings"

	"publish/book"
)

// figure adds a <figure>. A caption that only names the file is dropped, and so
// is a film.
func (h *htmlWriter) figure(n *htmlNode) {
	c := h.c
	img, caption := n.find("img"), n.find("figcaption")
	if img == nil {
		c.drop(book.DropPicture, n.off, htmlText(n))
		return
	}
	p := c.picture(img.attr("src"), img.attr("alt"), img.attr("title"), img.off)
	f := &book.Figure{Pos: c.src.pos(n.off), Source: p.Source, Alt: p.Alt,
		Size: pictureSize(img.attr("width"), img.attr("height"), img.attr("style"))}
	if caption != nil {
		if text := htmlText(caption); isFileName(text, img.attr("src")) || pictureExt(img.attr("title")) && isFileName(text, img.attr("title")) {
			c.drop(book.DropPicture, caption.off, text)
		} else {
			c.startText()
			h.nodes(caption.kids)
			f.Caption = c.finishText()
			c.startText()
		}
	}
	h.l.put(f)
}

func (h *htmlWriter) list(n *htmlNode) {
	if h.noteList(n) {
		return
	}
	list := &book.List{Pos: h.c.src.pos(n.off), Ordered: n.name == "ol", Tight: true}
	if list.Ordered {
		list.Start = 1
		if start, err := strconv.Atoi(n.attr("start")); err == nil && start >= 0 {
			list.Start = start
		}
		list.Style = listStyle(n)
	}
	for _, k := range n.kids {
		if isFiller(k) {
			continue
		}
		kids := k.kids
		if k.name != "li" {
			kids = []*htmlNode{k}
		}
		if blocks := h.blocks(kids); len(blocks) > 0 {
			list.Items = append(list.Items, book.Item{Pos: h.c.src.pos(k.off), Blocks: blocks})
		}
	}
	if len(list.Items) > 0 {
		h.l.put(list)
	}
}

// listStyle returns how a list of HTML is numbered, after its type or its style.
func listStyle(n *htmlNode) book.ListStyle {
	css := strings.ToLower(strings.ReplaceAll(n.attr("style"), " ", ""))
	for style, name := range map[book.ListStyle]string{
		book.LowerAlpha: "lower-alpha", book.UpperAlpha: "upper-alpha", book.LowerRoman: "lower-roman", book.UpperRoman: "upper-roman",
	} {
		if n.attr("type") == style.String() || strings.Contains(css, "list-style-type:"+name) {
			return style
		}
	}
	return book.Decimal
}

// isFiller reports whether a node between the items of a list or the rows of a
// table is only white space.
func isFiller(n *htmlNode) bool {
	return n.name == "" && strings.TrimSpace(string(n.text)) == ""
}

func (h *htmlWriter) definitions(n *htmlNode) {
	if n.find("dt") == nil || htmlText(n.find("dt")) == "" && noTerms(n) {
		h.indent(n)
		return
	}
	list := &book.DefinitionList{Pos: h.c.src.pos(n.off)}
	for _, k := range n.kids {
		if isFiller(k) {
			continue
		}
		blocks := h.blocks(k.kids)
		if k.name == "" {
			blocks = h.blocks([]*htmlNode{k})
		}
		if k.name == "dt" && len(blocks) == 0 && len(list.Items) > 0 {
			continue // more is said of the term before
		}
		if k.name == "dt" || len(list.Items) == 0 {
			list.Items = append(list.Items, book.Definition{Pos: h.c.src.pos(k.off)})
		}
		item := &list.Items[len(list.Items)-1]
		if k.name != "dt" {
			item.Blocks = append(item.Blocks, blocks...)
			continue
		}
		for _, b := range blocks {
			if p, ok := b.(*book.Paragraph); ok && len(item.Term) == 0 {
				item.Term = p.Inlines
			} else {
				item.Blocks = append(item.Blocks, b)
			}
		}
	}
	if len(list.Items) > 0 {
		h.l.put(list)
	}
}

// noTerms reports whether a list of definitions has none but empty terms.
func noTerms(n *htmlNode) bool {
	for _, k := range n.kids {
		if k.name == "dt" && htmlText(k) != "" {
			return false
		}
	}
	return true
}

// indent adds definitions without terms. In a wiki a colon at the start of a line
// indents it: a reply, a verse, a formula.
func (h *htmlWriter) indent(n *htmlNode) {
	var kids []*htmlNode
	for _, k := range n.kids {
		if k.name != "dt" {
			kids = append(kids, k)
		}
	}
	if blocks := h.blocks(kids); len(blocks) > 0 {
		h.l.put(&book.Quote{Pos: h.c.src.pos(n.off), Blocks: blocks})
	}
}

func (h *htmlWriter) pre(n *htmlNode) {
	var b strings.Builder
	var walk func(*htmlNode)
	walk = func(n *htmlNode) {
		if n.name == "" {
			b.Write(n.text)
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	text := strings.Trim(unescapeURL([]byte(strings.ReplaceAll(b.String(), `\`, `\\`))), "\n")
	if strings.TrimSpace(text) != "" {
		h.l.put(&book.Verbatim{Pos: h.c.src.pos(n.off), Language: programLanguage(n), Text: text})
	}
}

// programLanguage returns the language that a <pre> or the <code> in it names:
// lang="c" (MediaWiki), class="sourceCode c" (pandoc), class="language-c" (HTML).
func programLanguage(n *htmlNode) string {
	if lang := n.attr("lang"); lang != "" {
		return lang
	}
	words := strings.Fields(n.attr("class"))
	if code := n.find("code"); code != nil {
		words = append(words, strings.Fields(code.attr("class"))...)
	}
	for i, word := range words {
		if lang, ok := strings.CutPrefix(word, "language-"); ok {
			return lang
		}
		if word == "sourceCode" && i+1 < len(words) && words[i+1] != word {
			return words[i+1]
		}
	}
	return ""
}

// table adds an HTML table. Text between its rows, which HTML forbids, is kept
// before it.
func (h *htmlWriter) table(n *htmlNode) {
	t := &book.Table{Pos: h.c.src.pos(n.off)}
	h.rows(t, n, false)
	h.c.putTable(h.l, t)
}

func (h *htmlWriter) rows(t *book.Table, n *htmlNode, head bool) {
	for _, k := range n.kids {
		switch k.name {
		case "thead":
			h.rows(t, k, true)
		case "tbody", "tfoot", "colgroup":
			h.rows(t, k, false)
		case "tr":
			row, allHeads := h.row(k)
			if head || allHeads && len(t.Body) == 0 {
				t.Head = append(t.Head, row)
			} else {
				t.Body = append(t.Body, row)
			}
		case "caption":
			h.c.startText()
			h.nodes(k.kids)
			t.Caption = h.c.finishText()
			h.c.startText()
		case "col":
		default:
			if !isFiller(k) {
				h.l.blocks = append(h.l.blocks, h.blocks([]*htmlNode{k})...)
			}
		}
	}
}

func (h *htmlWriter) row(n *htmlNode) (row book.Row, allHeads bool) {
	row.Pos = h.c.src.pos(n.off)
	allHeads = true
	for _, k := range n.kids {
		if isFiller(k) {
			continue
		}
		cell := book.Cell{
			Pos: h.c.src.pos(k.off), Header: k.name == "th",
			ColSpan: span(k.attr("colspan")), RowSpan: span(k.attr("rowspan")),
		}
		if k.name == "td" || k.name == "th" {
			cell.Blocks = h.blocks(k.kids)
		} else {
			cell.Blocks = h.blocks([]*htmlNode{k})
		}
		allHeads = allHeads && cell.Header
		row.Cells = append(row.Cells, cell)
	}
	return row, allHeads && len(row.Cells) > 0
}

// span reads colspan or rowspan, which are 1 to 1000 as in HTML.
func span(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1000)
}
