package terms

import (
	"embed"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

//go:embed words/*.txt
var files embed.FS

// fallback is the language that stands in for those that have no file.
const fallback = "en"

// Terms are the words of one language.
type Terms struct {
	language string
	words    map[Key]string
}

// For returns the words for a language, a BCP 47 tag, or the English ones.
func For(tag string) *Terms {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	data, err := files.ReadFile("words/" + base + ".txt")
	if err != nil {
		base = fallback
		data, _ = files.ReadFile("words/" + base + ".txt")
	}
	return &Terms{base, parse(string(data))}
}

// parse reads lines of keys and words. Blank lines and those that begin with a
// number sign say nothing; \u and four digits stand for a character that no editor
// shows.
func parse(text string) map[Key]string {
	words := make(map[Key]string)
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(line, "=")
		if ok && !strings.HasPrefix(line, "#") {
			words[Key(strings.TrimSpace(key))] = unescape(strings.TrimSpace(value))
		}
	}
	return words
}

func unescape(s string) string {
	if s, err := strconv.Unquote(`"` + s + `"`); err == nil {
		return s
	}
	return s
}

// Language returns the language of the words: that which was asked for without its
// region, or en.
func (t *Terms) Language() string { return t.language }

// Text returns all words one after the other, for those who want the letters that
// they need.
func (t *Terms) Text() string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(t.words)) {
		b.WriteString(t.words[k])
	}
	return b.String()
}

// Word returns words as they stand.
func (t *Terms) Word(k Key) string { return t.words[k] }

// Phrase returns words with values put in: names and values in turn. White space
// is single, whatever a value leaves out.
func (t *Terms) Phrase(k Key, values ...string) string {
	pairs := make([]string, len(values))
	for i, v := range values {
		if i%2 == 0 {
			v = "{" + v + "}"
		}
		pairs[i] = v
	}
	return strings.ReplaceAll(strings.NewReplacer(pairs...).Replace(t.words[k]), "  ", " ")
}

// Around returns what stands before and after the value of a name in a phrase, for
// those who write something else there than text.
func (t *Terms) Around(k Key, name string, values ...string) (before, after string) {
	before, after, _ = strings.Cut(t.Phrase(k, values...), "{"+name+"}")
	return before, after
}

// Capital returns words as they begin a sentence.
func (t *Terms) Capital(k Key) string {
	s := t.words[k]
	r, size := utf8.DecodeRuneInString(s)
	if t.language == "tr" {
		return string(unicode.TurkishCase.ToUpper(r)) + s[size:]
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Date returns a day as the language writes it in a sentence.
func (t *Terms) Date(d time.Time) string {
	d = d.UTC()
	day := strconv.Itoa(d.Day())
	if first := t.words[First]; d.Day() == 1 && first != "" {
		day = first
	}
	month := strings.Split(t.words[Months], " ")[d.Month()-1]
	return t.Phrase(Date, "day", day, "month", strings.ReplaceAll(month, "\u00a0", " "), "year", strconv.Itoa(d.Year()))
}

// Number returns a number with its thousands apart, from ten thousand on where the
// mark is a blank.
func (t *Terms) Number(n int) string {
	mark := t.words[Thousands]
	if r, _ := utf8.DecodeRuneInString(mark); unicode.IsSpace(r) && n < 10_000 {
		return strconv.Itoa(n)
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + mark + s[i:]
	}
	return s
}
