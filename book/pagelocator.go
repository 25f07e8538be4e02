package book

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// PageLocator is a locator as the pages of a printed book show it: "60–63", "88n3".
type PageLocator struct {
	Locator
	Pages string // a folio or a range of them, "60–63"
	Notes string // number or range of numbers of notes, "" for text
}

// String returns the locator as it is printed. Notes that follow one another on one
// page have nn before them (Chicago 18, ch. 15, "Locators for notes").
func (p PageLocator) String() string {
	switch {
	case p.Notes == "":
		return p.Pages
	case strings.Contains(p.Notes, "–"):
		return p.Pages + "nn" + p.Notes
	}
	return p.Pages + "n" + p.Notes
}

// PageLocators returns the locators of one entry as pages show them: the principal
// ones first, then by page, text before notes. What stands on a page already named is
// not named again, and ranges that meet on a page are one; pages that merely follow
// one another are not, for the discussion does not run on (Chicago 18, ch. 15,
// "Inclusive numbers"), unless one of three or more in a row in one chapter is a range
// itself. folio returns the folio of an ID, "" where it has none; a
// locator without a folio is left out.
func PageLocators(all []Locator, folio func(id string) string) []PageLocator {
	var spans []span
	for _, l := range all {
		if s, ok := spanOf(l, folio); ok {
			spans = append(spans, s)
		}
	}
	slices.SortStableFunc(spans, compareSpans)
	var out []PageLocator
	for _, s := range joinRuns(joinSpans(spans)) {
		out = append(out, s.locator())
	}
	return out
}

// span is a locator with its pages, or with its page and its notes.
type span struct {
	Locator
	first, last int // pages in the order of the book
	from, to    string
	until       int // last note
}

// spanOf finds the pages of a locator.
func spanOf(l Locator, folio func(id string) string) (span, bool) {
	from := folio(l.From)
	if from == "" {
		return span{}, false
	}
	s := span{Locator: l, from: from, to: from, first: folioOrder(from), last: folioOrder(from), until: l.Note}
	if l.To != "" && l.Note == 0 {
		if to := folio(l.To); folioOrder(to) > s.first && isRoman(to) == isRoman(from) {
			s.to, s.last = to, folioOrder(to)
		}
	}
	return s, true
}

// compareSpans orders principal spans before others, then by page, text before
// notes.
func compareSpans(a, b span) int {
	if a.Principal != b.Principal {
		if a.Principal {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(min(a.Note, 1), min(b.Note, 1)), cmp.Compare(b.last, a.last), 0)
}

// joinSpans makes one of those that share a page or hold notes in a row.
func joinSpans(spans []span) []span {
	var out []span
	for _, s := range spans {
		if !slices.ContainsFunc(out, func(o span) bool { return o.holds(s) }) && (len(out) == 0 || !out[len(out)-1].join(s)) {
			out = append(out, s)
		}
	}
	return out
}

// fewestInRun is how many spans, each on the pages next to the one before, are one
// discussion if one of them is a range.
const fewestInRun = 3

// joinRuns makes one of the spans of such a run.
func joinRuns(spans []span) []span {
	var out []span
	for i := 0; i < len(spans); {
		end, ranges := i+1, spans[i].last > spans[i].first
		for end < len(spans) && spans[end-1].leadsTo(spans[end]) {
			ranges = ranges || spans[end].last > spans[end].first
			end++
		}
		if end-i < fewestInRun || !ranges {
			out = append(out, spans[i:end]...)
			i = end
			continue
		}
		whole, last := spans[i], spans[end-1]
		whole.last, whole.to, whole.To = last.last, last.to, cmp.Or(last.To, last.From)
		out = append(out, whole)
		i = end
	}
	return out
}

// leadsTo reports whether a span of text ends on the page before the next one begins,
// in the same chapter.
func (s span) leadsTo(o span) bool {
	return s.Note+o.Note == 0 && !s.Principal && !o.Principal && s.Chapter == o.Chapter && o.first == s.last+1 && isRoman(s.from) == isRoman(o.from)
}

// holds reports whether a span says all that another one says.
func (s span) holds(o span) bool {
	if (s.Note > 0) != (o.Note > 0) {
		return false
	}
	if o.Note > 0 {
		return s.first == o.first && s.Note <= o.Note && o.Note <= s.until
	}
	return s.first <= o.first && o.last <= s.last
}

// join lengthens a span by the next one, where that goes on from it.
func (s *span) join(o span) bool {
	if s.Principal != o.Principal || (s.Note > 0) != (o.Note > 0) || isRoman(s.from) != isRoman(o.from) {
		return false
	}
	switch {
	case s.Note > 0 && o.first == s.first && o.Note == s.until+1 && o.Chapter == s.Chapter:
		s.until = o.until
	case s.Note == 0 && o.first <= s.last && o.last > s.last:
		s.last, s.to, s.To = o.last, o.to, cmp.Or(o.To, o.From)
	default:
		return false
	}
	return true
}

func (s span) locator() PageLocator {
	p := PageLocator{Locator: s.Locator, Pages: InclusiveNumbers(s.from, s.to)}
	if s.Note > 0 {
		p.Notes = InclusiveNumbers(strconv.Itoa(s.Note), strconv.Itoa(s.until))
	}
	return p
}

// InclusiveNumbers returns two numbers with an en dash between them, the second in
// the short form of Chicago 18, 9.62: in full up to 100 and after a multiple of 100
// (71–72, 100–104), only the part that changes from x01 to x09 (107–8), elsewhere two
// figures or as many as change (321–28, 1496–500). Numbers that are not arabic stay as
// they are; the same number twice is given once.
func InclusiveNumbers(from, to string) string {
	if from == to {
		return from
	}
	return from + "–" + shortened(from, to)
}

func shortened(from, to string) string {
	a, err := strconv.Atoi(from)
	if err != nil || len(from) != len(to) || a < 100 || a%100 == 0 {
		return to
	}
	if _, err := strconv.Atoi(to); err != nil {
		return to
	}
	same := 0
	for from[same] == to[same] {
		same++
	}
	if a%100 >= 10 {
		same = min(same, len(to)-2)
	}
	return to[same:]
}

// folioOrder returns a number by which folios stand in the order of the book: the
// roman ones of the front matter first.
func folioOrder(folio string) int {
	if n, err := strconv.Atoi(folio); err == nil {
		return n
	}
	const beforeArabic = -1 << 20
	return beforeArabic + romanValue(folio)
}

func isRoman(folio string) bool { return folioOrder(folio) < 0 }

// romanValue reads a roman number in small letters.
func romanValue(roman string) int {
	value := map[rune]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}
	sum, last := 0, 0
	for _, r := range roman {
		v := value[r]
		if v > last {
			sum -= 2 * last // it stood before a larger one
		}
		sum, last = sum+v, v
	}
	return sum
}
