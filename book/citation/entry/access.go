package entry

import (
	"strings"

	"publish/book/citation/line"
)

// isAccess reports whether words say when a page was looked at or kept.
func isAccess(text string) bool {
	word := strings.ToLower(strings.Trim(firstWord(text), ".,:"))
	switch word {
	case "retrieved", "accessed", "archived", "abgerufen", "consulté", "consultado", "visited":
		return true
	}
	lower := strings.ToLower(text)
	return strings.HasPrefix(lower, "last accessed") || strings.HasPrefix(lower, "available at") || strings.HasPrefix(lower, "available from")
}

// access reads "Retrieved May 5, 2010", "accessed 19 December 2020", "Retrieved from
// Site", "Archived from the original on …".
func (t *tailReader) access(text string) bool {
	if !isAccess(text) {
		if lower := strings.ToLower(text); lower != "archive" && lower != "url" && lower != "link" && lower != "online" && lower != "web" && lower != "print" {
			return false
		}
		t.i++
		return true
	}
	if strings.HasPrefix(strings.ToLower(text), "archived") {
		for t.i < len(t.segs) && t.seg().after != '.' {
			t.i++
		}
		t.i = min(t.i+1, len(t.segs))
		return true
	}
	from := strings.HasSuffix(text, " from") || strings.HasSuffix(text, " at")
	_, when, _ := strings.Cut(text, " ")
	t.i++
	if from {
		if t.i < len(t.segs) && t.seg().shape == italic {
			fill(&t.e.Container, trimEnd(line.Plain(t.seg().text)))
			t.i++
		}
		return true
	}
	when = strings.TrimPrefix(strings.TrimPrefix(when, "on "), "accessed ")
	if t.i < len(t.segs) && isYear(t.seg().text) && !strings.HasPrefix(when, "from ") {
		when += " " + t.seg().text
		t.i++
	}
	if d, ok := t.readDate(when); ok {
		t.e.Accessed = d.year
		if d.exact != "" {
			t.e.Accessed = d.exact
		}
	} else if site, ok := strings.CutPrefix(when, "from "); ok {
		fill(&t.e.Container, site)
	}
	return true
}
