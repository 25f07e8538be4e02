package notes

import (
	"slices"
	"strings"

	"publish/book"
)

// title is the title of a work for comparing.
type title struct {
	words  []string // folded, without an article at the head and without volumes
	main   int      // how many of them stand before the subtitle
	volume string   // "3" for "Book Three"
}

// titleOfWork folds the title of a work. The volume of a periodical is not the work's.
func (w words) titleOfWork(e *book.Work) title {
	if e.Container != "" {
		return w.titleOf(e.Title, "")
	}
	return w.titleOf(e.Title, e.Volume)
}

// titleOf folds a title. Volume is what the citation says of it elsewhere.
func (w words) titleOf(s, volume string) title {
	t := title{volume: w.numberOf(volume)}
	main, _, _ := strings.Cut(s, ":")
	t.words = w.withoutVolume(fieldsOf(s), &t)
	t.main = len(w.withoutVolume(fieldsOf(main), &title{}))
	if len(t.words) > 1 && w.sets["article"][t.words[0]] {
		t.words, t.main = t.words[1:], t.main-1
	}
	return t
}

// withoutVolume takes "Book Three" and the like out of words.
func (w words) withoutVolume(fields []string, t *title) []string {
	var kept []string
	for i := 0; i < len(fields); i++ {
		if i > 0 && i+1 < len(fields) && w.sets["volume"][fields[i]] {
			if n := w.numberOf(fields[i+1]); n != "" {
				t.volume = n
				i++
				continue
			}
		}
		kept = append(kept, fields[i])
	}
	return kept
}

// numberOf returns the figures of a number in figures, Roman figures or words; "" for
// what is none.
func (w words) numberOf(s string) string {
	s = strings.Trim(fold(s), " .,")
	if s != "" && strings.Trim(s, "0123456789") == "" && len(s) < 4 {
		return strings.TrimLeft(s, "0")
	}
	for item := range w.sets["number"] {
		if word, figure, _ := strings.Cut(item, "="); word == s {
			return figure
		}
	}
	return ""
}

// shortens reports whether short can be a short form of t: its words are all in t, in
// their order, the first of them in its main title, a single one at the beginning or end of that.
func (short title) shortens(t title) bool {
	if short.volume != "" && t.volume != "" && short.volume != t.volume || len(short.words) == 0 {
		return false
	}
	if len(short.words) == 1 {
		return len(t.words) > 0 && (sameWord(short.words[0], t.words[0]) || t.main > 0 && t.main <= len(t.words) && sameWord(short.words[0], t.words[t.main-1]))
	}
	at := 0
	for i, want := range short.words {
		for at < len(t.words) && !sameWord(want, t.words[at]) {
			at++
		}
		if at == len(t.words) || i == 0 && at >= max(t.main, 1) {
			return false
		}
		at++
	}
	return true
}

// equals reports whether two titles are the same, with and without the subtitle.
func (t title) equals(other title) bool {
	if t.volume != other.volume && t.volume != "" && other.volume != "" {
		return false
	}
	if len(t.words) > len(other.words) {
		t, other = other, t
	}
	n := len(t.words)
	return n > 0 && slices.EqualFunc(t.words, other.words[:n], sameWord) && (n == len(other.words) || n == other.main)
}

// sameWord reports whether two words are the same but for one slip of the pen. Their
// endings, which tell an anarchist from anarchism, must be equal.
func sameWord(a, b string) bool {
	if a == b || len(a) > 4 && (a+"s" == b || b+"s" == a) {
		return true
	}
	if len(a) < 6 || len(b) < 6 || len(a)-len(b) > 1 || len(b)-len(a) > 1 || strings.ContainsAny(a+b, "0123456789") {
		return false
	}
	if a[len(a)-2:] != b[len(b)-2:] {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[i:] == b[min(i+1, len(b)):] || a[min(i+1, len(a)):] == b[i:] || i+1 < len(a) && i+1 < len(b) && a[i+1:] == b[i+1:]
}
