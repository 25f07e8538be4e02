package references

import (
	"strconv"
	"strings"

	"publish/book"
)

// date is when a work appeared or was looked at: one day, month or year, or years from
// and to. Words in place of a date are its literal.
type date struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Season  int     `json:"season,omitempty"` // 1 for spring to 4 for winter
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// issued returns when a work appeared, nil where that is not known.
func issued(w *book.Work) *date {
	if w.Date != "" {
		return readEDTF(w.Date)
	}
	if w.Year == "" {
		return nil
	}
	if from, to, ok := cutYears(w.Year); ok {
		return &date{Parts: [][]int{{from}, {to}}}
	}
	return readEDTF(w.Year)
}

// readEDTF reads a year, month, season or day, with a tilde perhaps, or from one to
// another (EDTF in ISO 8601-2). Of two seasons, the first stands. What is none of these becomes a literal.
func readEDTF(s string) *date {
	if s == "" {
		return nil
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		if a, b := readEDTF(from), readEDTF(to); a != nil && b != nil && len(a.Parts) == 1 && len(b.Parts) == 1 && a.Season == 0 {
			return &date{Parts: [][]int{a.Parts[0], b.Parts[0]}}
		}
		return readEDTF(from)
	}
	exact, about := strings.CutSuffix(s, "~")
	d := &date{Circa: about}
	var parts []int
	for _, field := range strings.Split(exact, "-") {
		n, err := strconv.Atoi(field)
		if err != nil || n < 1 {
			return &date{Literal: s}
		}
		parts = append(parts, n)
	}
	if len(parts) > 1 && parts[1] > 20 {
		d.Season = parts[1] - 20
		parts = parts[:1]
	}
	d.Parts = [][]int{parts}
	return d
}

// cutYears reads years from and to, the second in two figures perhaps: 1996–2003,
// 1920–22, 1929/1930.
func cutYears(s string) (from, to int, ok bool) {
	for _, dash := range []string{"–", "—", "-", "/"} {
		before, after, found := strings.Cut(s, dash)
		before, after = strings.TrimSpace(before), strings.TrimSpace(after)
		if !found || len(before) != 4 || len(after) != 4 && len(after) != 2 {
			continue
		}
		if len(after) == 2 {
			after = before[:2] + after
		}
		from, err := strconv.Atoi(before)
		to, wrong := strconv.Atoi(after)
		return from, to, err == nil && wrong == nil && from <= to
	}
	return 0, 0, false
}

// edtf returns the date as biblatex reads it, "" for words.
func (d *date) edtf() string {
	if d == nil || len(d.Parts) == 0 {
		return ""
	}
	var ends []string
	for _, parts := range d.Parts {
		if d.Season > 0 {
			parts = append(parts[:1:1], 20+d.Season)
		}
		var fields []string
		for i, n := range parts {
			fields = append(fields, padded(n, [...]int{4, 2, 2}[min(i, 2)]))
		}
		ends = append(ends, strings.Join(fields, "-"))
	}
	s := strings.Join(ends, "/")
	if d.Circa {
		s += "~"
	}
	return s
}

// padded returns a number with naughts before it.
func padded(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}
