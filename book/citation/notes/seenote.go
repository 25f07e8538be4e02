package notes

import (
	"strconv"
	"strings"

	"publish/book"
)

// tieNumbers ties "see note 4" to the note that had that number in the source, and
// gives the number that it has now.
func (t *tier) tieNumbers(ch *chapter) {
	for _, n := range ch.notes {
		if n.own {
			continue
		}
		for _, p := range n.passages {
			for _, ref := range t.numbers(p) {
				ch.mapOnce(t.book.Dropped)
				t.tieNumber(ch, p, ref)
			}
		}
	}
}

// numberRef is a reference to a note: words from..to, the figure from digits on.
type numberRef struct {
	from, digits, to int
}

// numbers finds the references to notes of a passage: a word for a note and its number,
// with a word such as "see" before them or one such as "above" before or behind.
func (w words) numbers(p *passage) []numberRef {
	if !strings.ContainsAny(p.text, "0123456789") {
		return nil
	}
	var list []numberRef
	for i := 0; i < len(p.text); i++ {
		if i > 0 && isWordRune(previous(p.text, i)) {
			continue
		}
		n := w.leading("note", p.text[i:])
		if n == 0 {
			continue
		}
		digits := i + n + len(p.text[i+n:]) - len(strings.TrimLeft(p.text[i+n:], " .\u00a0"))
		to := digits
		for to < len(p.text) && p.text[to] >= '0' && p.text[to] <= '9' {
			to++
		}
		if to == digits || to-digits > 4 || digits == i+n && strings.TrimRight(p.text[i:i+n], ".") == p.text[i:i+n] {
			continue
		}
		if w.pointsAt(p.text, i, to) {
			list = append(list, numberRef{i, digits, to})
		}
		i = to
	}
	return list
}

// pointsAt reports whether a word that leads to a note stands before or behind a note's
// number.
func (w words) pointsAt(s string, from, to int) bool {
	rest := strings.TrimLeft(s[to:], " ,")
	if w.leading("above", rest) > 0 {
		return true
	}
	head := strings.TrimRight(s[:from], " \u00a0(,")
	for _, list := range []string{"see", "above"} {
		for item := range w.sets[list] {
			at := len(head) - len(item)
			for ; at >= 0 && at > len(head)-len(item)-8; at-- {
				if (at == 0 || !isWordRune(previous(head, at))) && prefix(head[at:], item) == len(head)-at {
					return true
				}
			}
		}
	}
	return false
}

// tieNumber links one reference.
func (t *tier) tieNumber(ch *chapter, p *passage, ref numberRef) {
	number, err := strconv.Atoi(p.text[ref.digits:ref.to])
	if err != nil {
		return
	}
	words := p.text[ref.from:ref.to]
	to := ch.numbered(number)
	switch {
	case to == nil && ch.wasNumbered(number):
		t.diags.Add(book.CitationUnknown, p.par.Pos, "%q leads to a note that was empty", words)
		return
	case to == nil || to == p.note:
		return
	}
	e, now := edit{from: ref.from, to: ref.to, target: to.ID}, ""
	if to.Number != number {
		e.words = append(p.clone(ref.from, ref.digits), &book.Text{Pos: p.par.Pos, Value: strconv.Itoa(to.Number)})
		now = book.PlainText(e.words)
	}
	for _, other := range p.edits {
		if other.from < e.to && e.from < other.to {
			return
		}
	}
	p.edits = append(p.edits, e)
	p.note.Ties = append(p.note.Ties, book.Tie{Was: words, Now: now, Target: to.ID})
	if now != "" {
		t.drop(p, p.text[ref.digits:ref.to])
	}
}

// drop records words of a passage that are gone.
func (t *tier) drop(p *passage, words string) {
	t.book.Dropped = append(t.book.Dropped, book.Drop{Pos: p.par.Pos, Class: book.DropCitation, Text: words})
}
