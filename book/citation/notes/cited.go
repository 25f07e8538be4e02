package notes

import (
	"strconv"
	"strings"

	"publish/book"
	"publish/book/citation/entry"
)

// works returns what the notes cite as entries of a bibliography, in the order of the
// notes: the full citations, and of the works that have none those that give a title.
func (t *tier) works() []*book.Entry {
	var list []*book.Entry
	for _, ch := range t.chapters {
		for _, w := range ch.works {
			c := w.first()
			if w.part || c.work != w || c.kind != full && c.kind != titled {
				continue // given in full from another chapter
			}
			list = append(list, &book.Entry{
				Pos: c.par.Pos, ID: "cited-" + strconv.Itoa(len(list)+1), Text: c.clone(c.from, c.workEnd(t.reader)), In: []*book.Chapter{ch.Chapter},
			})
		}
	}
	return list
}

// workEnd returns where what a citation says of the work ends and the place in it
// begins. What can be the extent of an article, behind a colon, is said of the work.
func (c *citation) workEnd(r *reader) int {
	s := c.text[c.from:c.to]
	at := r.tailLocator(s)
	before := strings.TrimRight(s[:at], " ")
	if at == len(s) || at == 0 || strings.HasSuffix(before, ":") && strings.ContainsAny(s[at:], "-–") {
		return c.to
	}
	return c.from + len(strings.TrimRight(before, ",:"))
}

// hintOf returns what the place of an entry says of it.
func hintOf(e *book.Entry) entry.Hint { return entry.Hint{Section: e.Section} }

// withoutPlaces returns an entry without the folios and chapters that a note cites. The
// folios of an article are kept where they are those of all of it.
func (r *reader) withoutPlaces(e *entry.Entry) *entry.Entry {
	out := *e
	out.Pages, out.Rest = "", nil
	for _, rest := range e.Rest {
		if !r.isLocator(rest) {
			out.Rest = append(out.Rest, rest)
		}
	}
	return &out
}
