package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/names"
)

// term is a candidate for a heading.
type term struct {
	topic   *book.Topic
	title   string   // without qualifier, as the wiki has it
	tail    string   // qualifier in brackets, "" for none
	forms   []string // by which the text may call it
	person  bool
	proper  bool // the text never writes it small
	chapter *book.Chapter
	broad   *term  // of the article that the wiki sends readers to
	family  string // stem of the surname that may stand for the person
	links   int
	named   map[string]bool // redirects that stand in the text

	lower, upper int            // in mid-sentence
	surface      map[string]int // forms in mid-sentence
	places       []*place
	score        int
	heading      string
	entry        *book.IndexEntry
}

// terms returns the candidates: topics worth a heading, and persons whose link
// leads to the page of what they taught.
func (x *indexer) terms(b *book.Book) []*term {
	byTopic := map[*book.Topic]*term{}
	byKey := map[string]*term{}
	var all []*term
	for _, topic := range b.Topics {
		t := x.term(topic)
		if t == nil {
			continue
		}
		key := strings.Join(stems(t.title), " ") + "/" + t.tail
		if same := byKey[key]; same != nil && (same.chapter == nil || t.chapter == nil) {
			same.join(t)
			t = same
		} else {
			byKey[key] = t
			all = append(all, t)
		}
		byTopic[topic] = t
	}
	apart := map[string]*term{}
	x.joinSurnames(all, b.Topics, byTopic)
	x.linked = map[*book.Text]*term{}
	for _, m := range b.Mentions {
		t := byTopic[m.Topic]
		if t == nil {
			continue
		}
		if x.apart(m.Topic.Title, m.Name) {
			if apart[m.Name] == nil {
				if apart[m.Name] = x.term(&book.Topic{Title: m.Name}); apart[m.Name] == nil {
					continue
				}
				apart[m.Name].broad = t
				all = append(all, apart[m.Name])
			}
			t = apart[m.Name]
		}
		t.links++
		if m.Note == nil {
			x.link(m.At, t)
		}
	}
	return all
}

// join makes one term of two whose titles differ in case or number alone. The title
// of a chapter goes before that of another article, and that before one that
// nobody has written.
func (t *term) join(other *term) {
	t.forms = append(t.forms, other.forms...)
	if other.chapter != nil || other.topic.Written && !t.topic.Written {
		t.topic, t.title, t.chapter, t.person, t.family = other.topic, other.title, other.chapter, other.person, other.family
	}
}

// link notes the term of the first text of a link.
func (x *indexer) link(at book.Inline, t *term) {
	done := false
	book.WalkInlines([]book.Inline{at}, func(in book.Inline) bool {
		if text, ok := in.(*book.Text); ok && !done {
			x.linked[text], done = t, true
		}
		return !done
	})
}

// apart reports whether a redirect is a subject of its own, though the wiki has no
// page for it: the page on Marxism is no page on Marx, nor that on the abolition of
// police one on the police.
func (x *indexer) apart(title, alias string) bool {
	if strings.EqualFold(title, alias) {
		return false
	}
	title, _ = qualifier(title)
	alias, _ = qualifier(alias)
	person := x.names.Person(title) == names.Likely
	if person != (x.names.Person(alias) == names.Likely) {
		return true
	}
	if person {
		return false // with a middle name, or without
	}
	a, b := stems(title), stems(alias)
	if len(a) < len(b) {
		a, b = b, a
	}
	return len(b) < len(a) && !slices.ContainsFunc(b, func(w string) bool { return !slices.Contains(a, w) })
}

