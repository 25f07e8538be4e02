package collation

import (
	"strconv"
	"strings"
)

// roman returns the value of a roman number up to 39, as rulers and wars have them, in
// figures; "" for another word.
func roman(word string) string {
	tens := 0
	rest := word
	for tens < 3 && strings.HasPrefix(rest, "X") {
		tens, rest = tens+1, rest[1:]
	}
	units := -1
	for i, u := range []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"} {
		if rest == u {
			units = i
		}
	}
	if units < 0 || word == "" {
		return ""
	}
	return strconv.Itoa(10*tens + units)
}
