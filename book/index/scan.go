package index

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// section is a part of a chapter between two headings.
type section struct {
	chapter *book.Chapter
	id      string // of its heading, of the chapter for the part before the first
	order   int    // in the book
}

// place is a section that speaks of a term.
type place struct {
	*section
	node    *book.Text // that holds the first mention; nil for the heading itself
	offset  int
	count   int
	linked  bool
	heading bool
	anchor  string
}

// find is one mention in the text.
type find struct {
	term    *term
	section *section
	node    *book.Text
	offset  int
	linked  bool
	heading bool
	form    string // of the term's forms, the one that was met; "" for a surname or link
	words   string // as they stand
	start   bool   // at the beginning of a sentence, where the capital says nothing
}

// scan finds every mention in the book and gives each term its places.
func (x *indexer) scan(chapters []*book.Chapter, terms []*term) {
	forms := newLookup(terms)
	found := make([][]find, len(chapters))
	order := 0
	sections := make([][]*section, len(chapters))
	for i, c := range chapters {
		sections[i] = sectionsOf(c, &order)
	}
	x.sections = order
	jobs := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(len(chapters), 1)) {
		wait.Go(func() {
			t := tokenizer{stems: map[string]string{}}
			for i := range jobs {
				s := scanner{indexer: x, forms: forms, words: &t, chapter: chapters[i], seen: map[string]*term{}}
				found[i] = s.chapterFinds(sections[i])
			}
		})
	}
	for i := range chapters {
		jobs <- i
	}
	close(jobs)
	wait.Wait()
	for _, list := range found {
		count(list)
	}
	for _, t := range terms {
		t.proper = t.person || t.upper > t.lower || t.lower == 0
	}
	for _, list := range found {
		settle(list)
	}
	for _, t := range terms {
		slices.SortStableFunc(t.places, func(a, b *place) int { return cmp.Compare(a.order, b.order) })
	}
}

// sectionsOf lists the sections of a chapter, numbered on from order.
func sectionsOf(c *book.Chapter, order *int) []*section {
	list := []*section{{c, c.ID, *order}}
	for _, b := range c.Blocks {
		if h, ok := b.(*book.Heading); ok {
			*order++
			list = append(list, &section{c, h.ID, *order})
		}
	}
	*order += 2 // so that no two chapters have sections that follow each other
	return list
}

// scanner finds the mentions in one chapter.
type scanner struct {
	*indexer
	forms   *lookup
	words   *tokenizer
	chapter *book.Chapter
	seen    map[string]*term // persons named in full, by surname
	section *section
	heading bool
	finds   []find
}

func (s *scanner) chapterFinds(sections []*section) []find {
	s.section = sections[0]
	next := 1
	for _, b := range s.chapter.Blocks {
		if h, ok := b.(*book.Heading); ok {
			s.section, s.heading = sections[next], true
			next++
			s.text(h.Inlines)
			s.heading = false
			continue
		}
		book.EachText([]book.Block{b}, s.text)
	}
	return s.finds
}

// text finds the mentions in one paragraph.
func (s *scanner) text(inlines []book.Inline) {
	tokens := s.words.paragraph(inlines)
	for i := 0; i < len(tokens); {
		tok := &tokens[i]
		node := s.words.nodes[tok.node]
		opens := i == 0 || tokens[i-1].node != tok.node
		h, length := s.forms.find(tokens[i:], func(h *hit) bool { return s.accepts(h, tokens, i) })
		if t := s.linked[node]; t != nil && opens && (h == nil || h.term != t) {
			s.add(find{term: t, node: node, offset: int(tok.offset), linked: true})
			s.know(t)
		} else if h != nil {
			f := find{term: h.term, node: node, offset: int(tok.offset), linked: t != nil && opens, start: tok.start}
			if !h.family {
				f.form, f.words = h.form, phrase(tokens[i:i+length])
				s.know(h.term)
			}
			s.add(f)
		}
		i += max(length, 1)
	}
}

func (s *scanner) know(t *term) {
	if t.family != "" {
		s.seen[t.family] = t
	}
}

// accepts reports whether a hit counts here. A surname stands for the person last
// named in full, unless another given name is before it.
func (s *scanner) accepts(h *hit, tokens []token, i int) bool {
	if !h.family {
		return true
	}
	if s.seen[h.term.family] != h.term {
		return false
	}
	if i == 0 || tokens[i].gap {
		return true
	}
	before := tokens[i-1].word
	first, _ := utf8.DecodeRuneInString(before)
	return !unicode.IsUpper(first) || strings.HasPrefix(h.term.title, before[:utf8.RuneLen(first)]) ||
		s.names.Person(before+" "+tokens[i].word) != names.Likely
}

func (s *scanner) add(f find) {
	if f.term.chapter == s.chapter {
		return // the chapter as a whole is the place
	}
	f.section, f.heading = s.section, s.heading
	if s.heading {
		f.node = nil
	}
	s.finds = append(s.finds, f)
}

func phrase(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.word
	}
	return strings.Join(words, " ")
}

// count notes how the text writes each term where a capital means something.
func count(finds []find) {
	for _, f := range finds {
		if f.form == "" || f.start || f.heading || f.term.person {
			continue
		}
		if isSmall(f.words) {
			f.term.lower++
		} else {
			f.term.upper++
		}
		f.term.surface[f.words]++
	}
}

// isSmall reports whether words begin with a small letter, a leading article not
// counted.
func isSmall(words string) bool {
	_, rest := collation.Article(words)
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(first)
}

// settle gives the terms their places. A proper name does not stand where the same
// word is written small.
func settle(finds []find) {
	for _, f := range finds {
		t := f.term
		if f.form != "" && t.proper && !t.person && !f.linked {
			if isSmall(f.words) {
				continue
			}
		}
		if f.form != "" && f.form != t.title {
			t.named[f.form] = true
		}
		last := len(t.places) - 1
		if last < 0 || t.places[last].section != f.section {
			t.places = append(t.places, &place{section: f.section, node: f.node, offset: f.offset})
			last++
		}
		p := t.places[last]
		p.count++
		p.linked = p.linked || f.linked
		p.heading = p.heading || f.heading
	}
}
