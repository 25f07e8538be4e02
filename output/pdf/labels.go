package pdf

import "strconv"

// labelStyle is how a folio counts (ISO 32000-1 §12.4.2).
type labelStyle name

// The folios of a page label: arabic, roman, or a text of its own.
const (
	arabic     labelStyle = "D"
	lowerRoman labelStyle = "r"
	upperRoman labelStyle = "R"
	plainLabel labelStyle = ""
)

// writeLabels writes the page labels: a line for each page at which the folios do
// not just count on.
func (f *finisher) writeLabels() (dict, error) {
	var leaves []treeLeaf
	var style labelStyle
	next := 0
	for i, page := range f.doc.Pages {
		s, n := parseFolio(page.Folio)
		if i > 0 && s == style && n == next && s != plainLabel {
			next++
			continue
		}
		leaves = append(leaves, treeLeaf{integer(i), label(page.Folio, s, n)})
		style, next = s, n+1
	}
	r, err := f.writeTree("Nums", leaves)
	return dict{{"PageLabels", r}}, err
}

func label(folio string, style labelStyle, n int) dict {
	if style == plainLabel {
		return dict{{"P", textString(folio)}}
	}
	return dict{{"S", name(style)}, {"St", integer(n)}}
}

// parseFolio tells how a folio counts, and its number.
func parseFolio(folio string) (labelStyle, int) {
	if n, err := strconv.Atoi(folio); err == nil && n > 0 && strconv.Itoa(n) == folio {
		return arabic, n
	}
	if n := parseRoman(folio, "ivxlcdm"); n > 0 {
		return lowerRoman, n
	}
	if n := parseRoman(folio, "IVXLCDM"); n > 0 {
		return upperRoman, n
	}
	return plainLabel, 0
}

// parseRoman returns the value of a roman number under 4,000 in its usual form, 0
// if s is none. letters are the digits from 1 to 1000.
func parseRoman(s, letters string) int {
	n, rest := 0, s
	for _, step := range romanSteps(letters) {
		for len(rest) >= len(step.digits) && rest[:len(step.digits)] == step.digits {
			n += step.value
			rest = rest[len(step.digits):]
		}
	}
	if rest != "" || formatRoman(n, letters) != s {
		return 0
	}
	return n
}

func formatRoman(n int, letters string) string {
	var b []byte
	for _, step := range romanSteps(letters) {
		for ; n >= step.value; n -= step.value {
			b = append(b, step.digits...)
		}
	}
	return string(b)
}

// romanStep is a digit, or two of which the first is taken off.
type romanStep struct {
	value  int
	digits string
}

// romanSteps returns the steps from 1000 down to 1.
func romanSteps(letters string) []romanStep {
	var steps []romanStep
	value := 1000
	for i := len(letters) - 1; i > 0; i -= 2 {
		one, five, ten := letters[i-2:i-1], letters[i-1:i], letters[i:i+1]
		steps = append(steps,
			romanStep{value, ten},
			romanStep{value / 10 * 9, one + ten},
			romanStep{value / 2, five},
			romanStep{value / 10 * 4, one + five})
		value /= 10
	}
	return append(steps, romanStep{1, letters[:1]})
}
