package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// setter sets one paragraph after another. The paragraph stands in line as one
// string; pieces tells which part of it belongs to which node.
type setter struct {
	*Marks // of the piece at hand
	rules  book.Typography
	book   string // language
	known  map[string]*Marks
	line   strings.Builder
	pieces []piece
	out    []byte
	quotes int // that are open
	// record is set when changes are to be kept.
	record  bool
	changes []Change
}

// piece is a Text node, or with a nil node a place that holds something else.
type piece struct {
	node  *book.Text
	end   int // in the line
	keep  bool
	marks *Marks
}

func newSetter(language string, rules book.Typography) *setter {
	s := &setter{rules: rules, book: language, known: map[string]*Marks{}}
	s.Marks = s.marksOf(language)
	return s
}

// marksOf returns the marks of a passage by its language, "" for that of the book. Its
// quotation marks are those of the book: often one of them stands outside.
func (s *setter) marksOf(language string) *Marks {
	if m := s.known[language]; m != nil {
		return m
	}
	m := MarksOf(s.book)
	if language != "" {
		m = m.within(MarksOf(language))
	}
	s.known[language] = &m
	return &m
}

// object stands in the line for what is not text: code, a picture, an address.
const object = '\uFFFC'

// inlines sets the inlines of one paragraph, heading or cell.
func (s *setter) inlines(inlines []book.Inline) {
	s.line.Reset()
	s.pieces = s.pieces[:0]
	marks := s.marksOf("")
	s.collect(inlines, false, marks)
	line := s.line.String()
	if line == "" {
		return
	}
	s.quotes = 0
	start := 0
	for _, p := range s.pieces {
		if p.node != nil && !p.keep {
			s.Marks = p.marks
			if set, changed := s.piece(p.node, line, start, p.end); changed {
				p.node.Value = set
			}
		}
		start = p.end
	}
	s.Marks = marks
}

func (s *setter) collect(inlines []book.Inline, keep bool, marks *Marks) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *book.Text:
			s.line.WriteString(in.Value)
			s.pieces = append(s.pieces, piece{in, s.line.Len(), keep, marks})
		case *book.CodeSpan, *book.Image, *book.PageRef:
			s.line.WriteRune(object)
			s.pieces = append(s.pieces, piece{nil, s.line.Len(), true, marks})
		case *book.LineBreak:
			s.line.WriteByte(' ')
			s.pieces = append(s.pieces, piece{nil, s.line.Len(), true, marks})
		case *book.Link:
			s.collect(in.Inlines, keep || in.Bare, marks)
		case *book.Span:
			s.collect(in.Inlines, keep, s.marksOf(in.Lang))
		default:
			s.collect(book.Children(in), keep, marks)
		}
	}
}

// piece sets the part of the line from start to end, which the node holds, with the
// rest as context.
func (s *setter) piece(node *book.Text, line string, start, end int) (set string, changed bool) {
	if strings.IndexFunc(line[start:end], isCandidate) < 0 {
		return "", false
	}
	s.out = s.out[:0]
	for i := start; i < end; {
		if n := address(line[i:end], previous(line, i)); n > 0 {
			s.out = append(s.out, line[i:i+n]...)
			i += n
			continue
		}
		n, rule, replacement := s.at(line, i, end)
		if n > 0 && s.rules.Has(rule) {
			s.note(rule, node, line, i, n, replacement)
			s.add(replacement)
		} else {
			_, n = utf8.DecodeRuneInString(line[i:end])
			s.add(line[i : i+n])
		}
		i += n
	}
	if string(s.out) == line[start:end] {
		return "", false
	}
	return string(s.out), true
}

// add appends to the piece. English marks of a quotation and of one inside it are
// kept apart (Chicago 18, 6.11).
func (s *setter) add(text string) {
	if text[0] >= 0x80 && len(s.out) > 0 && s.Open == "“" && s.rules.Has(book.Spaces) {
		last, _ := utf8.DecodeLastRune(s.out)
		if first, _ := utf8.DecodeRuneInString(text); nested(last, first) {
			s.out = append(s.out, narrow...)
		}
	}
	s.out = append(s.out, text...)
}

// nested reports whether two neighbours are marks of a quotation and of one inside
// it.
func nested(prev, r rune) bool {
	switch prev {
	case '“', '”':
		return r == '‘' || prev == '”' && r == '’'
	case '‘':
		return r == '“'
	case '’':
		return r == '”'
	}
	return false
}

// isCandidate tells the characters that can call for a change.
func isCandidate(r rune) bool {
	switch r {
	case '"', '\'', '-', '.', '–', '—', '§', ';', ':', '!', '?', ' ', '«', '»', '/', '“', '”':
		return true
	}
	return false
}

