package notes

import (
	"slices"
	"strings"

	"publish/book"
)

// repeat ties "ibid." and its like: citation number j of note number i.
func (t *tier) repeat(ch *chapter, c *citation, i, j int) {
	last, why := t.last(ch, i, j)
	switch {
	case c.kind == author:
		t.sameAuthor(ch, c, last)
	case len(c.people.readings) > 0:
		t.repeatOf(ch, c, last)
	case last == nil:
		t.unclear(c, why)
	case last.work == nil || last.work.loose:
		t.pointAt(c, last)
	default:
		t.spell(c, last.work, last.place)
	}
}

// last returns the citation before one; nil, and why, where it is not certain.
func (t *tier) last(ch *chapter, i, j int) (c *citation, why string) {
	n := ch.notes[i]
	if j > 0 {
		return n.citations[j-1], ""
	}
	at := i - 1
	for at >= 0 && ch.notes[at].own {
		at--
	}
	if at < 0 {
		return nil, "no note is before it"
	}
	before := ch.notes[at]
	for _, gap := range ch.gaps {
		if before.Pos.Before(gap) && gap.Before(n.Pos) {
			return nil, "the note before it was empty"
		}
	}
	c, why = before.only()
	if other := ch.calledBefore(n); c != nil && other != nil && other != before {
		if o, _ := other.only(); o == nil || o.work == nil || o.work != c.work {
			return nil, "its call stands behind that of another note than the one before it"
		}
	}
	return c, why
}

// only returns the last citation of a note that cites one work.
func (n *noted) only() (c *citation, why string) {
	for _, next := range n.citations {
		if c != nil && (next.work == nil || next.work != c.work) {
			return nil, "the note before it cites several works"
		}
		c = next
	}
	if c == nil || c.kind == remark && len(c.within(c.from, c.to, address, linked, italic, quoted)) == 0 {
		return nil, "the note before it cites no work that could be told"
	}
	return c, ""
}

// calledBefore returns the note that the text calls before the first call of one; nil
// for none.
func (ch *chapter) calledBefore(n *noted) *noted {
	at := slices.Index(ch.calls, n.Note)
	for at--; at >= 0; at-- {
		for _, other := range ch.notes {
			if other.Note == ch.calls[at] && !other.own {
				return other
			}
		}
	}
	return nil
}

// repeatOf ties "Doe, ibid.", and "Doe, op. cit.", to the work of the people that the
// chapter cited before: that of the citation just before, or the only one.
func (t *tier) repeatOf(ch *chapter, c *citation, last *citation) {
	if last != nil && last.work != nil && last.work.isCited(c) && c.kind == again {
		t.spell(c, last.work, last.place)
		return
	}
	var known []*work
	for _, w := range ch.works {
		if w.isCited(c) && w.before(c, false) {
			known = append(known, w)
		}
	}
	switch len(known) {
	case 0:
		t.unclear(c, "no work of the author is cited before")
	case 1:
		if known[0].loose {
			t.link(c, known[0])
			return
		}
		t.spell(c, known[0], known[0].cites[len(known[0].cites)-1].place)
	default:
		t.ambiguous(ch, c, known)
	}
}

// spell puts the short form of a work in the place of "ibid.".
func (t *tier) spell(c *citation, w *work, place string) {
	pos := c.par.Pos
	words := withComma(c.clone(c.from, c.mark.from))
	if len(words) == 0 {
		words = t.setter.Short(w.entry, pos)
	} else {
		words = append(words, t.setter.ShortTitle(w.entry, pos)...)
	}
	stop, to := t.stop(c, place), c.mark.to
	switch rest := c.text[to:]; {
	case strings.HasPrefix(rest, ",") && stop == "", strings.HasPrefix(rest, ".") && stop == ",":
		stop, to = ",", to+1
	}
	inside, after := t.setter.Stopped(words, stop)
	t.lost(c, c.text[c.from:c.mark.to], inside)
	target := ""
	if first := w.first(); first.note != c.note {
		target = first.note.ID
	}
	e := edit{from: c.from, to: to, target: target, words: inside}
	if after != "" {
		e.after = []book.Inline{&book.Text{Pos: pos, Value: after}}
	}
	c.work = w
	w.cites = append(w.cites, c)
	c.tie(e, strings.TrimRight(book.PlainText(inside)+after, ","))
}

// withComma ends the names before "ibid." with a comma.
func withComma(words []book.Inline) []book.Inline {
	if len(words) == 0 {
		return words
	}
	last := words[len(words)-1]
	for kids := book.Children(last); len(kids) > 0; kids = book.Children(last) {
		last = kids[len(kids)-1]
	}
	if text, ok := last.(*book.Text); ok {
		text.Value = strings.TrimRight(text.Value, ", ") + ", "
	}
	return words
}

// stop returns what follows the name of the work in the place of "ibid.": a comma, the
// place where it is that of the citation before, a full stop; and notes down the place.
func (t *tier) stop(c *citation, place string) string {
	rest := c.text[c.mark.to:]
	stop := ""
	switch {
	case c.place != "" && !strings.HasPrefix(rest, ","):
		return ","
	case c.place == "" && strings.HasSuffix(c.text[:c.mark.to], ".") && (rest == "" || rest[0] == ' '):
		stop = "."
	}
	if c.place == "" && place != "" && !c.more && (c.same || c.from == c.mark.from) {
		c.place = place
		return ", " + place + stop
	}
	return stop
}

// pointAt links "ibid." to the note before it, where no work could be told.
func (t *tier) pointAt(c *citation, last *citation) {
	if last.note != c.note {
		c.tie(edit{from: c.mark.from, to: c.mark.to, target: last.note.ID}, "")
	}
}

// sameAuthor puts the people of the citation before in the place of "idem".
func (t *tier) sameAuthor(ch *chapter, c *citation, last *citation) {
	if last == nil || last.work == nil || len(last.work.people) == 0 {
		t.unclear(c, "the author of the citation before it is not known")
		return
	}
	who := names(&last.work.entry.Work)
	words := []book.Inline{&book.Text{Pos: c.par.Pos, Value: t.setter.People(who)}}
	t.lost(c, c.text[c.mark.from:c.mark.to], words)
	c.tie(edit{from: c.mark.from, to: c.mark.to, words: words}, book.PlainText(words))
	c.entry.Authors = who
	c.people = naming{readings: [][]person{peopleOf(who)}}
	if c.kind = titled; facts(c.entry) {
		c.kind = full
	}
	ch.add(c, t.newWork(c.entry, c.title, c.text[c.from:c.to]))
}

// unclear reports that nothing tells which work "ibid." means.
func (t *tier) unclear(c *citation, why string) {
	t.diags.Add(book.CitationUnknown, c.par.Pos, "%q cannot be tied to a work: %s", strings.Trim(c.text[c.from:c.mark.to], " ,"), why)
}
