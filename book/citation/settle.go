package citation

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/citation/line"
)

// settle makes the fullest form of a work from its sources: the fullest of them, its
// gaps filled from the others, with the people and the title that most of them have.
func (w *work) settle() {
	if len(w.sources) == 1 {
		return
	}
	base := w.sources[0]
	for _, s := range w.sources[1:] {
		if s.fields() > base.fields() {
			base = s
		}
	}
	if !base.Known {
		w.Entry = base.Entry
		return
	}
	w.Entry = base.Entry
	w.fillFrom(w.sources)
	w.commonTitle()
	w.commonPeople()
}

// fillFrom fills the gaps of what is known of w from others and gathers the addresses
// of all. A linked title keeps its link where that is the only address.
func (w *work) fillFrom(others []*work) {
	base, e := w.Entry, *w.Entry
	e.Links, e.Linked, e.Rest = nil, nil, nil
	for _, r := range base.Rest {
		e.Rest = append(e.Rest, line.Plain(r))
	}
	e.TitleLine = line.Plain(e.TitleLine)
	if base.Linked != nil {
		e.Addresses = append([]*book.Link{bare(base.Linked)}, e.Addresses...)
	}
	for _, s := range others {
		fillWork(&e.Work, &s.Work)
		if s.Kind == book.BookWork && (e.Kind == book.WebWork || e.Kind == book.ArticleWork && e.Container == "") {
			e.Kind, e.Part = book.BookWork, false
		}
		if s.Linked != nil {
			e.Addresses = append(e.Addresses, bare(s.Linked))
		}
		e.Addresses = append(e.Addresses, s.Addresses...)
	}
	e.Addresses = distinct(e.Addresses)
	if len(e.Addresses) == 1 && base.Linked != nil {
		e.Linked, e.Addresses = base.Linked, nil
	}
	e.Whole = true
	w.Entry = &e
}

// bare returns the address of a linked title as a bare one.
func bare(l *book.Link) *book.Link {
	return &book.Link{Pos: l.Pos, URL: l.URL, Bare: true, Inlines: []book.Inline{&book.Text{Pos: l.Pos, Value: l.URL}}}
}

// distinct drops addresses that come twice.
func distinct(links []*book.Link) []*book.Link {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(links), func(l *book.Link) bool {
		key := readableAddress(l.URL)
		if seen[key] {
			return true
		}
		seen[key] = true
		return false
	})
}

// fields counts what is known of a work; length decides between equals.
func (w *work) fields() int {
	n := 0
	for _, f := range []string{w.Title, w.Place, w.Publisher, w.Year, w.Pages, w.URL, w.ISBN, w.Container, w.Volume, w.Issue} {
		if f != "" {
			n += 1000
		}
	}
	if len(w.heads()) > 0 {
		n += 1000
	}
	if w.Known {
		n += 10000
	}
	return n + min(len(w.Title), 900)
}

// fillWork fills the gaps of a work from another entry of it. Imprints are not mixed:
// place, publisher and year come together.
func fillWork(w, from *book.Work) {
	if w.Publisher == "" && w.Place == "" && (w.Year == "" || w.Year == from.Year || from.Year == "") {
		w.Publisher, w.Place = from.Publisher, from.Place
		fill(&w.Year, from.Year)
	}
	if w.Year == "" && from.Publisher == "" {
		w.Year, w.Date = from.Year, from.Date
	}
	if len(w.Editors) == 0 && len(w.Authors) > 0 && len(from.Authors) > 0 {
		w.Editors = from.Editors
	}
	if len(w.Translators) == 0 {
		w.Translators = from.Translators
	}
	fill(&w.Container, from.Container)
	fill(&w.Volume, from.Volume)
	fill(&w.Issue, from.Issue)
	fill(&w.Pages, from.Pages)
	fill(&w.ISBN, from.ISBN)
	fill(&w.DOI, from.DOI)
	fill(&w.URL, from.URL)
	fill(&w.Remark, from.Remark)
	fill(&w.Language, from.Language)
	fill(&w.Edition, from.Edition)
}

func fill(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// commonTitle takes the longest title of the sources, in the form that most of them
// have.
func (w *work) commonTitle() {
	count, best := map[string]int{}, ""
	length := func(title string) int { return len(headingOf(withoutBracket(title)).full) }
	for _, s := range w.sources {
		if s.Known {
			count[s.Title]++
		}
	}
	for _, s := range w.sources {
		if !s.Known {
			continue
		}
		if l, b := length(s.Title), length(best); l > b || l == b && count[s.Title] > count[best] {
			best = s.Title
			w.Title, w.TitleLine = s.Title, line.Plain(s.TitleLine)
		}
	}
}

// withoutBracket takes off a title the words in brackets that end it: other sources have
// them as a remark.
func withoutBracket(title string) string {
	if i := strings.LastIndex(title, " ("); i > 0 && strings.HasSuffix(title, ")") {
		return title[:i]
	}
	return title
}

// commonPeople takes the authors that most sources name, the longer list of two as
// frequent, each by the form of name that most have.
func (w *work) commonPeople() {
	best, most := w.Authors, 0
	for _, s := range w.sources {
		n := 0
		for _, t := range w.sources {
			if len(t.Authors) == len(s.Authors) && len(s.Authors) > 0 && samePeople(t.Authors, s.Authors) {
				n++
			}
		}
		if n > most || n == most && len(s.Authors) > len(best) {
			best, most = s.Authors, n
		}
	}
	w.Authors = slices.Clone(best)
	for i, n := range w.Authors {
		w.Authors[i] = w.commonForm(n)
	}
}

// commonForm returns the form of a name that most sources have; of two as frequent,
// the one with more given names.
func (w *work) commonForm(n book.PersonName) book.PersonName {
	families, givens := map[string]int{}, map[string]int{}
	var family, given string
	for pass := range 2 {
		for _, s := range w.sources {
			for _, m := range s.Authors {
				if !samePerson(n, m) {
					continue
				}
				if pass == 0 {
					families[m.Family]++
					givens[m.Given]++
					continue
				}
				if c, d := families[m.Family], families[family]; c > d {
					family = m.Family
				}
				if f, h := len(foldName(m.Given)), len(foldName(given)); f > h || f == h && givens[m.Given] > givens[given] {
					given = m.Given
				}
			}
		}
	}
	return book.PersonName{Family: family, Given: given}
}
