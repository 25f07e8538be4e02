package notes

import (
	"slices"
	"strings"

	"publish/book"
)

// edit is a change to a passage: the stretch becomes a link to target, with other
// words if it has some.
type edit struct {
	from, to int
	target   string
	words    []book.Inline // nil to keep the source's
	after    []book.Inline // what follows the link
}

// apply makes the edits of a passage. The first piece of a text that is cut keeps its
// node, so that what points at it still does.
func (p *passage) apply() {
	slices.SortStableFunc(p.edits, func(a, b edit) int { return b.from - a.from })
	last := len(p.text) + 1
	for _, e := range p.edits {
		if e.to > last {
			continue
		}
		last = e.from
		before, rest := cut(p.par.Inlines, e.from)
		old, after := cut(rest, e.to-e.from)
		p.par.Inlines = slices.Concat(before, e.put(old, p.par.Pos), e.after, after)
	}
	p.edits = nil
}

// put returns what stands in the place of the old words.
func (e edit) put(old []book.Inline, pos book.Pos) []book.Inline {
	words := e.words
	if words == nil {
		words = old
	} else {
		words = append(words, calls(old)...)
	}
	if e.target == "" {
		return words
	}
	head, tail := words, []book.Inline(nil)
	for i, in := range words {
		if leads(in) {
			head, tail = words[:i], words[i:]
			break
		}
		if e.words != nil && isTitle(in) {
			head, tail = words[:i+1], words[i+1:]
			break
		}
	}
	if len(head) == 0 {
		return words
	}
	head = slices.Clone(head)
	if last, ok := head[len(head)-1].(*book.Text); ok && strings.HasSuffix(last.Value, ", ") {
		head[len(head)-1] = &book.Text{Pos: last.Pos, Value: strings.TrimSuffix(last.Value, ", ")}
		tail = append([]book.Inline{&book.Text{Pos: last.Pos, Value: ", "}}, tail...)
	}
	return append([]book.Inline{&book.CrossRef{Pos: pos, Target: e.target, Inlines: head}}, tail...)
}

// isTitle reports whether an inline is a title in italic or quotation marks: in a full
// form only it and the people before it are linked.
func isTitle(in book.Inline) bool {
	text, ok := in.(*book.Text)
	_, italic := in.(*book.Emphasis)
	return italic || ok && strings.HasPrefix(text.Value, "“")
}

// calls returns the calls of notes in words that are replaced.
func calls(inlines []book.Inline) []book.Inline {
	var list []book.Inline
	book.WalkInlines(inlines, func(in book.Inline) bool {
		if ref, ok := in.(*book.NoteRef); ok {
			list = append(list, ref)
		}
		return true
	})
	return list
}

// leads reports whether an inline holds something that leads elsewhere, so that it
// cannot stand in a link.
func leads(in book.Inline) bool {
	found := false
	book.WalkInlines([]book.Inline{in}, func(in book.Inline) bool {
		switch in.(type) {
		case *book.Link, *book.CrossRef, *book.NoteRef:
			found = true
		}
		return !found
	})
	return found
}

// cut parts inlines at a byte of their text. Inlines without text at the cut stay on
// the left.
func cut(inlines []book.Inline, at int) (left, right []book.Inline) {
	for i, in := range inlines {
		n := length(in)
		if n <= at {
			at -= n
			continue
		}
		left = slices.Clone(inlines[:i])
		right = slices.Clone(inlines[i:])
		if at == 0 {
			return left, right
		}
		first, second := cutOne(in, at)
		right[0] = second
		return append(left, first), right
	}
	return inlines, nil
}

// cutOne parts an inline in two.
func cutOne(in book.Inline, at int) (first, second book.Inline) {
	if t, ok := in.(*book.Text); ok {
		rest := &book.Text{Pos: t.Pos, Value: t.Value[at:]}
		t.Value = t.Value[:at]
		return t, rest
	}
	left, right := cut(book.Children(in), at)
	return book.WithChildren(in, left), book.WithChildren(in, right)
}

// length returns how many bytes of a passage an inline takes.
func length(in book.Inline) int {
	switch in := in.(type) {
	case *book.Text:
		return len(in.Value)
	case *book.CodeSpan, *book.Image:
		return len(string(object))
	case *book.LineBreak:
		return 1
	}
	n := 0
	for _, kid := range book.Children(in) {
		n += length(kid)
	}
	return n
}

// clone returns a copy of a stretch of a passage that shares no node with it. Calls
// of notes and anchors, which stand only once, are left out.
func (p *passage) clone(from, to int) []book.Inline {
	whole := book.MapInlines(p.par.Inlines, func(in book.Inline) []book.Inline {
		switch in := in.(type) {
		case *book.Text:
			text := *in
			return []book.Inline{&text}
		case *book.NoteRef, *book.Anchor:
			return nil
		}
		return []book.Inline{in}
	})
	_, rest := cut(whole, from)
	piece, _ := cut(rest, to-from)
	return piece
}
