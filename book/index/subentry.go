package index

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
)

// maxLocators is how many locators stand undivided behind a heading (Chicago 18,
// 15.24, says five or six).
const maxLocators = 6

// part is what stands under one subentry of an entry.
type part struct {
	wording
	key       string // the stems of the wording, without small words
	stretches []*stretch
}

// parts are those of one entry, in the order in which they were found. What is worded
// alike is one part.
type parts []*part

// room is how many stretches may stay in a part: none without wording, if others of the
// entry have one.
func (p *part) room() int {
	if p.text == "" {
		return 0
	}
	return maxLocators
}

func (p *parts) add(w wording, s ...*stretch) {
	if len(s) == 0 {
		return
	}
	key := stemsText(withoutSmall(w.text))
	for _, old := range *p {
		if old.key == key {
			old.stretches = append(old.stretches, s...)
			old.rank = max(old.rank, w.rank)
			return
		}
	}
	*p = append(*p, &part{wording: w, key: key, stretches: s})
}

// divide gives an entry with too many locators subentries: by what the headings of
// sections say of the term, by the subjects of the chapters that its places fall in, and
// where that leaves too many together, by the headings of sections and by other
// subjects that the places speak of. What falls in no part worth a name stays with the
// heading.
func (x *indexer) divide(t *term) {
	stretches := x.stretches(t)
	if len(stretches)+t.whole() <= maxLocators || x.undivided {
		return
	}
	all := x.partsOf(t, stretches)
	if named(all) < 2 {
		var list []*stretch
		for i := range stretches {
			list = append(list, &stretches[i])
		}
		t.entry.Locators = x.locatorsOf(thinned(list, maxLocators-t.whole()))
		if t.chapter != nil {
			t.entry.Locators = append(t.entry.Locators, x.principal(t.chapter))
		}
		t.entry.Locators = x.owned(t, t.entry.Locators)
		return
	}
	t.entry.Locators = nil
	if t.chapter != nil {
		t.entry.Locators = x.owned(t, []book.Locator{x.principal(t.chapter)})
	}
	for _, p := range all {
		p.stretches = thinned(p.stretches, maxLocators)
		if p.text == "" {
			t.entry.Locators = append(t.entry.Locators, x.locatorsOf(p.stretches)...)
			continue
		}
		sub := x.entry(p.text, false)
		sub.Sort = x.sorter.Key(withoutSmall(p.text))
		sub.Locators = x.locatorsOf(p.stretches)
		t.entry.Sub = append(t.entry.Sub, sub)
	}
	slices.SortStableFunc(t.entry.Sub, byPlace)
}

// named counts the parts that have a wording.
func named(all parts) int {
	n := 0
	for _, p := range all {
		if p.text != "" {
			n++
		}
	}
	return n
}

// partsOf parts the stretches of a term, and again what is too much for one part.
func (x *indexer) partsOf(t *term, stretches []stretch) parts {
	var all parts
	several := t.chapter != nil || slices.ContainsFunc(stretches, func(s stretch) bool { return s.chapter != stretches[0].chapter })
	for i := range stretches {
		stretches[i].number = i
	}
	for i := 0; i < len(stretches); {
		var chapter []*stretch
		for c := stretches[i].chapter; i < len(stretches) && stretches[i].chapter == c; i++ {
			chapter = append(chapter, &stretches[i])
		}
		x.partChapter(t, chapter, several, &all)
	}
	for _, p := range slices.Clone(all) {
		if len(p.stretches) > p.room() {
			x.part(t, p, &all)
		}
	}
	return slices.DeleteFunc(all, func(p *part) bool { return len(p.stretches) == 0 })
}

// fewSections is how many sections of a chapter stand in its place as subentries, where
// their headings tell more.
const fewSections = 2

