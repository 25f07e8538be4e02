package citation

import (
	"strings"

	"publish/book"
)

// piece is a run of text of one kind in an entry.
type piece struct {
	text   string
	italic bool
	url    string // of a link with words of its own
}

// line is an entry laid flat: its text, where it is italic, and its addresses.
type line struct {
	pieces []piece
	links  []*book.Link // bare addresses, taken out of the text
}

// flat lays the inlines of an entry flat. Ok is false for one that holds what the
// style has no place for, such as code or pictures.
func flat(inlines []book.Inline) (l line, ok bool) {
	ok = true
	l.add(inlines, false, "", &ok)
	return l, ok
}

func (l *line) add(inlines []book.Inline, italic bool, url string, ok *bool) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *book.Text:
			l.text(in.Value, italic, url)
		case *book.Emphasis:
			l.add(in.Inlines, true, url, ok)
		case *book.Link:
			if in.Bare {
				l.links = append(l.links, in)
				l.text(" ", false, "")
			} else {
				l.add(in.Inlines, italic, in.URL, ok)
			}
		case *book.Strong, *book.Span, *book.CrossRef:
			l.add(book.Children(in), italic, url, ok)
		case *book.LineBreak:
			l.text(" ", italic, url)
		default:
			*ok = false
		}
	}
}

func (l *line) text(s string, italic bool, url string) {
	if n := len(l.pieces); n > 0 && l.pieces[n-1].italic == italic && l.pieces[n-1].url == url {
		l.pieces[n-1].text += s
		return
	}
	l.pieces = append(l.pieces, piece{s, italic, url})
}

// plain returns the text of the line.
func (l *line) plain() string {
	var b strings.Builder
	for _, p := range l.pieces {
		b.WriteString(p.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// url returns the address of the line's only linked words, "" when there are none
// or several.
func (l *line) url() string {
	url := ""
	for _, p := range l.pieces {
		if p.url == "" {
			continue
		}
		if url != "" && url != p.url {
			return ""
		}
		url = p.url
	}
	return url
}

// italics returns the text before the first words in italic, those words, and the
// text behind them; ok is false when there are none.
func (l *line) italics() (before, title, after string, ok bool) {
	for _, p := range l.pieces {
		switch {
		case p.italic && !ok && strings.TrimSpace(p.text) != "":
			title, ok = p.text, true
		case !ok:
			before += p.text
		default:
			after += p.text
		}
	}
	return strings.TrimSpace(before), strings.TrimSpace(title), strings.TrimSpace(after), ok
}
