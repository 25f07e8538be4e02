package index

import (
	"cmp"
	"slices"
)

// presence is how often a paragraph speaks of a term.
type presence struct {
	term  *term
	count int
}

// companyOf lists by the order of their paragraphs which entries the text speaks of.
func companyOf(terms []*term) map[int][]presence {
	company := map[int][]presence{}
	for _, t := range terms {
		for _, p := range t.places {
			if p.note != nil || t.entry == nil {
				continue
			}
			for _, h := range p.hits {
				company[h.order] = append(company[h.order], presence{t, h.count})
			}
		}
	}
	return company
}

// mostCompany is how many other subjects a stretch may be worded with.
const mostCompany = 3

// ofCompany words a stretch by the other entries that its paragraphs speak of most,
// those that the book seldom speaks of before those that stand everywhere.
func (x *indexer) ofCompany(t *term, s *stretch) []wording {
	if s.note != nil {
		return nil
	}
	counts := map[*term]int{}
	var list []*term
	for order := s.first; order <= s.until; order++ {
		for _, p := range x.company[order] {
			if counts[p.term] == 0 {
				list = append(list, p.term)
			}
			counts[p.term] += p.count
		}
	}
	list = slices.DeleteFunc(list, func(u *term) bool { return u == t || !x.isCompany(t, u, s, counts[u]) })
	weight := func(u *term) int { return 1000 * counts[u] / (12 + u.total) }
	slices.SortStableFunc(list, func(a, b *term) int { return cmp.Compare(weight(b), weight(a)) })
	var out []wording
	for _, u := range list[:min(len(list), mostCompany)] {
		out = append(out, wording{x.beside(t, u), besideTerm})
	}
	return out
}

// isCompany reports whether a term may word a stretch of another one.
func (x *indexer) isCompany(t, u *term, s *stretch, count int) bool {
	if !u.person && x.endsInAdjective(u.title) {
		return false
	}
	if u.owns(s.chapter) || count < 2 || x.stemClass(lastWord(u.title)).has(isBroad) && !u.proper {
		return false
	}
	return !x.repeats(t, u.title) && !x.repeats(u, t.title)
}
