package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// before reads what stands before the title: names, their role, a year in brackets.
func (p *Parser) before(e *Entry, s line.Line, segs []segment, end int) bool {
	if len(segs) == 0 {
		return true
	}
	text, from := "", segs[0].from
	for _, seg := range segs {
		if seg.shape != round && seg.shape != square {
			continue
		}
		if d, ok := p.readDate(seg.text); ok {
			e.date(d)
		} else if _, as := p.trimRole("x " + seg.text); as != author {
			continue
		} else if len(seg.text) > 12 {
			return false
		}
		text += s[from:seg.from] + " "
		from = seg.to
	}
	text = strings.TrimLeft(withoutLinks(text+s[from:end]), " .,:;–—-")
	if strings.Trim(text, " .,:;–—-'\"“‘`*") == "" {
		return true
	}
	text = strings.TrimRight(text, " \"“‘`*'")
	return p.credit(e, text)
}

// credit gives the work to the people that stand before its title.
func (p *Parser) credit(e *Entry, text string) bool {
	text = strings.Trim(text, " ,:;–—-")
	for _, ending := range []string{"'s", "’s"} {
		if name, ok := strings.CutSuffix(text, ending); ok && p.names.Person(name) == names.Likely {
			text = name
		}
	}
	if isProse(text) {
		return false
	}
	if head, role, some := p.editorsAmong(text); some != nil {
		if list, _, ok := p.people(head, sure); ok {
			e.Authors = list
			e.give(some, role)
			return true
		}
	}
	list, as, ok := p.people(text, sure)
	if ok {
		e.give(list, as)
	}
	return ok
}

// editorsAmong parts authors from the editors that follow them: "Proudhon, Pierre;
// McKay, Iain, ed.".
func (p *Parser) editorsAmong(text string) (head string, as role, list []book.PersonName) {
	i := strings.LastIndex(text, ";")
	if i < 0 || strings.Contains(strings.ToLower(text), "eds") {
		return text, author, nil
	}
	tail, as := p.trimRole(strings.Trim(text[i+1:], " ,"))
	if as == author {
		return text, author, nil
	}
	list, _, ok := p.people(tail, sure)
	if !ok {
		return text, author, nil
	}
	return text[:i], as, list
}

// isProse reports whether words before a title are a sentence and not names.
func isProse(text string) bool {
	small, words := 0, strings.Fields(text)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if r >= 'a' && r <= 'z' && !isParticle(w) {
			switch strings.Trim(w, ".,") {
			case "and", "et", "und", "e", "y", "with", "of", "the", "for", "ed", "eds", "al", "trans", "from":
			default:
				small++
			}
		}
	}
	return small > 3 || small > 1 && len(words) > 4 || len(words) > 30
}

// give adds people to a work by their role.
func (e *Entry) give(list []book.PersonName, as role) {
	switch as {
	case editor:
		e.Editors = append(e.Editors, list...)
	case translator:
		e.Translators = append(e.Translators, list...)
	default:
		e.Authors = append(e.Authors, list...)
	}
}
