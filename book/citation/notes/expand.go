package notes

import (
	"strings"
	"unicode"

	"publish/book"
)

// expand gives the full form of a work in the place of a short one.
func (t *tier) expand(ch *chapter, c *citation, w *work) {
	target := ""
	if w.listed != nil {
		target = w.listed.ID
	} else {
		target = w.full.note.ID
	}
	words := t.fullForm(w, c.par.Pos)
	if words == nil || len(book.PlainText(words)) > longestForm {
		c.tie(edit{from: c.from, to: c.head, target: target}, "")
		t.keep(ch, c, nil)
		return
	}
	var after []book.Inline
	end := c.to
	if c.place != "" {
		end = strings.LastIndex(c.text[:c.to], c.place)
		after = []book.Inline{&book.Text{Pos: c.par.Pos, Value: ", "}}
	} else if strings.HasSuffix(c.text[c.from:c.to], ".") {
		end--
	}
	t.lost(c, c.text[c.from:end], words)
	c.tie(edit{from: c.from, to: end, target: target, words: words, after: after}, book.PlainText(words))
	mine := &work{people: w.people, title: w.title, names: w.names, years: w.years, entry: w.entry}
	mine.chapter, mine.full, mine.cites = ch, c, []*citation{c}
	if w.chapter == ch {
		mine = w
		w.cites = append(w.cites, c)
		w.full = c
	} else {
		ch.works = append(ch.works, mine)
	}
	c.work = mine
}

// longestForm is the greatest length of a form that is written out, in bytes: what is
// longer has addresses that the list has too.
const longestForm = 320

// fullForm returns a work as a note gives it, without a place in it; nil where the
// words of the source would not all be in it.
func (t *tier) fullForm(w *work, pos book.Pos) []book.Inline {
	e := w.entry
	var source string
	if w.listed != nil {
		e = t.parser.Parse(w.listed.Text, hintOf(w.listed))
		source = book.PlainText(w.listed.Text)
	} else {
		source = w.full.text[w.full.from:w.full.to]
		source = source[:len(source)-len(w.full.place)]
	}
	e = t.withoutPlaces(e)
	set := t.setter.Note(e, pos)
	if w.part || covers(book.PlainText(set), source) {
		return set
	}
	if w.listed != nil {
		return nil
	}
	c := w.full
	end := c.to - len(c.text[c.from:c.to]) + len(strings.TrimRight(source, " ,.:;"))
	for _, word := range []string{"p", "pp", "S"} {
		end = len(strings.TrimRight(strings.TrimSuffix(strings.TrimRight(c.text[:end], " ,.:"), " "+word), " ,.:"))
	}
	return c.clone(c.from, end)
}

// covers reports whether a text has all the words of a source, and few of its own.
func covers(text, source string) bool {
	have := map[string]int{}
	for _, w := range fieldsOf(text) {
		have[w]++
	}
	for _, w := range fieldsOf(source) {
		if have[w]--; have[w] < 0 && strings.IndexFunc(w, unicode.IsLetter) >= 0 && len(w) > 2 {
			return false
		}
	}
	return true
}

// lost records the words of a short citation that its full form does not have.
func (t *tier) lost(c *citation, old string, words []book.Inline) {
	have := map[string]int{}
	for _, w := range plainWords(book.PlainText(words)) {
		have[w]++
	}
	var gone []string
	for _, w := range plainWords(old) {
		if have[w]--; have[w] < 0 {
			gone = append(gone, w)
		}
	}
	if len(gone) > 0 {
		t.drop(c.passage, strings.Join(gone, " "))
	}
}

// plainWords returns the words of a text as they stand.
func plainWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWordRune(r) && !unicode.IsMark(r) })
}
