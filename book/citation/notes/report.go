package notes

import (
	"strings"

	"publish/book"
)

// unknown reports that a short citation has no full form, once for each work of a
// chapter.
func (t *tier) unknown(ch *chapter, c *citation) {
	if c.kind == named && !isProper(c.text[c.from:]) || c.place == "" && (c.kind != dated || !strings.HasSuffix(c.text[:c.head], ")")) {
		return // hardly a short citation
	}
	if c.inside && c.kind != titled || c.kind != titled && !t.isSurnames(c) {
		return
	}
	words := strings.Trim(c.text[c.from:c.head], " ,.")
	if key := fold(words); !t.told[key] {
		t.told[key] = true
		t.diags.Add(book.CitationUnknown, c.par.Pos, "no full form of %q", words)
	}
}

// isSurnames reports whether the people of a citation without a title look like people:
// a title without marks looks much the same.
func (t *tier) isSurnames(c *citation) bool {
	for _, who := range c.people.readings[len(c.people.readings)-1] {
		if len(who.words) > 3 || t.sets["article"][who.words[0]] || t.has("locator", who.words[0]) {
			return false
		}
	}
	return true
}

// isProper reports whether a text begins with a capital.
func isProper(s string) bool {
	return s != "" && strings.ToLower(s[:1]) != s[:1] || s != "" && s[0] >= 0x80
}

// ambiguous reports that a short citation can mean several works.
func (t *tier) ambiguous(ch *chapter, c *citation, list []*work) {
	words := strings.Trim(c.text[c.from:c.head], " ,.")
	if key := fold(words); t.told[key] {
		return
	} else {
		t.told[key] = true
	}
	d := t.diags.Add(book.CitationAmbiguous, c.par.Pos, "%q can mean several works", words)
	for _, w := range list {
		d.Hint("%s", w.telling())
	}
}

// telling returns the words that tell a work to an editor.
func (w *work) telling() string {
	words := w.entry.Title
	if w.entry.Year != "" {
		words += " (" + w.entry.Year + ")"
	}
	if w.full != nil {
		return words + ", at " + w.full.par.Pos.String()
	}
	return words
}
