package book

import "testing"

func TestListLabel(t *testing.T) {
	for _, test := range []struct {
		style ListStyle
		n     int
		want  string
	}{
		{Decimal, 12, "12."}, {Decimal, 0, "0."}, {LowerAlpha, 1, "a."}, {LowerAlpha, 26, "z."}, {LowerAlpha, 27, "aa."},
		{UpperAlpha, 703, "AAA."}, {LowerRoman, 4, "iv."}, {UpperRoman, 1994, "MCMXCIV."}, {LowerRoman, 0, "0."}, {UpperRoman, 4000, "4000."},
	} {
		l := &List{Ordered: true, Start: test.n, Style: test.style}
		if got := l.Label(0); got != test.want {
			t.Errorf("%d in style %s: %q, want %q", test.n, test.style, got, test.want)
		}
	}
}
