package fonts

import (
	gotext "github.com/go-text/typesetting/bidi"
	"golang.org/x/text/unicode/bidi"
)

// mayBeRTL reports whether r is in a block of right-to-left scripts or is a
// control of direction; a text without such a character needs no bidi algorithm.
func mayBeRTL(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r < 0x900, 0xFB1D <= r && r < 0xFE00, 0xFE70 <= r && r < 0xFF00,
		0x10800 <= r && r < 0x11000, 0x1E800 <= r && r < 0x1F000:
		return true
	}
	return r == 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// setLevels stores in levels the embedding level of each character of a
// left-to-right paragraph (UAX #9). Numbers within right-to-left text get level
// 2; deeper explicit embeddings are folded into levels 0 to 2.
func setLevels(p *gotext.Paragraph, text []rune, levels []int8) {
	runs := p.Segment(text, gotext.LeftToRight)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for j := run.Start; j < run.End; j++ {
			levels[j] = int8(run.Level & 1)
		}
	}
	raiseNumbers(text, levels)
}

// raiseNumbers moves numbers after right-to-left letters from level 0 to level 2
// (UAX #9 W7, I1): the runs of the library tell only odd levels from even ones,
// which would put what follows the number on the wrong side of the letters.
func raiseNumbers(text []rune, levels []int8) {
	afterRTL := false
	for i, r := range text {
		switch bidiClass(r) {
		case bidi.L:
			afterRTL = false
		case bidi.R, bidi.AL:
			afterRTL = true
		case bidi.EN:
			if afterRTL && levels[i] == 0 {
				levels[i] = 2
				raiseSigns(text, levels, i)
			}
		case bidi.AN:
			if levels[i] == 0 {
				levels[i] = 2
				raiseSigns(text, levels, i)
			}
		}
	}
}

// raiseSigns gives the number's level to what belongs to the digit at i: signs
// such as % before or after it (W5) and a separator between it and the digit
// before (W4).
func raiseSigns(text []rune, levels []int8, i int) {
	for j := i - 1; j >= 0 && levels[j] == 0; j-- {
		switch bidiClass(text[j]) {
		case bidi.ET, bidi.BN, bidi.NSM:
			levels[j] = 2
			continue
		case bidi.ES, bidi.CS:
			if j > 0 && levels[j-1] == 2 {
				levels[j] = 2
			}
		}
		break
	}
	for j := i + 1; j < len(text) && levels[j] == 0; j++ {
		switch bidiClass(text[j]) {
		case bidi.ET, bidi.BN, bidi.NSM:
			levels[j] = 2
			continue
		}
		break
	}
}

func bidiClass(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// visualOrder puts items, which are in logical order, in the order in which they
// are drawn from left to right (UAX #9 L2).
func visualOrder(items []item) {
	for level := int8(2); level > 0; level-- {
		for i := 0; i < len(items); i++ {
			j := i
			for j < len(items) && items[j].level >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				items[a], items[b] = items[b], items[a]
			}
			i = max(i, j-1)
		}
	}
}