// partChapter parts the stretches of one chapter. Each that lies in a section whose
// heading names the term goes by that; the others go by the chapter's subject, or by
// the headings of their sections if these are few and tell more.
func (x *indexer) partChapter(t *term, stretches []*stretch, several bool, all *parts) {
	var whole wording
	if several {
		if whole = x.ofSubject(t, stretches[0].chapter); whole.rank != saidOfTerm && !t.person && isCircular(t.heading, whole.text) {
			whole = wording{}
		}
		if in, ok := strings.CutPrefix(whole.text, "in "); ok && t.person {
			whole.text = "and " + in // quoted there, maybe, and long dead
		}
	}
	var rest []*stretch
	var own []wording // of the rest
	sections := map[string]bool{}
	poor, said := false, wording{}
	for _, s := range stretches {
		w := x.ofSection(t, s.section)
		if w.rank == saidOfTerm {
			said = w
			all.add(w, s)
			continue
		}
		poor = poor || w.rank <= whole.rank
		sections[w.text] = true
		rest, own = append(rest, s), append(own, w)
	}
	of := x.ofChapter[stretches[0].chapter]
	inSection := func(s *stretch) bool { return s.section.title != "" }
	switch {
	case said.text != "" && of != nil && of.person && !slices.ContainsFunc(rest, inSection):
		all.add(said, rest...) // how the life begins is no other matter
		return
	case several && (poor || len(sections) > fewSections) && whole.text != "":
		all.add(whole, rest...)
		return
	}
	for i, w := range own {
		if w.rank == noWording {
			w = whole
		}
		all.add(w, rest[i])
	}
}

// part divides a part further until it is small enough: first by sections whose
// headings tell something, the fullest first, then by other subjects.
func (x *indexer) part(t *term, p *part, all *parts) {
	for _, wordings := range [...]func(*stretch) []wording{
		func(s *stretch) []wording { return []wording{x.ofSection(t, s.section)} },
		func(s *stretch) []wording { return x.ofCompany(t, s) },
	} {
		for len(p.stretches) > p.room() {
			w, chosen := fullest(p, wordings)
			if p.text != "" && len(chosen) < 2 && w.rank < namedHeading || len(chosen) == 0 || p.text != "" && len(chosen) == len(p.stretches) {
				break
			}
			p.stretches = slices.DeleteFunc(p.stretches, func(s *stretch) bool { return slices.Contains(chosen, s) })
			all.add(w, chosen...)
		}
	}
}

// fullest returns, of the wordings that the stretches of a part may have, that of most
// of them which says something else than the part's own, and these stretches.
func fullest(p *part, wordings func(*stretch) []wording) (wording, []*stretch) {
	var found parts
	for _, s := range p.stretches {
		for _, w := range wordings(s) {
			if w.rank > noWording && !p.isOver(w) {
				found.add(w, s)
			}
		}
	}
	var best *part
	for _, f := range found {
		if len(f.stretches) <= maxLocators && (best == nil || len(f.stretches) > len(best.stretches) || len(f.stretches) == len(best.stretches) && f.rank > best.rank) {
			best = f
		}
	}
	if best == nil {
		return wording{}, nil
	}
	return best.wording, best.stretches
}

// whole counts the chapters that are on a term as a whole.
func (t *term) whole() int {
	if t.chapter == nil {
		return 0
	}
	return 1 + len(t.also)
}

// isOver reports whether a wording says no more than a part's own does, or as much and
// more: of what is in a rebellion, not that it is in the town of the rebellion.
func (p *part) isOver(w wording) bool {
	key := stemsText(withoutSmall(w.text))
	return p.key != "" && (strings.Contains(" "+p.key+" ", " "+key+" ") || strings.Contains(" "+key+" ", " "+p.key+" "))
}

// thinned returns the stretches that say most, in their order, no more than a number.
func thinned(stretches []*stretch, most int) []*stretch {
	slices.SortFunc(stretches, func(a, b *stretch) int { return cmp.Compare(a.number, b.number) })
	if len(stretches) <= most {
		return stretches
	}
	byCount := slices.Clone(stretches)
	slices.SortStableFunc(byCount, func(a, b *stretch) int { return cmp.Compare(b.count, a.count) })
	least := byCount[:max(most, 1)]
	return slices.DeleteFunc(slices.Clone(stretches), func(s *stretch) bool { return !slices.Contains(least, s) })
}

func (x *indexer) locatorsOf(stretches []*stretch) []book.Locator {
	var list []book.Locator
	for _, s := range stretches {
		list = append(list, x.locator(s))
	}
	return list
}

// withoutSmall returns a subentry without the small words that do not count in sorting
// (Chicago 18, 15.68).
func withoutSmall(text string) string {
	words := strings.Fields(text)
	for len(words) > 1 && (isSmallWord(words[0]) || words[0] == "the") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// repeats reports whether a phrase holds the name of a term.
func (x *indexer) repeats(t *term, phrase string) bool {
	key := " " + stemsText(phrase) + " "
	if key == "  " {
		return true
	}
	return slices.ContainsFunc(t.forms, func(f *form) bool { return strings.Contains(key, " "+stemsText(f.text)+" ") })
}
