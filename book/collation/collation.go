// Package collation sorts the headings of an index and the entries of a
// bibliography as readers of a language look for them: by the Unicode Collation
// Algorithm (UTS 10) in the tailoring of the language, word by word, leading
// articles and punctuation passed over (Chicago 18, 15.63-15.70; ISO 999).
package collation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Sorter makes sort keys for one language. It must not be used by two goroutines
// at once.
type Sorter struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

// New returns the sorter for a language, given as a BCP 47 tag; that of English
// for one that it cannot read.
func New(lang string) *Sorter {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.English
	}
	return &Sorter{collator: collate.New(tag)}
}

// Key returns a string whose order by bytes is the order of the headings.
func (s *Sorter) Key(heading string) string {
	s.buffer.Reset()
	return string(s.collator.KeyFromString(&s.buffer, Plain(heading)))
}

// NameKey is Key for the name of a person, whose articles are part of it: Le Guin
// stands under L.
func (s *Sorter) NameKey(name string) string {
	s.buffer.Reset()
	return string(s.collator.KeyFromString(&s.buffer, plain(name)))
}

// Plain returns what of a heading counts for its place: no leading article, no
// punctuation but the comma that parts a name turned round, no quotation marks.
func Plain(heading string) string {
	_, rest := Article(strings.TrimLeft(heading, "\"'“”‘’«»„‚¿¡([*… "))
	return plain(rest)
}

// plain is Plain with the article.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == ',':
			b.WriteRune(r)
		case r == '\'' || r == '’' || r == 'ʼ' || r == '.' || r == '\u00ad':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Article parts a leading article from the words behind it: "The", "Dispossessed".
// Names of places keep theirs, and so does a title that is an article alone.
func Article(s string) (article, rest string) {
	for _, mark := range []string{"L'", "L’", "l'", "l’"} {
		if strings.HasPrefix(s, mark) && len(s) > len(mark) {
			return s[:len(mark)], s[len(mark):]
		}
	}
	word, rest, ok := strings.Cut(s, " ")
	if !ok || rest == "" {
		return "", s
	}
	switch strings.ToLower(word) {
	case "the", "a", "an", "der", "die", "das", "le", "les", "il", "gli":
		return word, rest
	case "la", "el", "los", "las":
		next, _, _ := strings.Cut(rest, " ")
		switch next {
		case "Paz", "Plata", "Salvador", "Angeles", "Alamos", "Vegas", "Palmas", "Paso", "Solana", "Rochelle", "Alto", "Habana":
			return "", s
		}
		return word, rest
	}
	return "", s
}

// Letter returns the letter under which a heading stands, without marks; "" for
// one that begins with a figure or a sign.
func Letter(heading string) string { return letter(Plain(heading)) }

// NameLetter is Letter for the name of a person.
func NameLetter(name string) string { return letter(plain(name)) }

func letter(plain string) string {
	r, _ := utf8.DecodeRuneInString(norm.NFD.String(plain))
	switch {
	case !unicode.IsLetter(r):
		return ""
	case r == 'ł' || r == 'Ł':
		r = 'L'
	case r == 'ø' || r == 'Ø':
		r = 'O'
	case r == 'æ' || r == 'Æ':
		r = 'A'
	case r == 'đ' || r == 'Đ':
		r = 'D'
	}
	return string(unicode.ToUpper(r))
}