// joinSurnames gives what links call by a surname alone to the person of that name:
// of several the one with a chapter or an article, or else the first.
func (x *indexer) joinSurnames(all []*term, topics []*book.Topic, byTopic map[*book.Topic]*term) {
	persons := map[string]*term{}
	for _, t := range all {
		if t.family == "" {
			continue
		}
		best := persons[t.family]
		if best == nil || best.chapter == nil && (t.chapter != nil || t.topic.Written && !best.topic.Written) {
			persons[t.family] = t
		}
	}
	ends := map[string]*term{}
	for _, t := range all {
		if !t.person {
			ends[strings.ToLower(t.title)] = t
		}
	}
	for _, topic := range topics {
		t := byTopic[topic]
		if t == nil || topic.Written || t.chapter != nil || strings.Contains(t.title, " ") || t.family != "" {
			continue
		}
		to := persons[stem(t.title)]
		if doctrine := ends[strings.TrimSuffix(strings.ToLower(t.title), "ist")+"ism"]; to == nil && strings.HasSuffix(t.title, "ist") {
			to = doctrine
			if to != nil {
				to.forms = append(to.forms, t.title)
			}
		}
		if to != nil {
			byTopic[topic] = to
			t.forms = nil
		}
	}
}

// term makes the candidate of a topic, nil for one that no index lists.
func (x *indexer) term(topic *book.Topic) *term {
	title, tail := qualifier(topic.Title)
	if isStopped(title) || topic.Chapter == nil && isPortal(title) {
		return nil
	}
	t := &term{topic: topic, title: title, tail: tail, chapter: topic.Chapter, named: map[string]bool{}, surface: map[string]int{}}
	likely := x.names.Person(title)
	t.person = tail == "" && (likely == names.Likely || likely == names.Maybe && livedBy(topic.Categories))
	if tail == "" || len(strings.Fields(title)) > 1 {
		t.forms = append(t.forms, title)
	}
	for _, alias := range topic.Aliases {
		name, _ := qualifier(alias)
		if !x.apart(topic.Title, alias) && !isStopped(name) {
			t.forms = append(t.forms, name)
		}
	}
	if t.person {
		name := x.names.Parse(title)
		if name.Given != "" {
			t.family = strings.Join(stems(name.Family), " ")
		}
	}
	return t
}

// qualifier parts what a title has in brackets at its end.
func qualifier(title string) (name, tail string) {
	if i := strings.LastIndex(title, " ("); i > 0 && strings.HasSuffix(title, ")") {
		return title[:i], title[i+2 : len(title)-1]
	}
	return title, ""
}

// livedBy reports whether the categories of an article are those of a person.
func livedBy(categories []string) bool {
	return slices.ContainsFunc(categories, func(c string) bool {
		for _, end := range []string{"births", "deaths", "narchists", "People", "people", "Poets", "Writers", "Women", "writers", "Authors"} {
			if strings.HasSuffix(c, end) {
				return true
			}
		}
		return false
	})
}

// isStopped tells titles that are no subjects: years, months, pages of the wiki's
// own.
func isStopped(title string) bool {
	if utf8.RuneCountInString(title) < 2 || strings.IndexFunc(title, unicode.IsLetter) < 0 {
		return true
	}
	words := strings.Fields(title)
	if last := words[len(words)-1]; len(words) <= 3 && isMonth(words[0]) && (len(words) == 1 || last[0] >= '0' && last[0] <= '9') {
		return true
	}
	if strings.Trim(title, "0123456789s–- BCEAD") == "" {
		return true
	}
	switch strings.ToLower(title) {
	case "wikipedia", "anarwiki", "main page", "contributing", "articles wanted", "welcome", "jane", "sic", "century", "here", "this", "website", "see also":
		return true
	}
	return strings.HasSuffix(strings.ToLower(title), " century") || strings.Contains(title, "://")
}

func isMonth(word string) bool {
	switch word {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}

// isPortal tells pages that only list others.
func isPortal(title string) bool {
	return strings.HasPrefix(title, "List of ") || strings.HasPrefix(title, "Timeline of ") || namespaced(title)
}

// namespaced reports whether a title begins with a name space of the wiki: a word
// and a colon without a blank.
func namespaced(title string) bool {
	i := strings.IndexByte(title, ':')
	return i > 0 && i+1 < len(title) && title[i+1] != ' ' && !strings.Contains(title[:i], " ")
}
