package entry

import (
	"strings"
	"unicode"

	"publish/book"
	"publish/book/citation/line"
)

// Entry is what was understood of an entry.
type Entry struct {
	book.Work
	Known     bool         // it parts into a title and what belongs to it
	Part      bool         // the source sets the title as that of a part or a page
	TitleLine line.Line    // the title with the marks inside it
	Linked    *book.Link   // the link whose words are the title, nil for none
	Addresses []*book.Link // bare addresses in order
	Rest      []line.Line  // what no rule understands, in order
	Links     line.Links   // that the lines refer to
	Source    line.Line    // the whole entry
	Whole     bool         // Source holds everything of the source

	numbers []string // of catalogues
	rest    []span   // pieces of body that no rule understands
	body    line.Line
}

// span is a piece of the body.
type span struct{ from, to int }

// Hint is what the place of an entry says of it.
type Hint struct {
	Section string          // heading over it, in lower case
	Subject book.PersonName // author of a list of works on the page of a person, else zero
}

// leave keeps a segment that no rule understands. Neighbours become one piece.
func (e *Entry) leave(seg segment) {
	if n := len(e.rest); n > 0 && seg.from-e.rest[n-1].to <= 3 && seg.from >= e.rest[n-1].to {
		e.rest[n-1].to = seg.to
		return
	}
	e.rest = append(e.rest, span{seg.from, seg.to})
}

// settle makes lines of the pieces that no rule understands.
func (e *Entry) settle() {
	for _, s := range e.rest {
		text := line.Balanced(e.body, s.from, s.to)
		if strings.IndexFunc(line.Words(text), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			e.Rest = append(e.Rest, text)
		}
	}
	e.Rest = append(e.Rest, e.numbers...)
}
