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
	x.linked = map[*book.Text]*term{}
	for _, m := range b.Mentions {
		t := byTopic[m.Topic]
		if t == nil {
			continue
		}
		if alias := x.otherPerson(m); alias != "" {
			if apart[alias] == nil {
				apart[alias] = x.term(&book.Topic{Title: alias, Written: false})
				if apart[alias] == nil {
					continue
				}
				all = append(all, apart[alias])
			}
			t = apart[alias]
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

// otherPerson returns the redirect that a link to a doctrine, a group or an event
// came by when that is the name of a person: the page on Marxism is no page on
// Marx.
func (x *indexer) otherPerson(m book.Mention) string {
	if x.names.Person(m.Topic.Title) == names.Likely {
		return ""
	}
	for _, alias := range m.Topic.Aliases {
		if x.names.Person(alias) != names.Likely {
			continue
		}
		family := x.names.Parse(alias).Family
		if strings.Contains(m.Words, family) {
			return alias
		}
	}
	return ""
}

// term makes the candidate of a topic, nil for one that no index lists.
func (x *indexer) term(topic *book.Topic) *term {
	title, tail := qualifier(topic.Title)
	if isStopped(title) || topic.Chapter == nil && topic.Written && isPortal(title) {
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
		if t.person == (x.names.Person(name) == names.Likely) && !isStopped(name) {
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
	return strings.HasPrefix(title, "List of ") || strings.HasPrefix(title, "Timeline of ") || strings.HasPrefix(title, "Category:")
}
