package index

import (
	"cmp"
	"slices"
	"strings"

	"publish/book"
	"publish/book/collation"
)

// A long chapter is divided under its subject: nobody wants to look for a deportation
// through twenty pages on a life.
const (
	longChapter = 1800 // words
	mostOwn     = 7    // subentries that it gives its subject
)

// ownSection is a section of the chapter on a term, as a subentry.
type ownSection struct {
	*section
	text string
}

// ownSections returns the sections of the chapter on a term that make subentries of its
// entry: those whose headings say by themselves what is told there. A book of one chapter
// has none, since all of it is on the term.
func (x *indexer) ownSections(t *term) []ownSection {
	if t.chapter == nil || len(x.chapters) < 2 || x.undivided || len(t.chapter.tokens) < longChapter {
		return nil
	}
	var list []ownSection
	for _, s := range t.chapter.sections {
		if text := x.ownText(t, s); text != "" && !slices.ContainsFunc(list, func(o ownSection) bool { return o.text == text }) {
			list = append(list, ownSection{s, text})
		}
	}
	if len(list) < 2 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b ownSection) int { return cmp.Compare(b.length(), a.length()) })
	return list[:min(len(list), mostOwn)]
}

// length is how many paragraphs a section has, with those below it.
func (o ownSection) length() int {
	n := 0
	for _, p := range o.chapter.paragraphs {
		if p.section.order >= o.order && p.section.order <= o.end {
			n++
		}
	}
	return n
}

// ownText words a section of the chapter on a term, "" for one whose heading does not
// tell enough.
func (x *indexer) ownText(t *term, s *section) string {
	title := bareTitle(s.title)
	top := s.level == 2 || s.level == 3 && s.parent != nil && s.parent.generic // the stations of a Life
	if !top || s.generic || s.last.node == nil || strings.ContainsAny(title, "?:()[]/;“”\"") {
		return ""
	}
	if text := x.relation(t, title); text != "" {
		return text
	}
	if u := x.termOf(title); u != nil && u != t && !u.dropped && u.proper && u.origin != fromHeading && (x.isWhere(u) || x.isEventName(u)) {
		return x.ofNamed(t, u, s.chapter, title).text
	}
	_, title = collation.Article(title)
	words := titleWords(title)
	if len(words) > 1 && isYear(words[0]) {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > longestHeading || isPreposition(words[0]) || !x.tellsTopic(words) && !x.isOwnTopic(title) || isCircular(t.title, title) || x.repeats(t, title) {
		return ""
	}
	if u := x.termOf(title); u != nil && u.proper && !u.person && u.heading != "" && sameWords(u.heading, strings.Join(words, " ")) {
		return u.heading
	}
	return x.sentence(words)
}

// isOwnTopic reports whether a heading is a subject of its own: a heading of the index,
// or what indexes list.
func (x *indexer) isOwnTopic(title string) bool {
	key := stemsText(title)
	u := x.termOf(title)
	return u != nil && !u.dropped && u.proper || x.vocabulary.isSubject[key] && !x.vocabulary.isWide[key]
}

// postOwn puts the sections of the chapter on a term under its entry.
func (x *indexer) postOwn(t *term) {
	for _, o := range x.ownSections(t) {
		key := stemsText(withoutSmall(o.text))
		if slices.ContainsFunc(t.entry.Sub, func(e *book.IndexEntry) bool { return stemsText(withoutSmall(book.PlainText(e.Heading))) == key }) {
			continue
		}
		sub := x.entry(o.text, false)
		sub.Sort = x.sorter.Key(withoutSmall(o.text))
		sub.Locators = x.locatorsOf([]*stretch{{chapter: o.chapter, section: o.section, from: edgeOf{id: o.id}, to: edgeOf{spot: &o.section.last}}})
		t.entry.Sub = append(t.entry.Sub, sub)
	}
	slices.SortStableFunc(t.entry.Sub, byPlace)
}
