package notes

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/citation/entry"
)

// work is one work with the citations of it in a chapter, or the entry of the
// bibliography that has it.
type work struct {
	people  []person
	title   title
	names   map[string]bool // folded, what a work without people may be called by
	years   []string
	loose   bool        // only its people and year are known
	part    bool        // it holds the work that is cited
	cites   []*citation // of a chapter, those that name the work
	listed  *book.Entry // in the bibliography
	entry   *entry.Entry
	full    *citation // the first one that is full
	chapter *chapter
}

// newWork makes a work of what was understood of it.
func (r *reader) newWork(e *entry.Entry, t title, text string) *work {
	w := &work{people: peopleOf(names(&e.Work)), title: t, entry: e}
	if len(w.people) == 0 {
		w.names = phrases(text)
	}
	for _, field := range strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' }) {
		if isYear(field) {
			w.years = append(w.years, field)
		}
	}
	if isYear(e.Year) && !slices.Contains(w.years, e.Year) {
		w.years = append(w.years, e.Year)
	}
	return w
}

// phrases returns what stands between the stops of a citation, folded.
func phrases(text string) map[string]bool {
	set := map[string]bool{}
	for _, phrase := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".,;:()“”\"", r) }) {
		set[joined(phrase)] = true
	}
	return set
}

// isCited reports whether a citation can be of the work.
func (w *work) isCited(c *citation) bool {
	if c.kind == titled && c.inside && len(c.people.readings[0]) == 0 {
		return c.title.equals(w.title)
	}
	if len(w.people) == 0 {
		if len(c.people.readings) == 0 || len(c.people.readings[0]) != 1 {
			return false
		}
		who := strings.Join(c.people.readings[0][0].words, "")
		return c.kind == dated && w.names[who] && slices.Contains(w.years, strings.TrimRight(c.year, "abcde"))
	}
	if len(c.people.readings) == 0 || !c.people.of(w.people) || w.loose && c.kind == titled || w.part && c.kind != titled {
		return false
	}
	switch c.kind {
	case dated:
		return slices.Contains(w.years, strings.TrimRight(c.year, "abcde"))
	case titled:
		return c.title.shortens(w.title)
	}
	return true
}

// hasVolume reports whether a work can be given in full for a citation: one volume of
// several cannot where the citation names none.
func (w *work) hasVolume(c *citation) bool {
	return c.kind != titled || w.title.volume == "" || w.title.volume == c.title.volume
}

// same reports whether two works are one: the same people, title and volume, and no
// other edition.
func (w *work) same(other *work) bool {
	if !w.title.equals(other.title) || len(w.people) != len(other.people) && len(w.people)*len(other.people) == 0 || w.part != other.part {
		return false
	}
	a, b := w.people, other.people
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 && len(b) > 0 || !matchAll(a, b) {
		return false
	}
	return w.entry.Year == other.entry.Year || w.entry.Year == "" || other.entry.Year == ""
}

// first returns the citation that tells most of the work: the first full one, else the
// first one.
func (w *work) first() *citation {
	if w.full != nil {
		return w.full
	}
	return w.cites[0]
}

// before reports whether the work was named before a citation, and by a full one if
// full is set.
func (w *work) before(c *citation, atLength bool) bool {
	for _, other := range w.cites {
		if other.order < c.order && (!atLength || other.kind == full) {
			return true
		}
	}
	return false
}

// tells reports whether the citations before one tell more of the work than it does.
func (w *work) tells(c *citation) bool {
	first := w.first()
	if c.kind != titled || w.full != nil && w.full.order < c.order {
		return true
	}
	return first.order < c.order && c.family() && !first.family()
}

// shortened reports whether a citation is a shortened form of a work, without the given
// names that its people have.
func (w *work) shortened(c *citation) bool {
	if c.kind != titled {
		return true
	}
	for _, who := range w.people {
		if len(who.given) > 0 {
			return true
		}
	}
	return false
}

// distinct returns the works of a list that are not the same, the one with the most
// facts of each.
func distinct(list []*work) []*work {
	var kept []*work
	for _, w := range list {
		i := slices.IndexFunc(kept, w.same)
		switch {
		case i < 0:
			kept = append(kept, w)
		case weight(w.entry) > weight(kept[i].entry):
			kept[i] = w
		}
	}
	return kept
}

// weight counts the facts of an entry.
func weight(e *entry.Entry) int {
	n := 0
	for _, fact := range []string{e.Publisher, e.Place, e.Year, e.Container, e.Volume, e.Issue, e.URL, e.Date} {
		if fact != "" {
			n++
		}
	}
	return n
}
