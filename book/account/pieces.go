package account

import (
	"slices"
	"strings"

	"publish/book"
)

// pieces are the words of a ledger that no word of the source was set against, in
// a fixed order. A word of the source may be one in two pieces here, or a piece of
// one: markup stood inside it.
type pieces []piece

type piece struct {
	text  string
	class book.DropClass // "" for the book
}

// leftovers returns what is left in the ledger.
func (l *ledger) leftovers() *pieces {
	var left pieces
	gather := func(class book.DropClass, pool map[string]int) {
		for w, n := range pool {
			for range n {
				left = append(left, piece{w, class})
			}
		}
	}
	gather("", l.book)
	for _, class := range l.classes {
		gather(class, l.dropped[class])
	}
	slices.SortFunc(left, func(a, b piece) int {
		if c := strings.Compare(string(a.class), string(b.class)); c != 0 {
			return c
		}
		return strings.Compare(a.text, b.text)
	})
	return &left
}

// take finds the letters of a word among the pieces and takes them out.
func (p *pieces) take(w string) (class book.DropClass, ok bool) {
	for i, u := range *p {
		if rest, ok := strings.CutPrefix(u.text, w); ok {
			(*p)[i].text = rest
			return u.class, true
		}
		if rest, ok := strings.CutSuffix(u.text, w); ok {
			(*p)[i].text = rest
			return u.class, true
		}
	}
	parts := p.compose(w, nil)
	if parts == nil {
		return "", false
	}
	class = (*p)[parts[0]].class
	for _, i := range parts {
		(*p)[i].text = ""
	}
	return class, true
}

// compose returns the indices of pieces that make up w, nil if there are none.
func (p *pieces) compose(w string, used []int) []int {
	if w == "" {
		return used
	}
	if len(used) == 3 {
		return nil
	}
	for i, u := range *p {
		if u.text == "" || !strings.HasPrefix(w, u.text) || slices.Contains(used, i) {
			continue
		}
		if found := p.compose(w[len(u.text):], append(slices.Clone(used), i)); found != nil {
			return found
		}
	}
	return nil
}
