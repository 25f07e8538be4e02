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

// divide gives an entry with too many locators subentries: by the chapters that they
// fall in, or by the sections of the only one, and by sections whose headings name the
// term. What falls in no part worth a name stays with the heading.
func (x *indexer) divide(t *term) {
	stretches := x.stretches(t)
	if len(stretches) <= maxLocators || x.undivided {
		return
	}
	groups, order := map[string][]*stretch{}, []string(nil)
	several := slices.ContainsFunc(stretches, func(s stretch) bool { return s.chapter != stretches[0].chapter })
	for i := range stretches {
		s := &stretches[i]
		text := x.wording(t, s, several)
		if groups[text] == nil && text != "" {
			order = append(order, text)
		}
		groups[text] = append(groups[text], s)
	}
	if len(order) < 2 {
		return
	}
	t.entry.Locators = nil
	if t.chapter != nil {
		t.entry.Locators = x.owned(t, []book.Locator{x.principal(t.chapter)})
	}
	t.entry.Locators = append(t.entry.Locators, x.locatorsOf(groups[""])...)
	for _, text := range order {
		sub := x.entry(text, false)
		sub.Sort = x.sorter.Key(withoutSmall(text))
		sub.Locators = x.locatorsOf(groups[text])
		t.entry.Sub = append(t.entry.Sub, sub)
	}
	slices.SortStableFunc(t.entry.Sub, func(a, b *book.IndexEntry) int {
		return cmp.Or(strings.Compare(a.Sort, b.Sort), strings.Compare(a.ID, b.ID))
	})
}

// wording words the subentry of a stretch, "" for none.
func (x *indexer) wording(t *term, s *stretch, several bool) string {
	if !several {
		return x.inSection(t, s.section)
	}
	if s.section.title != "" && !s.section.generic {
		if text := x.relation(t, s.section.title); text != "" {
			return x.deed(t, s.chapter, text)
		}
	}
	return x.inChapter(t, s.chapter)
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
