package wrap

import (
	"strings"
	"testing"
)

// TestEAN13 compares symbols with their modules as the standard's tables give them.
func TestEAN13(t *testing.T) {
	for digits, want := range map[string]string{
		"9780306406157": "101" + "0111011" + "0001001" + "0100111" + "0111101" + "0100111" + "0101111" + "01010" +
			"1011100" + "1110010" + "1010000" + "1100110" + "1001110" + "1000100" + "101",
		"0000000000000": "101" + strings.Repeat("0001101", 6) + "01010" + strings.Repeat("1110010", 6) + "101",
	} {
		if got := ean13(digits); got != want {
			t.Errorf("%s\n got %s\nwant %s", digits, got, want)
		}
	}
}

// TestRead reads symbols back by another way: each digit by the widths of its bars and
// spaces, the first by their parities.
func TestRead(t *testing.T) {
	for first := range 10 {
		digits := string(rune('0'+first)) + "780306406157"[:12]
		pattern := ean13(digits)
		if len(pattern) != 95 {
			t.Fatalf("%d modules", len(pattern))
		}
		parity := ""
		got := ""
		for i := range 12 {
			at := 3 + 7*i
			if i > 5 {
				at += 5
			}
			d, even := readDigit(pattern[at : at+7])
			got += d
			if i < 6 {
				parity += map[bool]string{true: "e", false: "o"}[even]
			}
		}
		first := map[string]string{"oooooo": "0", "ooeoee": "1", "ooeeoe": "2", "ooeeeo": "3", "oeooee": "4", "oeeooe": "5", "oeeeoo": "6", "oeoeoe": "7", "oeoeeo": "8", "oeeoeo": "9"}[parity]
		if first+got != digits {
			t.Errorf("%s is read as %s", digits, first+got)
		}
	}
}

// readDigit reads a digit by the widths of its four elements, and whether it has an even
// number of black modules and begins with a space (set B).
func readDigit(m string) (digit string, even bool) {
	even = strings.Count(m, "1")%2 == 0 && m[0] == '0'
	var widths []byte
	for i := range m {
		if i == 0 || m[i] != m[i-1] {
			widths = append(widths, '0')
		}
		widths[len(widths)-1]++
	}
	if even {
		widths[0], widths[1], widths[2], widths[3] = widths[3], widths[2], widths[1], widths[0]
	}
	return map[string]string{"3211": "0", "2221": "1", "2122": "2", "1411": "3", "1132": "4", "1231": "5", "1114": "6", "1312": "7", "1213": "8", "3112": "9"}[string(widths)], even
}

// TestEAN5 compares an add-on with one that is published.
func TestEAN5(t *testing.T) {
	if got, want := ean5("52495"), "01011"[1:]+"0111001"+"01"+"0010011"+"01"+"0011101"+"01"+"0001011"+"01"+"0110001"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestISBN13 turns ISBNs of old into those of thirteen digits.
func TestISBN13(t *testing.T) {
	for isbn, want := range map[string]string{
		"978-0-306-40615-7": "9780306406157", "0-306-40615-2": "9780306406157", "0-8044-2957-X": "9780804429573", "9780306406157": "9780306406157",
	} {
		if got := isbn13(isbn); got != want {
			t.Errorf("%s: %s, want %s", isbn, got, want)
		}
	}
}
