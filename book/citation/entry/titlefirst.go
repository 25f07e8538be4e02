package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// titleFirst understands "Title, Jane Doe, 1921", "Title - Jane Doe", "Title? Jane
// Doe" and "Title, Marx and Engels".
func (p *Parser) titleFirst(e *Entry, s line.Line, segs []segment) bool {
	end := len(segs)
	for end > 1 && p.isImprint(e, segs, end-1) {
		end--
	}
	for i := end - 1; i >= 1; i-- {
		if segs[i].shape != plain || !strings.ContainsRune(",–|.", segs[i-1].after) || segs[i-1].after == 0 {
			break
		}
		from := i
		for from > 1 && segs[from-1].shape == plain && p.isPerson(segs[from-1].text) && segs[from-2].after == ',' {
			from--
		}
		title := s[segs[0].from:segs[from-1].to]
		list, as, ok := p.people(s[segs[from].from:segs[i].to], doubt)
		if !ok && i == end-1 {
			list, ok = p.shortNames(e, segs[i].text, title, segs[i-1].after, end < len(segs))
		}
		if !ok {
			continue
		}
		e.give(list, as)
		e.setTitle(title)
		p.tail(e, s, segs[i+1:])
		return true
	}
	return p.behindQuestion(e, s, segs, end)
}

func (p *Parser) isPerson(s string) bool {
	_, _, ok := p.people(s, doubt)
	return ok
}

// shortNames reads authors behind a title who are named by one word each, or by the
// words with which the address begins.
func (p *Parser) shortNames(e *Entry, s, title string, sep rune, dated bool) ([]book.PersonName, bool) {
	s = line.Words(s)
	if e.slugBegins(s, title) {
		list, _, ok := p.people(s, sure)
		return list, ok
	}
	if sep != ',' || e.Linked != nil && !dated {
		return nil, false
	}
	var list []book.PersonName
	words := nameTokens(s)
	for _, w := range words {
		w = strings.TrimPrefix(w, joined)
		if strings.Contains(w, " ") || !isUpper(w) || utf8.RuneCountInString(w) < 3 || strings.ContainsAny(w, "0123456789") ||
			p.names.Person("John "+w) != names.Likely || p.words["place"][strings.ToLower(w)] {
			return nil, false
		}
		list = append(list, book.PersonName{Family: w})
	}
	return list, len(list) > 0 && (len(list) < 3)
}

// behindQuestion understands "Title? Jane Doe".
func (p *Parser) behindQuestion(e *Entry, s line.Line, segs []segment, end int) bool {
	last := segs[end-1]
	at := strings.LastIndexAny(last.text, "?!")
	if last.shape != plain || at < 0 || at+2 >= len(last.text) {
		return false
	}
	list, as, ok := p.people(last.text[at+1:], doubt)
	if !ok {
		return false
	}
	e.give(list, as)
	e.setTitle(s[segs[0].from : last.from+at+1])
	p.tail(e, s, segs[end:])
	return true
}

// titleAlone takes linked words, or words before an imprint, for a title without an
// author.
func (p *Parser) titleAlone(e *Entry, s line.Line, segs []segment) bool {
	end := len(segs)
	for end > 1 && p.isImprint(e, segs, end-1) {
		end--
	}
	title := s[segs[0].from:segs[end-1].to]
	if e.Linked == nil && e.Container == "" && !e.Known && end == len(segs) && (len(e.Addresses) == 0 || isProse(title) || startsSmall(title) || len(strings.Fields(title)) > longestTitle) {
		return false
	}
	if e.Linked == nil && isProse(title) && !isTitleLike(title) && len(strings.Fields(title)) > 15 {
		return false
	}
	e.setTitle(title)
	p.tail(e, s, segs[end:])
	return true
}
