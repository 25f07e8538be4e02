// Package collation sorts the headings of an index and the entries of a
// bibliography as readers of a language look for them: by the Unicode Collation
// Algorithm (UTS 10) in the tailoring of the language, word by word, leading
// articles and punctuation passed over (Chicago 18, ch. 15, "Alphabetizing"; ISO 999).
//
// A word alone stands before the same word with brackets behind it, then with a comma
// and with more words; a compound with a hyphen counts as one word. Figures stand
// before letters, in the order of their numbers, those of rulers too; & is read as
// and. Mac and Mc, Saint and St. stand as they are spelled. The script of the language
// comes first, other scripts after.
package collation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Sorter makes sort keys for one language. It must not be used by two goroutines
// at once.
type Sorter struct {
	collator *collate.Collator
	primary  *collate.Collator // blind to marks that make no letter of their own
	buffer   collate.Buffer
	and      string
	articles map[string]bool
	script   *unicode.RangeTable
}

// New returns the sorter for a language, given as a BCP 47 tag; that of English
// for one that it cannot read.
func New(lang string) *Sorter {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.English
	}
	base, _ := tag.Base()
	return &Sorter{
		collator: collate.New(tag, collate.Numeric), primary: collate.New(tag, collate.Loose),
		and: andIn(base.String()), articles: articlesOf(base.String()), script: scriptOf(tag),
	}
}

// Key returns a string whose order by bytes is the order of the headings.
func (s *Sorter) Key(heading string) string { return s.key(s.plain(heading)) }

// NameKey is Key for the name of a person, whose articles are part of it: Le Guin
// stands under L.
func (s *Sorter) NameKey(name string) string { return s.key(s.words(name)) }

// key returns the key of words without signs. In front stands a byte for the script,
// which the tables of collation do not reorder by language.
func (s *Sorter) key(plain string) string {
	s.buffer.Reset()
	return string(s.rank(plain)) + string(s.collator.KeyFromString(&s.buffer, plain))
}

// rank puts figures before letters and the script of the language before others.
func (s *Sorter) rank(plain string) byte {
	switch r, _ := utf8.DecodeRuneInString(plain); {
	case !unicode.IsLetter(r):
		return '0'
	case unicode.Is(s.script, r):
		return '1'
	}
	return '2'
}

// plain returns what of a heading counts for its place.
func (s *Sorter) plain(heading string) string {
	heading = strings.TrimLeft(heading, opening)
	word, rest, ok := strings.Cut(heading, " ")
	if ok && rest != "" && s.articles[strings.ToLower(word)] {
		return s.words(rest)
	}
	_, rest = Article(heading)
	return s.words(rest)
}

// Separators in the order in which the tables of collation have them: a bracket
// before a comma before a blank between words.
const (
	beforeBracket = "\t"
	beforeComma   = "\n"
)

// words makes one string of the words of a heading with the separators between
// them.
func (s *Sorter) words(heading string) string {
	heading = strings.ReplaceAll(heading, "&", " "+s.and+" ")
	heading = strings.ReplaceAll(strings.ReplaceAll(heading, " (", "("), "(", " \x01 ")
	heading = strings.ReplaceAll(heading, ",", " \x02 ")
	var out strings.Builder
	gap := ""
	for i, w := range strings.Fields(heading) {
		switch w {
		case "\x01":
			gap = beforeBracket
			continue
		case "\x02":
			gap = beforeComma
			continue
		}
		w = lettersOf(w)
		if w == "" {
			continue
		}
		if number := roman(w); number != "" && i > 0 {
			w = number
		}
		if out.Len() > 0 {
			if gap == "" {
				gap = " "
			}
			out.WriteString(gap)
		}
		out.WriteString(w)
		gap = ""
	}
	return out.String()
}

// opening is signs that stand before the first word of a heading and do not count.
const opening = "\"'“”‘’«»„‚¿¡([*… "

// Plain returns what of a heading counts where two are compared for likeness: no
// leading article, no punctuation but the comma that parts a name turned round, no
// quotation marks.
func Plain(heading string) string {
	_, rest := Article(strings.TrimLeft(heading, opening))
	var b strings.Builder
	for _, r := range rest {
		switch {
		case counts(r) || r == ',':
			b.WriteRune(r)
		case r == '\'' || r == '’' || r == 'ʼ' || r == '.' || r == '\u00ad':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// lettersOf returns the letters, marks and figures of a word.
func lettersOf(word string) string {
	return strings.Map(func(r rune) rune {
		if counts(r) {
			return r
		}
		return -1
	}, word)
}

func counts(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
