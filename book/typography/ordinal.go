package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// ordinals returns the inlines with the endings of ordinal numbers as the language
// has them: on the line in English (Chicago 18, 9.6), raised in French ("Lexique
// des règles typographiques": XIXe, 1er). The lists inside are set too.
func (s *setter) ordinals(inlines []book.Inline, marks *Marks) []book.Inline {
	var out []book.Inline // nil while nothing has changed
	for i, in := range inlines {
		set := s.ordinal(inlines[:i], in, marks)
		if set == nil && out == nil {
			continue
		}
		if out == nil {
			out = append([]book.Inline{}, inlines[:i]...)
		}
		if set == nil {
			set = []book.Inline{in}
		}
		out = append(out, set...)
	}
	if out == nil {
		return inlines
	}
	return out
}

// ordinal returns what is to stand for in, nil for itself.
func (s *setter) ordinal(before []book.Inline, in book.Inline, marks *Marks) []book.Inline {
	switch in := in.(type) {
	case *book.Text:
		if marks.Raised != "" {
			return s.raise(in, marks)
		}
		return nil
	case *book.Superscript:
		if marks.Level != "" {
			return s.lower(before, in, marks)
		}
		return nil
	case *book.Span:
		marks = s.marksOf(in.Lang)
	}
	kids := book.Children(in)
	if len(kids) == 0 {
		return nil
	}
	set := s.ordinals(kids, marks)
	if len(set) == len(kids) && &set[0] == &kids[0] {
		return nil
	}
	return []book.Inline{book.WithChildren(in, set)}
}

// lower puts the ending of an ordinal number on the line.
func (s *setter) lower(before []book.Inline, in *book.Superscript, marks *Marks) []book.Inline {
	ending := book.PlainText(in.Inlines)
	if len(before) == 0 || !isWord(marks.Level, ending) {
		return nil
	}
	number, ok := before[len(before)-1].(*book.Text)
	if !ok || number.Value == "" || !isDigit(number.Value[len(number.Value)-1]) {
		return nil
	}
	if s.record {
		word := lastWord(number.Value)
		s.changes = append(s.changes, Change{in.Pos, book.Ordinals, word + "^" + ending, word + ending})
	}
	return in.Inlines
}

// raise parts the endings of ordinal numbers from a text.
func (s *setter) raise(t *book.Text, marks *Marks) []book.Inline {
	var out []book.Inline
	done := 0
	for from := 0; from < len(t.Value); {
		end := from + wordLength(t.Value[from:])
		if at := ordinalEnding(t.Value[from:end], marks.Raised); at > 0 {
			number, ending := t.Value[done:from+at], t.Value[from+at:end]
			out = append(out, &book.Text{Pos: t.Pos, Value: number},
				&book.Superscript{Pos: t.Pos, Inlines: []book.Inline{&book.Text{Pos: t.Pos, Value: ending}}})
			done = end
			if s.record {
				s.changes = append(s.changes, Change{t.Pos, book.Ordinals, t.Value[from:end], t.Value[from:from+at] + "^" + ending})
			}
		}
		_, size := utf8.DecodeRuneInString(t.Value[end:])
		from = end + size
	}
	if out == nil {
		return nil
	}
	if done < len(t.Value) {
		out = append(out, &book.Text{Pos: t.Pos, Value: t.Value[done:]})
	}
	return out
}

// wordLength returns how many bytes of s are letters and figures.
func wordLength(s string) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); n >= 0 {
		return n
	}
	return len(s)
}

// ordinalEnding returns where the ending of an ordinal number begins in the word, 0
// for another word. Before it stand figures, or the capitals of a Roman number; after
// one capital alone few endings make a number: Le, Ces and Vers are words.
func ordinalEnding(word, endings string) int {
	at := strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' })
	if at == 0 {
		at = strings.IndexFunc(word, func(r rune) bool { return !strings.ContainsRune("IVXLC", r) })
		if at == 1 && !isWord("Ier Ire Ve Xe", word) {
			return 0
		}
	}
	if at <= 0 || !isWord(endings, word[at:]) {
		return 0
	}
	return at
}

// isWord reports whether the word is one of a list parted by blanks.
func isWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}
