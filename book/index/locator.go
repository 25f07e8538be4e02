package index

import (
	"publish/book"
)

// stretch is a run of paragraphs of one chapter in which the text speaks of a term.
type stretch struct {
	chapter  *chapter
	section  *section // in which it begins
	note     *book.Note
	from, to edgeOf
	first    int // order of its first paragraph
	until    int // and of its last
	count    int // mentions
	number   int // among those of its term
}

// edgeOf is where a stretch begins or ends: at a heading or note with an ID, or at a
// mention; the zero value for nowhere.
type edgeOf struct {
	id   string
	spot *spot
}

// maxSilence is how many paragraphs that do not name a subject a discussion of it
// may hold.
const maxSilence = 1

// stretches returns the stretches of a term in reading order. A section whose heading
// names the term is one with all that is below it.
func (x *indexer) stretches(t *term) []stretch {
	var all []stretch
	var at *stretch // the last, nil when it is closed
	var last *place
	covered := 0 // order of the last section that a heading's stretch takes in
	for _, p := range t.places {
		if p.order <= covered && p.note == nil {
			continue
		}
		joins := at != nil && last != nil && last.chapter == p.chapter && last.order+1 >= p.order
		switch {
		case p.note != nil:
			all = append(all, stretch{chapter: p.chapter, section: p.section, note: p.note, from: edgeOf{id: p.note.ID}, count: p.count})
			at = nil
		case p.heading && p.level > 1:
			covered = p.end
			if joins && last.heading {
				at.to, at.until = edgeOf{spot: &p.last}, p.last.order
				at.count += p.count
				break
			}
			all = append(all, stretch{chapter: p.chapter, section: p.section, from: edgeOf{id: p.id}, to: edgeOf{spot: &p.last},
				first: p.begin, until: p.last.order, count: p.count})
			at = &all[len(all)-1]
		default:
			all = p.stretches(all, joins && min(last.count, p.count) > 1)
			at = &all[len(all)-1]
		}
		last = p
	}
	return all
}

// stretches adds those of one section: mentions in paragraphs that follow one another
// are one stretch. The first may go on from the section before. Where much is said of a
// subject, the discussion of it may leave it out of sight for longer.
func (p *place) stretches(all []stretch, joins bool) []stretch {
	for i := range p.hits {
		h := &p.hits[i]
		if n := len(all); (i > 0 || joins && n > 0) && h.order-all[n-1].until <= 1+p.silence(i) {
			all[n-1].to, all[n-1].until = edgeOf{spot: h}, h.order
			all[n-1].count += h.count
			continue
		}
		if i > 0 && p.count < 3 {
			continue // the section has its locator
		}
		all = append(all, stretch{chapter: p.chapter, section: p.section, from: edgeOf{spot: h}, first: h.order, until: h.order, count: h.count})
	}
	return all
}

// silence is how many paragraphs may lie before a mention and the discussion yet run
// on: more between paragraphs that both name the subject more than once.
func (p *place) silence(i int) int {
	if i > 0 && min(p.hits[i-1].count, p.hits[i].count) > 1 {
		return maxSilence + 1
	}
	return maxSilence
}

// locator returns the locator of a stretch, and sees to its anchors.
func (x *indexer) locator(s *stretch) book.Locator {
	l := book.Locator{From: x.anchor(s.from, s.chapter), To: x.anchor(s.to, s.chapter), Chapter: s.chapter.Chapter}
	if l.To == l.From {
		l.To = ""
	}
	if s.note != nil {
		l.Note = s.note.Number
	}
	return l
}

func (x *indexer) anchor(e edgeOf, c *chapter) string {
	if e.spot != nil {
		return x.places.of(e.spot, c)
	}
	return e.id
}

// principal returns the locator of a chapter as a whole.
func (x *indexer) principal(c *chapter) book.Locator {
	return book.Locator{From: c.ID, To: x.end(c.Chapter), Chapter: c.Chapter, Principal: true}
}
