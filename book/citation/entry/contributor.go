package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// contributor reads the words that lead up to names: by, edited by, trans.; rest is
// what follows them.
func (p *Parser) contributor(text string) (rest string, as role, ok bool) {
	lower := strings.ToLower(text)
	for _, lead := range []struct {
		words string
		as    role
	}{
		{"edited and translated by ", editor}, {"translated and edited by ", editor}, {"edited and introduced by ", editor}, {"edited with an introduction by ", editor},
		{"edited by by ", editor}, {"edited by ", editor}, {"ed. by ", editor}, {"eds. ", editor}, {"ed. ", editor}, {"edd. ", editor}, {"hrsg. von ", editor},
		{"herausgegeben von ", editor}, {"hg. von ", editor}, {"a cura di ", editor}, {"sous la direction de ", editor}, {"dirigé par ", editor},
		{"edición de ", editor}, {"ed. de ", editor}, {"compiled by ", editor}, {"comp. ", editor}, {"edited ", editor}, {"под ред. ", editor},
		{"and translated by ", translator}, {"translated by ", translator}, {"translated from the ", translator}, {"trans. by ", translator}, {"trans. ", translator}, {"transl. ", translator},
		{"tr. ", translator}, {"trad. ", translator}, {"traduit par ", translator}, {"traducción de ", translator}, {"übersetzt von ", translator}, {"translation by ", translator},
		{"by ", author}, {"written by ", author}, {"par ", author}, {"por ", author}, {"von ", author}, {"tarafından ", author}, {"de ", author}, {"di ", author}, {"per ", author},
	} {
		if strings.HasPrefix(lower, lead.words) && len(lower) == len(text) {
			rest = strings.TrimSpace(text[len(lead.words):])
			if lead.words == "translated from the " {
				_, rest, _ = strings.Cut(rest, " by ")
			}
			return rest, lead.as, rest != "" && (lead.as != author || lead.words == "by " || isNamed(rest))
		}
	}
	return "", author, false
}

// contributors reads names behind "by" and its kin, and behind the title of a list
// that parts the two by nothing: «Title» J. Doe.
func (t *tailReader) contributors(text string) bool {
	rest, as, ok := t.contributor(text)
	if !ok {
		if t.i > 0 || len(t.e.Authors)+len(t.e.Editors) > 0 || !t.e.Part || !t.adjacent() {
			return false
		}
		rest, as = text, author
		if list, _, ok := t.people(rest, doubt); !ok || len(list) == 0 {
			if scriptLanguage(rest) == "" {
				return false
			}
		}
	}
	if as == author && len(t.e.Authors) > 0 && t.held {
		as = editor
	}
	return t.namesFrom(rest, as)
}

// adjacent reports whether nothing but a blank or a comma parts the segment from the
// title before it.
func (t *tailReader) adjacent() bool {
	before := strings.TrimRight(t.s[:t.seg().from], " ,–-")
	r, _ := utf8.DecodeLastRuneInString(before)
	return line.IsMark(r)
}

// namesFrom reads names from the rest of the segment on: as many segments as go on
// with names.
func (t *tailReader) namesFrom(rest string, as role) bool {
	if head, ok := strings.CutSuffix(rest, " in"); ok {
		return t.namesThenMore(head, " in", as)
	}
	for _, stop := range []string{" and translated by ", " translated by ", " edited by ", " with an introduction ", " in ", ", uploaded", " Volume "} {
		if head, _, ok := strings.Cut(rest, stop); ok && head != "" {
			return t.namesThenMore(head, stop, as)
		}
	}
	list, _, ok := t.people(rest, spoken)
	if !ok {
		return false
	}
	last := t.seg()
	t.i++
	if last.after == '.' && t.i < len(t.segs) && t.seg().shape == plain && t.isGroup(line.Words(t.seg().text)) && t.isLast() {
		list = []book.PersonName{{Family: rest + ". " + line.Words(t.seg().text)}}
		t.i++
	}
	for t.i < len(t.segs) && last.after == ',' && t.seg().shape == plain {
		more := rest + ", " + line.Words(t.seg().text)
		some, _, ok := t.people(more, spoken)
		if !ok || !t.isMoreNames(line.Words(t.seg().text), rest, len(some) > len(list)) {
			break
		}
		rest, list, last = more, some, t.seg()
		t.i++
	}
	t.e.give(list, as)
	return true
}

// isMoreNames reports whether a segment behind a name goes on with names: "and John
// Roe", "John Roe", or the given names of an inverted one.
func (t *tailReader) isMoreNames(text, before string, longer bool) bool {
	if rest, ok := strings.CutPrefix(text, "and "); ok {
		text = rest
	}
	if isSuffix(text) {
		return true
	}
	if t.isPlaceOrRegion(text) || t.Parser.words.hasAny("publisher", text) {
		return false
	}
	if !longer {
		if len(strings.Fields(before)) == 1 && len(strings.Fields(text)) <= 2 && scriptLanguage(text) != "" && isNamed(text) {
			return true
		}
		return allInitials(text) || t.names.Person(firstWord(text)+" "+firstWord(before)) == names.Likely && len(strings.Fields(before)) == 1
	}
	_, _, ok := t.people(text, doubt)
	return ok || allInitials(text) || behindInitials(append(strings.Fields(text), "")[:max(1, len(strings.Fields(text)))])
}

// isPlaceOrRegion reports whether words are one place or one region, and no more.
func (t *tailReader) isPlaceOrRegion(text string) bool {
	return t.Parser.words["place"][strings.ToLower(text)] || t.Parser.words["region"][strings.ToLower(text)]
}

// namesThenMore reads names that end inside a segment, and goes on with what is left
// of it.
func (t *tailReader) namesThenMore(head, stop string, as role) bool {
	list, _, ok := t.people(head, spoken)
	if !ok {
		return false
	}
	t.e.give(list, as)
	seg := t.seg()
	at := strings.Index(seg.text, head)
	if at < 0 {
		t.i++
		return true
	}
	at += len(head)
	left := strings.TrimSpace(seg.text[at:])
	left = strings.TrimPrefix(strings.TrimPrefix(left, ","), "and ")
	t.segs = append([]segment(nil), t.segs...)
	t.segs[t.i].text, t.segs[t.i].from = strings.TrimSpace(left), seg.from+at
	return true
}
