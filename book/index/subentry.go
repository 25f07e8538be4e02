package index

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
)

// maxLocators is how many locators stand undivided behind a heading (Chicago 18,
// 15.24, says five or six).
const maxLocators = 6

// divide gives an entry with too many locators subentries: by the chapters that they
// fall in, or by the sections of the only one. What falls in no part worth a name
// stays with the heading.
func (x *indexer) divide(t *term) {
	stretches := x.stretches(t)
	if len(stretches) <= maxLocators {
		return
	}
	first := stretches[0].chapter
	several := slices.ContainsFunc(stretches, func(s stretch) bool { return s.chapter != first })
	groups := map[string][]book.Locator{}
	var texts []string
	var rest []book.Locator
	for i := range stretches {
		s := &stretches[i]
		text := x.sectionPhrase(t, s.section)
		if several {
			text = x.chapterPhrase(t, s.chapter)
		}
		if text == "" {
			rest = append(rest, x.locator(s))
			continue
		}
		if groups[text] == nil {
			texts = append(texts, text)
		}
		groups[text] = append(groups[text], x.locator(s))
	}
	if len(texts) < 2 {
		return
	}
	if t.chapter != nil {
		rest = append([]book.Locator{x.principal(t.chapter)}, rest...)
	}
	t.entry.Locators = rest
	for _, text := range texts {
		sub := x.entry("and "+text, false)
		sub.Sort = x.sorter.Key(text)
		sub.Locators = groups[text]
		t.entry.Sub = append(t.entry.Sub, sub)
	}
	slices.SortStableFunc(t.entry.Sub, func(a, b *book.IndexEntry) int {
		return cmp.Or(strings.Compare(a.Sort, b.Sort), strings.Compare(a.ID, b.ID))
	})
}

// chapterPhrase names a chapter in a subentry of a term: a person by the surname,
// other subjects as the text writes them. It is "" where it would say the heading
// again.
func (x *indexer) chapterPhrase(t *term, c *chapter) string {
	of := x.ofChapter[c]
	if of == nil {
		return ""
	}
	text := ""
	switch {
	case of.person:
		text = x.names.Parse(of.title).Family
	default:
		text = x.written(of)
		if full := book.PlainText(c.Title); !sameWords(of.title, full) {
			text = full
		}
		if article, rest := collation.Article(text); article != "" && of.proper && rest != "" {
			text = "the " + rest
		}
	}
	if x.repeats(t, text) {
		return ""
	}
	return text
}

// sectionPhrase is chapterPhrase for a section.
func (x *indexer) sectionPhrase(t *term, s *section) string {
	words := wordsOf(s.title)
	if s.generic || len(words) == 0 || len(words) > 7 || strings.ContainsAny(s.title, "?:()[]/") || x.repeats(t, s.title) {
		return ""
	}
	fields := strings.Fields(s.title)
	for i, w := range fields {
		parts := wordsOf(w)
		if len(parts) == 0 {
			continue
		}
		id := x.stem(stemOf(parts[0]))
		if !isAcronym(w) && (!x.isProper(id) || x.stems[id].upper == 0) {
			fields[i] = strings.ToLower(w)
		}
	}
	text := strings.Join(fields, " ")
	if article, rest := collation.Article(text); article != "" && !strings.HasPrefix(text, "the ") {
		return rest
	}
	return text
}

// repeats reports whether a phrase holds the name of a term.
func (x *indexer) repeats(t *term, phrase string) bool {
	key := " " + stemsText(phrase) + " "
	if key == "  " {
		return true
	}
	return slices.ContainsFunc(t.forms, func(f *form) bool { return strings.Contains(key, " "+stemsText(f.text)+" ") })
}
