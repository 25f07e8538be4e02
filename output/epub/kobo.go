package epub

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// koboPages gives documents what Kobo's own reader looks for in the books of its
// shop, and needs for its page count, highlights and speed: two boxes around the
// text, and a span around every sentence and picture, numbered by paragraph and
// sentence (kobo.3.2). The contents, whose lists allow no further elements, stay as
// they are.
func koboPages(docs []*document) {
	for _, d := range docs {
		if d.part != landmarkContents {
			d.body = koboBody(d.body)
		}
	}
}

// koboBody returns the body of a document with Kobo's boxes and spans.
func koboBody(body []byte) []byte {
	w := koboWriter{out: make([]byte, 0, len(body)*3/2)}
	w.out = append(w.out, `<div id="book-columns"><div id="book-inner">`+"\n"...)
	for len(body) > 0 {
		n := bytes.IndexByte(body, '<')
		if n == 0 {
			n = bytes.IndexByte(body, '>') + 1
			w.tag(body[:n])
		} else {
			if n < 0 {
				n = len(body)
			}
			w.text(body[:n])
		}
		body = body[n:]
	}
	w.out = append(w.out, "</div></div>\n"...)
	return w.out
}

// koboWriter numbers paragraphs and sentences of one document.
type koboWriter struct {
	out                 []byte
	paragraph, sentence int
	verbatim            int // open elements whose text is left alone
}

func (w *koboWriter) tag(tag []byte) {
	name := strings.Trim(string(tag), "<>/")
	name, _, _ = strings.Cut(name, " ")
	end := tag[1] == '/'
	switch name {
	case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "caption", "figcaption":
		if !end {
			w.paragraph, w.sentence = w.paragraph+1, 0
		}
	case "pre":
		if end {
			w.verbatim--
		} else {
			w.verbatim++
		}
	case "img":
		w.paragraph, w.sentence = w.paragraph+1, 0
		w.open()
		w.out = append(w.out, tag...)
		w.close()
		return
	}
	w.out = append(w.out, tag...)
}

// text writes characters, each sentence in a span of its own with the blanks that
// follow it. Blanks alone have none.
func (w *koboWriter) text(s []byte) {
	if w.verbatim > 0 || len(bytes.TrimSpace(s)) == 0 {
		w.out = append(w.out, s...)
		return
	}
	for len(s) > 0 {
		n := sentenceEnd(s)
		w.open()
		w.out = append(w.out, s[:n]...)
		w.close()
		s = s[n:]
	}
}

func (w *koboWriter) open() {
	w.paragraph, w.sentence = max(w.paragraph, 1), w.sentence+1
	w.out = append(w.out, `<span class="koboSpan" id="kobo.`...)
	w.out = strconv.AppendInt(w.out, int64(w.paragraph), 10)
	w.out = append(w.out, '.')
	w.out = strconv.AppendInt(w.out, int64(w.sentence), 10)
	w.out = append(w.out, `">`...)
}

func (w *koboWriter) close() { w.out = append(w.out, "</span>"...) }

// sentenceEnd returns the length of the first sentence of a text with the blanks
// behind it: up to a full stop, a question or exclamation mark with its closing
// marks, if a blank follows.
func sentenceEnd(s []byte) int {
	stopped := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		switch {
		case strings.ContainsRune(".!?…。！？", r):
			stopped = true
		case unicode.IsSpace(r) && stopped:
			i += size
			for i < len(s) {
				if r, size = utf8.DecodeRune(s[i:]); !unicode.IsSpace(r) {
					return i
				}
				i += size
			}
			return i
		case !strings.ContainsRune("”’»“\")]", r):
			stopped = false
		}
		i += size
	}
	return len(s)
}
