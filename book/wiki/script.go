package wiki

import (
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// pushText puts characters on the stack: as one Text, or with a Span round each
// stretch whose script tells its language.
func (c *converter) pushText(stack []book.Inline, s string, off int) []book.Inline {
	if !hasOtherScript(s) {
		return append(stack, &book.Text{Pos: c.src.pos(off), Value: s})
	}
	from := 0
	for i := 0; i < len(s); {
		start, end, lang := nextScript(s, i)
		if lang == "" {
			break
		}
		i = end
		if spelledLatin(s, start, end) {
			continue
		}
		if start > from {
			stack = append(stack, &book.Text{Pos: c.src.pos(off + from), Value: s[from:start]})
		}
		pos := c.src.pos(off + start)
		stack = append(stack, &book.Span{Pos: pos, Lang: lang, Inlines: []book.Inline{&book.Text{Pos: pos, Value: s[start:end]}}})
		from = end
	}
	if from < len(s) {
		stack = append(stack, &book.Text{Pos: c.src.pos(off + from), Value: s[from:]})
	}
	return stack
}

// hasOtherScript reports whether s may hold Greek or a script beyond it. Their
// UTF-8 starts with CD or a higher byte; E1 and E2 are Latin letters and
// punctuation as a rule.
func hasOtherScript(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0xCD && c != 0xE1 && c != 0xE2 && c != 0xEF {
			return true
		}
	}
	return false
}

// script is a writing system that tells the language.
type script uint8

const (
	scriptNone script = iota
	scriptGreek
	scriptCyrillic
	scriptHebrew
	scriptHan
	scriptKana
	scriptHangul
)

func scriptOf(r rune) script {
	switch {
	case r < 0x370:
		return scriptNone
	case r < 0x400 || r >= 0x1F00 && r < 0x2000:
		return scriptGreek
	case r < 0x530:
		return scriptCyrillic
	case r >= 0x590 && r < 0x600:
		return scriptHebrew
	case r >= 0x3040 && r < 0x3100:
		return scriptKana
	case r >= 0xAC00 && r < 0xD7B0 || r >= 0x1100 && r < 0x1200:
		return scriptHangul
	case unicode.Is(unicode.Han, r):
		return scriptHan
	}
	return scriptNone
}

// nextScript finds the next stretch of words of one script from byte i on. lang
// is "" if there is none.
func nextScript(s string, i int) (start, end int, lang string) {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if scriptOf(r) != scriptNone {
			break
		}
		i += n
	}
	if i == len(s) {
		return i, i, ""
	}
	start, end = i, i
	var kind script
	ukrainian, kana := false, false
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		k := scriptOf(r)
		if k == scriptKana {
			k, kana = scriptHan, true
		}
		if kind == scriptNone {
			kind = k
		}
		switch {
		case k == kind && k != scriptNone:
			ukrainian = ukrainian || ukrainianLetter(r)
			end = i + n
		case k != scriptNone || unicode.IsLetter(r):
			return start, end, language(kind, ukrainian, kana)
		case unicode.Is(unicode.M, r) || kind == scriptHan && eastAsianMark(r):
			end = i + n
		case end != i && i-end > 4:
			return start, end, language(kind, ukrainian, kana)
		}
		i += n
	}
	return start, end, language(kind, ukrainian, kana)
}

func eastAsianMark(r rune) bool { return r >= 0x3001 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF60 }

func ukrainianLetter(r rune) bool {
	switch r {
	case 'і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ':
		return true
	}
	return false
}

func language(kind script, ukrainian, kana bool) string {
	switch kind {
	case scriptGreek:
		return "el"
	case scriptCyrillic:
		if ukrainian {
			return "uk"
		}
		return "ru"
	case scriptHebrew:
		return "he"
	case scriptHangul:
		return "ko"
	}
	if kana {
		return "ja"
	}
	return "zh"
}

// spelledLatin reports whether the stretch is no word of its own language: a
// single letter used as a symbol, or letters inside a Latin word.
func spelledLatin(s string, start, end int) bool {
	r, n := utf8.DecodeRuneInString(s[start:])
	if k := scriptOf(r); n == end-start && (k == scriptGreek || k == scriptCyrillic) {
		return true
	}
	if k := scriptOf(r); k == scriptHan || k == scriptHangul || k == scriptKana {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return unicode.IsLetter(before) || unicode.IsLetter(after)
}
