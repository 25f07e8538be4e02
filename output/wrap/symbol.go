package wrap

import "strings"

// Digits as seven modules, 1 for a bar (GS1 General Specifications, 5.2.1.2): set A. Set
// B is set C read backwards, and set C is set A with bars and spaces changed.
func digitSets() [10]string {
	return [10]string{"0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"}
}

// digit returns a digit in one of the sets A, B and C.
func digit(d byte, set byte) string {
	a := digitSets()[d-'0']
	if set == 'A' {
		return a
	}
	c := strings.Map(func(r rune) rune { return '0' + '1' - r }, a)
	if set == 'C' {
		return c
	}
	b := []byte(c)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// ean13 returns the 95 modules of thirteen digits. The first is told by the sets of the
// next six.
func ean13(digits string) string {
	sets := [10]string{"AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"}[digits[0]-'0']
	var b strings.Builder
	b.WriteString("101")
	for i := range 6 {
		b.WriteString(digit(digits[1+i], sets[i]))
	}
	b.WriteString("01010")
	for i := range 6 {
		b.WriteString(digit(digits[7+i], 'C'))
	}
	b.WriteString("101")
	return b.String()
}

// ean5 returns the 47 modules of an add-on of five digits, whose sets tell a sum of the
// digits (5.2.1.4).
func ean5(digits string) string {
	sum := 0
	for i := range 5 {
		sum += int(digits[i]-'0') * (3 + 6*(i%2))
	}
	sets := [10]string{"BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB"}[sum%10]
	var parts []string
	for i := range 5 {
		parts = append(parts, digit(digits[i], sets[i]))
	}
	return "1011" + strings.Join(parts, "01")
}

// isbn13 returns the thirteen digits of an ISBN, of those that have ten with the prefix
// 978 and another check digit (ISO 2108).
func isbn13(isbn string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'x' || r == 'X' {
			return r
		}
		return -1
	}, isbn)
	if len(digits) != 10 {
		return digits
	}
	digits = "978" + digits[:9]
	sum := 0
	for i := range digits {
		sum += int(digits[i]-'0') * (1 + 2*(i%2))
	}
	return digits + string(rune('0'+(10-sum%10)%10))
}
