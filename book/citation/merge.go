package citation

import (
	"slices"
	"strings"
	"unicode"

	"publish/book"
)

// join makes one work of those that are the same. Works that may be one are compared
// under the beginnings of their titles, their addresses and their ISBNs.
func join(works []*work) []*work {
	places := map[string][]*work{}
	var kept []*work
	for _, w := range works {
		h := w.sources[0].heading
		keys := []string{"title " + h.bucket()}
		if key := addressKey(w); key != "" {
			keys = append(keys, "url "+key)
		}
		if w.ISBN != "" {
			keys = append(keys, "isbn "+strings.ReplaceAll(w.ISBN, "-", ""))
		}
		if !w.Known {
			keys = append(keys, "text "+w.Source)
		}
		same := find(places, keys, w, h)
		if same == nil {
			same = w
			kept = append(kept, w)
		} else {
			same.absorb(w)
		}
		for _, k := range keys {
			if !slices.Contains(places[k], same) {
				places[k] = append(places[k], same)
			}
		}
	}
	for _, w := range kept {
		w.settle()
	}
	return kept
}

// find returns the work that is the same as w, nil for none.
func find(places map[string][]*work, keys []string, w *work, h heading) *work {
	for _, k := range keys {
		for _, other := range places[k] {
			if slices.ContainsFunc(other.sources, func(o *work) bool { return sameWork(w, o, h) }) {
				return other
			}
		}
	}
	return nil
}

// addressKey returns the address of a work for comparing, "" for one that is the
// front page of a site, or that has none.
func addressKey(w *work) string {
	if w.URL == "" {
		return ""
	}
	url := strings.TrimPrefix(strings.ToLower(readableAddress(w.URL)), "www.")
	if !strings.ContainsAny(url, "/?#") {
		return ""
	}
	return url
}

// sameWork reports whether two entries are of one work: by number, by address, or by
// title and people. Equal titles of other people, and of other editions, stay two.
func sameWork(a, b *work, ha heading) bool {
	if !a.Known || !b.Known {
		return a.Known == b.Known && a.Source == b.Source && sameLinks(a, b) || addressKey(a) != "" && addressKey(a) == addressKey(b)
	}
	if a.Volume != b.Volume && a.Volume != "" && b.Volume != "" || otherPart(a.Remark, b.Remark) {
		return false
	}
	if a.ISBN != "" && strings.ReplaceAll(a.ISBN, "-", "") == strings.ReplaceAll(b.ISBN, "-", "") {
		return true
	}
	hb := b.heading
	if strangers(a, b) {
		return false
	}
	if addressKey(a) != "" && addressKey(a) == addressKey(b) && (a.Remark == b.Remark || ha.full != hb.full) {
		return true
	}
	if !ha.same(hb) || otherEdition(a, b) {
		return false
	}
	who, also := a.heads(), b.heads()
	if len(who) == 0 && len(also) == 0 {
		return ha.full == hb.full && a.Remark == b.Remark && (strings.Count(ha.full, " ") >= 3 || a.Source == b.Source && a.URL == b.URL)
	}
	return samePeople(who, also)
}

// strangers reports whether both works name people, and none of those of the other.
func strangers(a, b *work) bool {
	return len(a.heads()) > 0 && len(b.heads()) > 0 && !slices.ContainsFunc(a.heads(), func(n book.PersonName) bool {
		return slices.ContainsFunc(b.heads(), func(m book.PersonName) bool { return samePerson(n, m) })
	})
}

// otherPart reports whether remarks name different parts of a work: "Chapter 1",
// "Chapter 2".
func otherPart(a, b string) bool {
	figures := func(r rune) bool { return !unicode.IsDigit(r) }
	words := func(r rune) bool { return !unicode.IsLetter(r) }
	return slices.Equal(strings.FieldsFunc(a, words), strings.FieldsFunc(b, words)) &&
		!slices.Equal(strings.FieldsFunc(a, figures), strings.FieldsFunc(b, figures))
}

// sameLinks reports whether two entries lead to the same addresses, in one order.
func sameLinks(a, b *work) bool {
	return slices.EqualFunc(a.Links, b.Links, func(l, m *book.Link) bool { return l.URL == m.URL })
}

// otherEdition reports whether two entries give different editions: publisher and
// year differ, or one has what holds it and the other something else.
func otherEdition(a, b *work) bool {
	if a.Publisher != "" && b.Publisher != "" && a.Year != "" && b.Year != "" && a.Year != b.Year && foldName(a.Publisher) != foldName(b.Publisher) {
		return true
	}
	held := func(w *work) bool { return w.Container != "" && (w.Kind == book.ChapterWork || w.Volume != "") }
	return held(a) && held(b) && foldName(a.Container) != foldName(b.Container)
}

// absorb takes another entry of the same work into w.
func (w *work) absorb(other *work) {
	w.sources = append(w.sources, other.sources...)
	e := *w.entry
	e.Merged = append(append(slices.Clone(e.Merged), other.entry.Pos), other.entry.Merged...)
	e.In = slices.Clone(e.In)
	for _, c := range other.entry.In {
		if !slices.Contains(e.In, c) {
			e.In = append(e.In, c)
		}
	}
	w.entry = &e
}
