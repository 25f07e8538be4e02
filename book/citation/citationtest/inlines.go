// Package citationtest writes entries of reading lists for tests, as short as they
// stand in Markdown.
package citationtest

import (
	"regexp"

	"publish/book"
)

// Inlines reads one list item as an article has it: *italic*, [words](address) and
// <address>. Tags of links inside the wiki leave their words, and a backslash before a
// bracket or a bar goes.
func Inlines(raw string) []book.Inline {
	raw = regexp.MustCompile(`<a [^>]*>([^<]*)</a>`).ReplaceAllString(raw, "$1")
	raw = regexp.MustCompile(`\\([\[\]|])`).ReplaceAllString(raw, "$1")
	marks := regexp.MustCompile(`\*([^*]+)\*|\[([^\]]+)\]\((https?:[^)]*)\)|<(https?:[^>]*)>`)
	var out []book.Inline
	at := 0
	for _, m := range marks.FindAllStringSubmatchIndex(raw, -1) {
		if m[0] > at {
			out = append(out, &book.Text{Value: raw[at:m[0]]})
		}
		at = m[1]
		switch {
		case m[2] >= 0:
			out = append(out, &book.Emphasis{Inlines: Inlines(raw[m[2]:m[3]])})
		case m[4] >= 0:
			out = append(out, &book.Link{URL: raw[m[6]:m[7]], Inlines: Inlines(raw[m[4]:m[5]])})
		default:
			out = append(out, &book.Link{URL: raw[m[8]:m[9]], Bare: true, Inlines: []book.Inline{&book.Text{Value: raw[m[8]:m[9]]}}})
		}
	}
	if at < len(raw) {
		out = append(out, &book.Text{Value: raw[at:]})
	}
	return out
}
