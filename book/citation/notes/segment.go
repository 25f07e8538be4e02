package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a stretch of a passage that holds one citation at most.
type piece struct {
	from, to int
	inside   bool // it is what holds the work of the piece before it: "in Doe, Title"
}

// pieces parts a passage into pieces.
func (w words) pieces(p *passage) []piece {
	var list []piece
	from := 0
	for i := 0; i < len(p.text); {
		if p.mask[i] {
			i++
			continue
		}
		if n := w.boundary(p, from, i); n > 0 {
			list = w.piece(list, p, from, i)
			i += n
			from = i
			continue
		}
		_, size := utf8.DecodeRuneInString(p.text[i:])
		i += size
	}
	return w.piece(list, p, from, len(p.text))
}

// boundary returns the length of what parts two citations at i, 0 if nothing does.
func (w words) boundary(p *passage, from, i int) int {
	rest := p.text[i:]
	switch {
	case rest[0] == ';' && strings.HasPrefix(rest, "; "):
		if substance(p, from, i) && w.begins(p, i+2, true) {
			return 2
		}
	case rest[0] == ',' && i > from && unicode.IsDigit(previous(p.text, i)):
		word, _, _ := strings.Cut(strings.TrimLeft(rest[1:], " "), " ")
		if n := len(", ") + len(word) + 1; w.has("and", word) && strings.HasPrefix(rest, ", "+word+" ") && substance(p, from, i) && w.begins(p, i+n, true) {
			return n
		}
	case rest[0] == ' ' && i > from && strings.ContainsRune(".?!”\")", previous(p.text, i)):
		if substance(p, from, i) && !p.endsTitle(i) && w.ended(p.text[from:i]) && w.begins(p, i+1, false) {
			return 1
		}
	case i > from && strings.ContainsRune(" ,;(", previous(p.text, i)):
		if n := w.leading("inner", rest); n > 0 && n < len(rest) && strings.ContainsRune(" :", rune(rest[n])) {
			return n + 1
		}
	}
	return 0
}

// substance reports whether a stretch is more than the names of people: a list of
// authors may be parted by semicolons too.
func substance(p *passage, from, to int) bool {
	if _, ok := p.title(from, to); ok {
		return true
	}
	return strings.ContainsAny(p.text[from:to], "0123456789") || strings.Count(p.text[from:to], " ") >= 6 ||
		len(p.within(from, to, address, linked)) > 0
}

// ended reports whether a citation or sentence can end here: behind the place in a
// work, a bracket, an address, or a word in small letters.
func (w words) ended(s string) bool {
	s = strings.TrimRight(s, ".”\"?! ")
	if strings.HasSuffix(s, ")") || strings.HasSuffix(s, "/") {
		return true
	}
	i := strings.LastIndexAny(s, " \u00a0")
	last := s[i+1:]
	if isYear(last) {
		return false
	}
	if isFigure(last) || w.isRange(last) {
		before := strings.TrimRight(s[:max(i, 0)], " ")
		word := strings.Trim(before[strings.LastIndexByte(before, ' ')+1:], " .")
		return !w.sets["volume"][fold(word)] && fold(word) != "vol" && fold(word) != "issue"
	}
	r, _ := utf8.DecodeRuneInString(last)
	return unicode.IsLower(r) && len(last) > 3 && strings.Count(s, " ") > 4 || strings.Contains(last, "://")
}

// begins reports whether a citation begins at a place: a signal, the names of people
// with a title, year or folio behind them, or, behind a semicolon, "ibid.".
func (w words) begins(p *passage, at int, loose bool) bool {
	s := p.text[at:]
	if n := w.leading("signal", s); n > 2 && n < len(s) && s[n] == ' ' && unicode.IsUpper(rune(s[0])) == !loose {
		return true
	}
	if w.leading("ibid", s) > 0 {
		return true
	}
	for i := 0; i < len(s) && i < 80; i++ {
		switch {
		case p.mask[at+i]:
		case i > 0 && p.opensTitle(at+i):
			_, ok := w.naming(s[:i])
			return ok && strings.ContainsRune(",.", previous(strings.TrimRight(s[:i], " "), len(strings.TrimRight(s[:i], " "))))
		case s[i] == '(' && len(s) > i+5 && isYear(s[i+1:i+5]):
			_, ok := w.naming(s[:i])
			return ok
		case s[i] == ',' && i+2 < len(s) && (s[i+2] >= '0' && s[i+2] <= '9' || w.leading("ibid", s[i+2:]) > 0 || strings.HasPrefix(s[i+2:], "p. ") || strings.HasPrefix(s[i+2:], "pp. ")):
			_, ok := w.naming(s[:i])
			return ok && (len(s) < i+6 || !isYear(s[i+2:i+6]) || len(s) > i+7 && w.tailLocator(s[i+6:min(len(s), i+16)]) < len(s[i+6:min(len(s), i+16)]))
		case strings.IndexByte(";:", s[i]) >= 0:
			return false
		}
	}
	return false
}

// endsTitle reports whether a title stands just before a place, with its stop.
func (p *passage) endsTitle(at int) bool {
	for _, s := range p.spans {
		if (s.form == italic || s.form == quoted) && (s.to == at || s.to == at-1) {
			return true
		}
	}
	return false
}

// opensTitle reports whether something that is set apart as titles are begins here.
func (p *passage) opensTitle(at int) bool {
	for _, s := range p.spans {
		if s.from == at && (s.form == italic || s.form == quoted) {
			return true
		}
	}
	return false
}

// piece adds a stretch, without blanks, signals and the final stop, and behind it the
// part of it that holds the work.
func (w words) piece(list []piece, p *passage, from, to int) []piece {
	from, to = w.trim(p, from, to)
	if from >= to {
		return list
	}
	list = append(list, piece{from: from, to: to})
	title, ok := p.title(from, to)
	if !ok {
		return list
	}
	rest := p.text[title.to:to]
	skip := len(rest) - len(strings.TrimLeft(rest, " ,."))
	for _, in := range []string{"in ", "In ", "en ", "dans "} {
		if at := title.to + skip + len(in); skip > 0 && strings.HasPrefix(rest[skip:], in) && at < to && (w.begins(p, at, true) || p.opensTitle(at)) {
			list = append(list, piece{from: at, to: to, inside: true})
		}
	}
	return list
}

// trim takes blanks, stops and signals off the ends of a stretch.
func (w words) trim(p *passage, from, to int) (int, int) {
	for from < to && strings.IndexByte(" ,;(~–-", p.text[from]) >= 0 {
		from++
	}
	for to > from && strings.IndexByte(" ,;", p.text[to-1]) >= 0 && !p.mask[to-1] {
		to--
	}
	if to > from && p.text[to-1] == ')' && strings.Count(p.text[from:to], "(") < strings.Count(p.text[from:to], ")") {
		to--
	}
	for {
		n := w.leading("signal", p.text[from:to])
		if n == 0 || from+n >= to || !strings.ContainsRune(" ,:", rune(p.text[from+n])) {
			return from, to
		}
		if _, ok := w.naming(p.text[from : from+n]); ok && n <= 2 {
			return from, to // "S. A. Smith" is no "s."
		}
		from += n
		for from < to && strings.IndexByte(" ,:", p.text[from]) >= 0 {
			from++
		}
	}
}
