package entry

import (
	"slices"
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// byAuthor understands "Title by Jane Doe" and "Title, edited by Jane Doe".
func (p *Parser) byAuthor(e *Entry, s line.Line, segs []segment) bool {
	for i := range segs {
		seg := segs[i]
		if seg.shape != plain {
			continue
		}
		if _, as, ok := p.contributor(seg.text); ok && i > 0 && as != author {
			e.setTitle(s[segs[0].from:segs[i-1].to])
			p.tail(e, s, segs[i:])
			return len(e.Editors)+len(e.Translators) > 0
		}
		if p.creditedInside(e, s, segs, i) {
			return true
		}
		for _, by := range []string{" by ", " By "} {
			at := strings.LastIndex(seg.text, by)
			if at < 3 || !p.headIsNames(seg.text[at+len(by):]) || e.Linked != nil && (!p.isPerson(seg.text[at+len(by):]) || p.titleGoesOn(e, segs, i+1)) {
				continue
			}
			title := strings.Trim(s[segs[0].from:seg.from+at], "\"”“ ")
			seg.text, seg.from = strings.TrimSpace(seg.text[at+1:]), seg.from+at+1
			e.setTitle(title)
			p.tail(e, s, append([]segment{seg}, segs[i+1:]...))
			return true
		}
	}
	return false
}

// titleGoesOn reports whether a segment behind a name is neither a name nor an imprint:
// "A Poem by Jane Doe, Painted on a Wall".
func (p *Parser) titleGoesOn(e *Entry, segs []segment, i int) bool {
	return i < len(segs) && segs[i].shape == plain && !p.isImprint(e, segs, i) && !p.isPerson(segs[i].text)
}

// creditedInside understands "Title ed. Jane Doe" and "Title edited by Jane Doe", where
// nothing parts the two. I is the index of the segment in which the title ends.
func (p *Parser) creditedInside(e *Entry, s line.Line, segs []segment, i int) bool {
	seg := segs[i]
	for _, lead := range []string{" edited by ", " translated by ", " ed. ", " eds. ", " trans. "} {
		at := strings.Index(seg.text, lead)
		if at < 3 || !p.headIsNames(seg.text[at+len(lead):]) {
			continue
		}
		e.setTitle(strings.Trim(s[segs[0].from:seg.from+at], "\"”“ "))
		seg.text, seg.from = strings.TrimSpace(seg.text[at+1:]), seg.from+at+1
		p.tail(e, s, append([]segment{seg}, segs[i+1:]...))
		return len(e.Editors)+len(e.Translators) > 0
	}
	return false
}

// headIsNames reports whether words begin with a name: two words in capitals at
// least, or nothing but one.
func (p *Parser) headIsNames(s string) bool {
	words := strings.Fields(line.Words(s))
	if len(words) > 0 && isPronoun(words[0]) {
		return false
	}
	if len(words) == 0 || len(words) > 8 || strings.EqualFold(words[0], "the") {
		return false
	}
	return isNamed(strings.Join(words, " ")) || isNamed(words[0]) && len(words) > 1 && isNamed(words[1]) && (strings.Contains(s, " and ") || strings.Contains(s, " in "))
}

func isPronoun(w string) bool {
	switch w {
	case "His", "Her", "Their", "Our", "My", "Its", "Your", "A", "An", "All":
		return true
	}
	return false
}

// yearFirst understands "Doe, Jane (1931). Title" and "Jane Doe (1931) - Title".
func (p *Parser) yearFirst(e *Entry, s line.Line, segs []segment) bool {
	for i := 1; i < len(segs) && i < 12; i++ {
		if segs[i].shape != round || i+1 >= len(segs) {
			continue
		}
		d, dated := p.readDate(strings.TrimRight(segs[i].text, "abcde"))
		_, as := p.trimRole("x (" + segs[i].text + ")")
		if !dated && as == author {
			continue
		}
		head := s[segs[0].from:segs[i-1].to]
		t := doubt
		if segs[i].after == '.' || segs[i].after == ':' || segs[i].after == '–' || as != author {
			t = sure
		}
		list, _, ok := p.people(head, t)
		if !ok || isProse(head) {
			return false
		}
		e.give(list, as)
		rest := segs[i+1:]
		if dated {
			e.date(d)
		} else if rest[0].shape == round && len(rest) > 1 {
			if d, ok := p.readDate(rest[0].text); ok {
				e.date(d)
				rest = rest[1:]
			}
		}
		p.titleThenTail(e, s, rest, '.')
		return e.Title != ""
	}
	return false
}

// authorFirst understands "Jane Doe, Title", "Doe, Jane. Title", "Jane Doe: Title"
// and "Jane Doe - Title".
func (p *Parser) authorFirst(e *Entry, s line.Line, segs []segment) bool {
	for k := min(len(segs)-1, 10); k >= 1; k-- {
		sep := segs[k-1].after
		if sep == 0 || sep == ';' || !onlyPlain(segs[:k]) || hasStop(segs[:k-1]) || segs[k].shape != plain && !opensTitle(segs[k:]) {
			continue
		}
		head := s[segs[0].from:segs[k-1].to]
		list, as, ok := p.people(head, doubt)
		ok = ok && firstWord(head) != "I"
		if ok && sep == ':' && !strings.Contains(head, ",") && !hasInitial(strings.Fields(head)) && !e.slugBegins(head, segs[k].text) {
			continue // Jane Doe: A Life
		}
		if !ok && k == 1 && e.slugBegins(head, segs[k].text) && p.mayBeName(head, sep) {
			list, as, ok = p.people(head, sure)
		}
		if !ok && k == 1 {
			list, ok = p.oneWord(e, s, segs, sep)
		}
		if !ok || k == 1 && sep == ',' && p.completes(segs[0].text, segs[1].text) {
			continue
		}
		if utf8.RuneCountInString(segs[k].text) < 3 || sep == ',' && p.onlyPeople(s, segs[k:]) {
			continue
		}
		e.give(list, as)
		p.titleThenTail(e, s, segs[k:], sep)
		return true
	}
	return false
}

// hasStop reports whether a full stop ends one of the segments, so that no list of names
// goes on behind it.
func hasStop(segs []segment) bool {
	return slices.ContainsFunc(segs, func(seg segment) bool { return seg.after == '.' })
}

// opensTitle reports whether a title begins with words in brackets: "(Un)usual Presses".
func opensTitle(segs []segment) bool {
	return len(segs) > 1 && segs[0].shape == round && segs[0].after == 0 && segs[1].shape == plain && isUpper(segs[0].text) && isUpper(segs[1].text)
}

// mayBeName reports whether words that an address begins with can name an author: one
// word, or several that are not plainly something else. The address of a page whose
// title has two parts begins like that of a page with its author.
func (p *Parser) mayBeName(s string, sep rune) bool {
	words := strings.Fields(line.Words(s))
	if sep == ':' {
		return p.names.Person(strings.Join(words, " ")) == names.Likely
	}
	return len(words) == 1 || words[0] != "I" && p.names.Person(strings.Join(words, " ")) != names.No || p.isGroup(s)
}

// completes reports whether two segments are one name turned round, so that the
// first alone is not the author.
func (p *Parser) completes(family, given string) bool {
	return p.isInverted(family, given, true, doubt) && len(strings.Fields(given)) < 3 && len(strings.Fields(family)) == 1
}

// onlyPeople reports whether nothing but names is left: "Jane Doe, John Roe" has no
// title after its first name.
func (p *Parser) onlyPeople(s line.Line, segs []segment) bool {
	_, _, ok := p.people(s[segs[0].from:segs[len(segs)-1].to], doubt)
	return ok && len(segs) > 1
}

func onlyPlain(segs []segment) bool {
	for _, seg := range segs {
		if seg.shape != plain {
			return false
		}
	}
	return true
}

// oneWord reads an author of one word before a title: a pseudonym or a family name,
// where the words behind it are a title and no list, or where the address says so.
func (p *Parser) oneWord(e *Entry, s line.Line, segs []segment, sep rune) ([]book.PersonName, bool) {
	word := line.Words(segs[0].text)
	if strings.ContainsAny(word, " 0123456789") || !isUpper(word) || utf8.RuneCountInString(word) < 3 {
		return nil, false
	}
	title := segs[1].text
	words := len(strings.Fields(title))
	bySlug := sep != ':' && e.nameInSlug(word, title)
	byShape := sep == ',' && len(segs) == 2 && words > 1 && isUpper(title) && p.names.Person("John "+word) == names.Likely &&
		p.names.Person(title) != names.Likely && !p.words.has("place", word)
	byStop := sep == '.' && len(segs) >= 2 && words > 1 && p.names.Person("John "+word) == names.Likely && p.names.Person(title) != names.Likely
	if sep == ',' {
		bySlug = e.slugBegins(word, title)
	}
	if !bySlug && !byShape && !byStop {
		return nil, false
	}
	return []book.PersonName{{Family: word}}, true
}

// unlistedFirst understands "Jane Doe, Title" where no list has Jane: two or three
// words in capitals, a comma, and a title that no further commas part from names.
func (p *Parser) unlistedFirst(e *Entry, s line.Line, segs []segment) bool {
	if len(segs) < 2 || segs[0].after != ',' || !onlyPlain(segs[:2]) || e.Linked != nil && !e.slugBegins(segs[0].text, segs[1].text) {
		return false
	}
	words := strings.Fields(segs[0].text)
	if len(words) < 2 || len(words) > 3 || p.names.Person(segs[0].text) != names.Maybe || len(strings.Fields(segs[1].text)) < 2 || !isUpper(segs[1].text) {
		return false
	}
	list, _, ok := p.people(segs[0].text, sure)
	if !ok {
		return false
	}
	e.give(list, author)
	p.titleThenTail(e, s, segs[1:], ',')
	return true
}

// titleThenTail takes the segments up to the imprint for the title. After a full stop
// the title ends at the next one; after a comma it goes as far as the segments do
// not look like what follows a title.
func (p *Parser) titleThenTail(e *Entry, s line.Line, segs []segment, sep rune) {
	if segs[0].shape == quote || segs[0].shape == italic {
		p.entitle(e, s, segs[0])
		p.tail(e, s, segs[1:])
		return
	}
	end := 0
	if sep == '.' || sep == ':' {
		end = firstStop(segs)
	}
	if end == 0 {
		end = len(segs)
		for end > 1 && p.isImprint(e, segs, end-1) {
			end--
		}
	}
	for i := 1; i < end; i++ {
		if _, ok := inside(segs[i].text); segs[i].shape == round && p.isImprintBracket(segs[i].text) || ok && segs[i].shape == plain && (segs[i-1].after == ',' || segs[i-1].after == '.') {
			end = i
		}
	}
	e.setTitle(s[segs[0].from:segs[end-1].to])
	p.tail(e, s, segs[end:])
}

// firstStop returns the number of segments up to the first full stop that others
// follow, or up to the first segment that is set apart; 0 for none.
func firstStop(segs []segment) int {
	for i := 0; i+1 < len(segs); i++ {
		if segs[i].after == '.' && segs[i+1].shape != round || segs[i+1].shape != plain && !isTitleBracket(segs[i+1]) {
			return i + 1
		}
	}
	return 0
}
