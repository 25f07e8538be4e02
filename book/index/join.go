package index

import "slices"

// join gives a term all that another stands for. The other gets no entry.
func (x *indexer) join(other, into *term) {
	if other == into || other.dropped || into.dropped {
		return
	}
	other.joined, other.dropped = into, true
	into.links += other.links
	into.named += other.named
	into.kind |= other.kind
	for _, f := range other.forms {
		if added := x.addForm(into, f.text, variantForm); added != nil && f.capital != nil && added.capital == nil {
			added.capital = f.capital
		}
	}
	for _, c := range append(other.also, other.chapter) {
		switch {
		case c == nil:
		case into.chapter == nil:
			into.chapter = c
		default:
			into.also = append(into.also, c)
		}
	}
	if into.topic == nil {
		into.topic = other.topic
	}
	if other.origin < into.origin {
		into.origin = other.origin
	}
}

// clean takes the terms out that others took in.
func (x *indexer) clean() {
	x.terms = slices.DeleteFunc(x.terms, func(t *term) bool { return t.dropped })
}

// owns reports whether a chapter is on the subject of a term.
func (t *term) owns(c *chapter) bool { return t.chapter == c || slices.Contains(t.also, c) }

// outranks compares two terms that one is to be made of: the one with a chapter goes
// before the one without, then that with an article, with more links and mentions.
func (t *term) outranks(o *term) bool {
	switch {
	case (t.chapter != nil) != (o.chapter != nil):
		return t.chapter != nil
	case t.origin != o.origin:
		return t.origin < o.origin
	case t.links != o.links:
		return t.links > o.links
	}
	return t.named > o.named
}

// ranked returns terms in the order of their ranks.
func ranked(list []*term) []*term {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *term) int {
		switch {
		case a.outranks(b):
			return -1
		case b.outranks(a):
			return 1
		}
		return 0
	})
	return list
}
