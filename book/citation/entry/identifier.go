package entry

import (
	"strings"
	"unicode"

	"publish/book/citation/line"
)

// identifiers takes ISBN, DOI and other numbers off a line, whatever bars, colons
// and links the wiki's templates left about them.
func (e *Entry) identifiers(s line.Line) line.Line {
	s = strings.NewReplacer("ISBN|", "ISBN ", "ISBN\\|", "ISBN ", "ISBN-13", "ISBN", "ISBN-10", "ISBN", "ISSN|", "ISSN ", "OCLC|", "OCLC ", "doi|", "doi:").Replace(s)
	s = e.cutISBN(s)
	s = e.cutDOI(s)
	for _, name := range []string{"ISSN", "OCLC", "LCCN", "JSTOR", "PMID", "PMC", "S2CID", "ASIN", "LCC", "hdl"} {
		s = e.cutNumber(s, name)
	}
	return s
}

// cutISBN takes ISBNs off a line; the first with the right number of digits is the
// work's.
func (e *Entry) cutISBN(s line.Line) line.Line {
	for range 4 {
		at := strings.Index(s, "ISBN")
		if at < 0 {
			return s
		}
		from := at + len("ISBN")
		start := from + strings.IndexFunc(s[from:]+"0", unicode.IsDigit)
		if start > from+8 || start >= len(s) {
			return s
		}
		end := start
		for end < len(s) && strings.IndexByte("0123456789-Xx ", s[end]) >= 0 {
			end++
		}
		for _, dash := range []string{"‐", "‑", "–"} {
			if strings.HasPrefix(s[end:], dash) {
				return s // not worth the trouble: stays in the text
			}
		}
		number := strings.Trim(s[start:end], " -")
		if n := digits(number); n != 10 && n != 13 && n != 9 {
			return s
		}
		if e.ISBN == "" {
			e.ISBN = number
		}
		s = cutOut(s, at, start+len(number))
	}
	return s
}

func digits(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' || s[i] == 'X' || s[i] == 'x' {
			n++
		}
	}
	return n
}

// cutDOI takes a DOI off a line (ISO 26324): 10., a prefix, a slash and a suffix
// without blanks.
func (e *Entry) cutDOI(s line.Line) line.Line {
	at := strings.Index(strings.ToLower(s), "doi:")
	if at < 0 || len(strings.ToLower(s)) != len(s) {
		return s
	}
	number := strings.TrimLeftFunc(s[at+4:], func(r rune) bool { return r == ' ' || line.IsMark(r) })
	start := len(s) - len(number)
	if end := strings.IndexFunc(number, func(r rune) bool { return r == ' ' || line.IsMark(r) }); end >= 0 {
		number = number[:end]
	}
	number = strings.TrimRight(number, ".,;")
	if !strings.HasPrefix(number, "10.") || !strings.Contains(number, "/") {
		return s
	}
	e.DOI = number
	return cutOut(s, at, start+len(number))
}

// cutNumber takes the number of a catalogue off a line and keeps it among the words
// that are not understood.
func (e *Entry) cutNumber(s line.Line, name string) line.Line {
	at := strings.Index(s, name+" ")
	if at < 0 || at > 0 && unicode.IsLetter(rune(s[at-1])) {
		return s
	}
	start := at + len(name) + 1
	end := start
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '-' || s[end] == 'X') {
		end++
	}
	if end-start < 4 {
		return s
	}
	e.numbers = append(e.numbers, s[at:end])
	return cutOut(s, at, end)
}

// cutOut takes a piece out of a line, and with it the punctuation and the marks of
// links that stood about it alone.
func cutOut(s line.Line, from, to int) line.Line {
	before := strings.TrimRight(s[:from], " ,;(|")
	after := s[to:]
	for _, mark := range []rune{line.LinkOff} {
		after = strings.Replace(after, string(mark), "", min(1, strings.Count(s[from:to], string(rune(line.LinkOn)))))
	}
	after = strings.TrimLeft(after, " ,;)|")
	if after == "" {
		return before
	}
	if strings.HasPrefix(after, ".") && strings.HasSuffix(before, ".") {
		return before + after[1:]
	}
	if strings.HasPrefix(after, ".") || strings.HasSuffix(before, ".") {
		return before + after
	}
	return before + ", " + after
}
