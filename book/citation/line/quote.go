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
	if closers == "" || !isBracketed(open) && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
		return "", "", false
	}
	end := closer(s, closers, "“\"„«‘"+string(open))
	if end < 0 {
		end = closer(s, closers, strings.Trim(string(open), `"`))
	}
	if end < 0 {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(s[end:])
	return s[:end], s[end+size:], true
}

// longestQuotation is the greatest length of a quotation, in bytes: titles are shorter,
// and a mark without a partner must not be looked for through a whole essay.
const longestQuotation = 500

// closer returns the index of the mark that closes a quotation, those inside it that
// the marks of openers begin passed over; -1 for none.
func closer(s, closers, openers string) int {
	depth, before := 0, ' '
	for i, r := range s {
		if i > longestQuotation {
			break
		}
		after := s[i+utf8.RuneLen(r):]
		switch {
		case strings.ContainsRune(closers, r) && i > 0 && before != ' ' && (ends(after) || isBracketed(r)):
			if depth == 0 {
				return i
			}
			depth--
		case strings.ContainsRune(openers, r) && i > 0 && before == ' ' && after != "" && after[0] != ' ':
			depth++
		}
		before = r
	}
	return -1
}

// isBracketed reports whether a mark is one of those of Chinese and Japanese, which words
// follow and precede without a blank.
func isBracketed(r rune) bool { return strings.ContainsRune("《》「」〈〉", r) }

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
