package line

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotePairs are the opening marks of quotations and the marks that close them,
// the likely one first. Mixed pairs are common in typed lists.
const quotePairs = "“”\"“\n\"\"”“\n„“”\"\n«»\n»«\n《》\n「」\n〈〉"

// quoted puts the marks of quotations in the place of quotation marks in pairs. One
// inside another stays as it is, and so does a mark without a partner.
func quoted(s Line) Line {
	if !strings.ContainsAny(s, "“\"„«»《「〈‘'") {
		return s
	}
	var b strings.Builder
	before := ' '
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if inside, rest, ok := quotation(s[size:], r, before); ok {
			b.WriteRune(QuoteOn)
			b.WriteString(strings.TrimSpace(inside))
			b.WriteRune(QuoteOff)
			s, before = rest, QuoteOff
			continue
		}
		b.WriteString(s[:size])
		s = s[size:]
		if !IsMark(r) {
			before = r
		}
	}
	return b.String()
}

// quotation reads a quotation behind its opening mark.
func quotation(s string, open, before rune) (inside, rest string, ok bool) {
	closers := closersOf(open)
	if closers == "" || unicode.IsLetter(before) || unicode.IsDigit(before) {
		return "", "", false
	}
	depth := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune(closers, r) && ends(s[i+utf8.RuneLen(r):]) && i > 0 && s[i-1] != ' ':
			if depth > 0 {
				depth--
				continue
			}
			return s[:i], s[i+utf8.RuneLen(r):], true
		case r == open && open != '"' && i > 0 && s[i-1] == ' ':
			depth++
		}
	}
	return "", "", false
}

// closersOf returns the marks that close what a mark opens, "" for one that opens
// nothing.
func closersOf(open rune) string {
	switch open {
	case '‘':
		return "’"
	case '\'':
		return "'"
	}
	for _, pair := range strings.Split(quotePairs, "\n") {
		if first, size := utf8.DecodeRuneInString(pair); first == open {
			return pair[size:]
		}
	}
	return ""
}

// ends reports whether what follows lets a quotation mark be a closing one: the end,
// a blank or punctuation, and no letter.
func ends(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return after == "" || IsMark(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