// address returns the length of an address of the net that begins here, 0 if none
// does.
func address(s string, before rune) int {
	if s[0] != 'h' && s[0] != 'w' && s[0] != 'f' || unicode.IsLetter(before) {
		return 0
	}
	for _, scheme := range []string{"http://", "https://", "www.", "ftp://"} {
		if strings.HasPrefix(s, scheme) {
			if n := strings.IndexAny(s, " \u00a0"); n >= 0 {
				return n
			}
			return len(s)
		}
	}
	return 0
}

// at returns the length of what is to be replaced at i, 0 for nothing, by which rule,
// and what is to stand there.
func (s *setter) at(line string, i, end int) (length int, rule book.Refinement, replacement string) {
	switch c := line[i]; {
	case c == '"':
		return 1, book.Quotes, s.double(line, i)
	case c == '\'':
		return 1, book.Quotes, s.single(line, i)
	case c == '.':
		length, replacement = ellipsis(line[i:end])
		return length, book.Ellipses, replacement
	case c == '-':
		length, replacement = dash(line, i, end)
		return length, book.Dashes, replacement
	case isDigit(c):
		length, replacement = fraction(line, i, end)
		return length, book.Fractions, replacement
	}
	length, replacement = s.space(line, i)
	return length, book.Spaces, replacement
}

func previous(line string, i int) rune {
	if i == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(line[:i])
	return r
}

func following(line string, i int) rune {
	if i >= len(line) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(line[i:])
	return r
}

// opens reports whether a mark behind prev and before next begins a quotation.
func opens(prev, next rune) bool {
	if unicode.IsSpace(next) {
		return false
	}
	switch prev {
	case '(', '[', '{', '–', '—', '-', '/', '“', '‘', '«', '„', '¿', '¡', '\'', '"':
		return unicode.IsLetter(next) || unicode.IsDigit(next) || !unicode.IsPunct(next) || strings.ContainsRune("([¿¡‘“'\"…", next)
	}
	return unicode.IsSpace(prev)
}

// double returns the mark for a straight double quotation mark at i. Behind a
// figure, with no quotation open, it means inches or seconds.
func (s *setter) double(line string, i int) string {
	prev, next := previous(line, i), following(line, i+1)
	if opens(prev, next) && !(s.quotes > 0 && (prev == '\'' || prev == '"') && !unicode.IsLetter(next)) {
		s.quotes++
		return s.Open + s.Inside
	}
	if unicode.IsDigit(prev) && s.quotes == 0 {
		return "″"
	}
	if s.quotes > 0 {
		s.quotes--
	}
	return s.Inside + s.Close
}

// single returns the mark for a straight single quotation mark at i: an apostrophe
// wherever it can be one.
func (s *setter) single(line string, i int) string {
	prev, next := previous(line, i), following(line, i+1)
	switch {
	case unicode.IsDigit(prev) && (unicode.IsDigit(next) || next == ' ' && i+2 < len(line) && unicode.IsDigit(following(line, i+2))):
		return "′"
	case unicode.IsLetter(prev) || unicode.IsDigit(prev):
		if s.InnerClose != "’" && !unicode.IsLetter(next) && innerOpen(line, i) {
			return s.InnerClose
		}
		return "’"
	case !opens(prev, next):
		return s.InnerClose
	case elision(line[i+1:]) || !closesLater(line, i+1):
		return "’"
	}
	return s.InnerOpen
}

// innerOpen reports whether a single quotation was opened before i in the line:
// where an apostrophe and a closing mark differ, only that tells them apart.
func innerOpen(line string, i int) bool {
	for j := i - 1; j > 0; j-- {
		if line[j] == '\'' {
			return opens(previous(line, j), following(line, j+1))
		}
	}
	return i > 0 && line[0] == '\''
}

// elision reports whether the word behind an apostrophe is one that lost its
// beginning: '90s, 'n', 'tis.
func elision(rest string) bool {
	if len(rest) >= 2 && isDigit(rest[0]) && isDigit(rest[1]) && (len(rest) == 2 || !isDigit(rest[2])) {
		return true
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	switch strings.ToLower(rest[:end]) {
	case "n", "tis", "twas", "twere", "twill", "em", "cause", "til", "till", "round", "bout", "neath", "nuff", "cos", "ere", "s":
		return true
	}
	return false
}

// closesLater reports whether a single mark that can close a quotation stands
// behind i: one behind a word or a stop that no letter follows.
func closesLater(line string, i int) bool {
	for j := i; j < len(line); j++ {
		if line[j] == '\'' {
			prev, next := previous(line, j), following(line, j+1)
			if !unicode.IsSpace(prev) && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return true
			}
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// ellipsis joins three full stops. A fourth stays behind them.
func ellipsis(s string) (length int, replacement string) {
	switch {
	case strings.HasPrefix(s, "..."):
		return 3, "…"
	case strings.HasPrefix(s, ". . ."):
		return 5, "…"
	}
	return 0, ""
}
