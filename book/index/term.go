package index

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/names"
)

// origin says what made a term a candidate.
type origin uint8

const (
	fromArticle origin = iota // the wiki has an article on it
	fromLink                  // links lead to an article that nobody has written
	fromName                  // a name in the text
	fromHeading               // words of a section's heading
	fromWork                  // a title in italic
	fromSubject               // what indexes list
	fromPhrase                // words that recur
	fromEditor                // the editor asked for it
)

func (o origin) String() string {
	return [...]string{"an article", "a link", "a name in the text", "a heading", "a title in italic", "a common subject", "words that recur", "the editor"}[o]
}

// isName reports whether a candidate is one for its capitals.
func (o origin) isName() bool { return o == fromName || o == fromWork }

// formKind says how a form stands to the heading.
type formKind uint8

const (
	fullForm    formKind = iota
	variantForm          // from a redirect or the words of a link
	shortForm            // an abbreviation
	familyForm           // the surname alone
	derivedForm          // a word of the same root: anarchist for anarchism
	partForm             // some of its words, which stand for it where it has been named
)

// form is a way in which the text may call a term.
type form struct {
	text    string
	stems   []stemID
	kind    formKind
	capital []bool // words that must begin with a capital; nil for none
	count   int    // mentions by it
	italic  bool   // it counts in italic alone, as a title does that is a word too
}

// term is a candidate for a heading.
type term struct {
	origin
	topic   *book.Topic // nil for what only the text names
	title   string      // without qualifier, in the form in which it was found
	tail    string      // qualifier in brackets, "" for none
	forms   []*form
	kind    class // isEvent, isBody … of a name, 0 for none
	person  bool
	surname bool     // a person of whom the text gives the surname alone
	author  string   // surname of the author of a work
	proper  bool     // the text never writes it small
	chapter *chapter // on the subject
	broad   *term    // of the article that the wiki sends readers to
	family  string   // stems of the surname that may stand for the person
	born    []string // names under which the person was known before
	links   int
	named   int      // times that the text uses it as a name
	first   *chapter // that does so first, nil for none

	lower, upper int            // in mid-sentence
	before       int            // a noun, as an adjective stands
	apart        int            // from one
	articled     int            // behind the article
	bare         int            // without it
	within       int            // of these, behind in
	surface      map[string]int // forms in mid-sentence
	places       []*place
	total        int // mentions
	score        int
	reasons      []string
	heading      string
	entry        *book.IndexEntry
	passing      bool               // one word that the text has once, behind an article
	concept      bool               // the text calls it one
	listed       bool               // only ever named among others
	dropped      bool               // no entry is made of it
	placed       bool               // the text uses it as the name of a place
	callings     map[string]calling // words of links to it, by their stems
	people       bool               // it is the name of a people
	joined       *term              // that took its place
	merged       []*term            // others that lead here

	wanted  bool       // the editor asks for it
	renamed string     // its heading as the editor words it, "" for the rules'
	sortAs  string     // by which it is sorted, "" for the heading
	also    []*chapter // further chapters on the subject

	described bool // its chapters are called otherwise than it
}

// maxForm is how many words a form has at most.
const maxForm = 12

// addForm adds a form that the term does not have yet.
func (x *indexer) addForm(t *term, text string, kind formKind) *form {
	stems := x.stemsOf(text)
	if len(stems) == 0 || len(stems) > maxForm {
		return nil
	}
	for _, f := range t.forms {
		if slices.Equal(f.stems, stems) && isAcronym(f.text) == isAcronym(text) {
			return f
		}
	}
	f := x.newForm(t, text, kind, stems)
	t.forms = append(t.forms, f)
	return f
}

// newForm returns a form of a term.
func (x *indexer) newForm(t *term, text string, kind formKind, stems []stemID) *form {
	name := t.person || t.topic == nil && t.origin.isName()
	return &form{text: text, stems: stems, kind: kind, capital: capitalsOf(text, name)}
}

// capitalsOf tells which words of a form need a capital in the text. In names it is
// the first that has one. In titles of the wiki a capital is the rule, and says
// nothing but in abbreviations.
func capitalsOf(text string, name bool) []bool {
	words := wordsOf(text)
	out := make([]bool, len(words))
	for i, w := range words {
		out[i] = isAcronym(w) || name && isCapital(w)
	}
	return out
}

// isPerson reports whether a title is the name of a person.
func (x *indexer) isPerson(title, tail string, categories []string) bool {
	if tail != "" && !x.saysWho(tail) && !strings.HasPrefix(tail, "The ") { // whom a work is about
		return false
	}
	switch x.names.Person(title) {
	case names.Likely:
		return true
	case names.Maybe:
		return livedBy(categories)
	}
	return false
}

// saysWho reports whether a qualifier says what a person is.
func (x *indexer) saysWho(tail string) bool {
	words := wordsOf(tail)
	return len(words) == 1 && (x.stemClass(tail).has(isRole) || !x.stemClass(tail).has(isKind) &&
		(strings.HasSuffix(tail, "er") || strings.HasSuffix(tail, "ist") || strings.HasSuffix(tail, "or") || strings.HasSuffix(tail, "ian")))
}

// familyOf returns the stems of the surname of a person's name, "" for a name that
// is not turned round.
func (x *indexer) familyOf(name string) string {
	n := x.names.Parse(name)
	if n.Given == "" || isSaintly(n.Given) {
		return ""
	}
	return stemsText(n.Family)
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
