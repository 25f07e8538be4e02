package layout

// Protrusion into the margins, in thousandths of an em, chosen by eye for EB
// Garamond after the method of Hàn Thế Thành, "Micro-typographic extensions to
// the TeX typesetting system", TUGboat 21 (2000): marks of little weight hang
// almost wholly, letters with open sides a trifle, so that the edge looks
// straight.

func protrusionLeft(r rune, size Length) Length {
	return size.Scale(leftHang(r), 1000)
}

func protrusionRight(r rune, size Length) Length {
	return size.Scale(rightHang(r), 1000)
}

func leftHang(r rune) int64 {
	switch r {
	case '“', '„', '«', '"':
		return 200
	case '‘', '’', '\'', '‚', '‹':
		return 110
	case '—', '–':
		return 80
	case '(', '[', '*':
		return 40
	case 'A', 'T', 'V', 'W', 'Y', 'Т', 'А', 'Τ', 'Α':
		return 25
	case 'J', 'C', 'G', 'O', 'Q', 'С', 'О':
		return 15
	}
	return 0
}

func rightHang(r rune) int64 {
	switch r {
	case '-', '‐', '\u00ad':
		return 160
	case '.', ',':
		return 150
	case '”', '»', '"':
		return 200
	case '’', '\'', '‘', '›':
		return 110
	case ';', ':':
		return 90
	case '–', '—':
		return 110
	case '!', '?', ')', ']', '*':
		return 40
	case 'A', 'F', 'P', 'T', 'V', 'W', 'Y', 'r', 'v', 'w', 'y', 'k':
		return 20
	}
	return 0
}
