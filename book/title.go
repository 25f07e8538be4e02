package book

import (
	"strings"
	"unicode"
)

// WikiTitle returns the wiki's title for a file name: without .md, without the
// (1) that tells apart files whose names differ only in case, with blanks for
// underscores. Longer numbers in brackets are years and stay.
func WikiTitle(name string) string {
	name = Visible(strings.TrimSuffix(name, ".md"))
	if n := len(name); n > 3 && name[n-1] == ')' && name[n-3] == '(' && name[n-2] >= '0' && name[n-2] <= '9' {
		name = name[:n-3]
	}
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == ' ' }), " ")
}

// FoldTitle returns a title in the form in which two that a reader takes for the
// same are equal: in lower case, with straight apostrophes and plain hyphens. It is
// for comparing, never for print.
func FoldTitle(title string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '`':
			return '\''
		case '–', '—', '‐', '‑':
			return '-'
		}
		return unicode.ToLower(r)
	}, title)
}
