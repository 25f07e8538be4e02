package wiki

import (
	"math"
	"strconv"
	"strings"

	"publish/book"
)

// pictureSize returns the size that attributes ask for a picture: width and height of
// HTML and of pandoc, or those of a style.
func pictureSize(width, height, style string) book.PictureSize {
	for rule := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(rule, ":")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "width":
			width = value
		case "height":
			height = value
		}
	}
	var s book.PictureSize
	s.Share, s.Width = pictureLength(width)
	if s.Share == 0 {
		_, s.Height = pictureLength(height)
	}
	return s
}

// pictureLength reads a length: a share of the measure in percent, or pixels. What is
// none is 0; a number without a unit is pixels, as in HTML.
func pictureLength(s string) (share, pixels int) {
	s = strings.ToLower(strings.Trim(strings.TrimSpace(s), `"'`))
	digits := 0
	for digits < len(s) && (isDigit(s[digits]) || s[digits] == '.') {
		digits++
	}
	number, err := strconv.ParseFloat(s[:digits], 64)
	if err != nil || number <= 0 {
		return 0, 0
	}
	const most = 10_000
	unit := strings.TrimSpace(s[digits:])
	if unit == "%" {
		return min(100, int(math.Ceil(min(number, most)))), 0
	}
	factor := unitPixels(unit)
	if factor == 0 {
		return 0, 0
	}
	return 0, max(1, int(math.Round(min(number*factor, most))))
}

// unitPixels returns how many pixels of 1/96 inch a unit has (CSS Values and Units 3,
// §6.2); a font's size is 16 of them. It is 0 for what is no unit.
func unitPixels(unit string) float64 {
	switch unit {
	case "", "px":
		return 1
	case "in":
		return 96
	case "cm":
		return 96 / 2.54
	case "mm":
		return 96 / 25.4
	case "pt":
		return 96.0 / 72
	case "pc", "em", "rem":
		return 16
	}
	return 0
}

// boxSize reads a size as wikis write it after a bar: "300", "300px", "x120px",
// "300x200px". ok is false for anything else.
func boxSize(s string) (size book.PictureSize, ok bool) {
	s = strings.TrimSuffix(strings.ToLower(strings.TrimSpace(s)), "px")
	width, height, _ := strings.Cut(strings.TrimSpace(s), "x")
	if width == "" && height == "" || strings.Trim(width+height, "0123456789") != "" || len(s) > 11 {
		return size, false
	}
	return pictureSize(width, height, ""), true
}

// attributesSize returns the size that pandoc's attributes of a picture ask for,
// {width=50% height=3cm}.
func attributesSize(attrs string) book.PictureSize {
	var width, height string
	for _, field := range strings.Fields(strings.Trim(attrs, "{} ")) {
		name, value, _ := strings.Cut(field, "=")
		switch name {
		case "width":
			width = value
		case "height":
			height = value
		}
	}
	return pictureSize(width, height, "")
}

// sized returns the words of a picture and the size that a bar after them asks for, as
// notebooks write ![words|300](picture.png).
func (c *converter) sized(alt string, off int) (words string, size book.PictureSize) {
	words, last := alt, ""
	if i := strings.LastIndexByte(alt, '|'); i >= 0 {
		words, last = strings.TrimSpace(alt[:i]), alt[i+1:]
	}
	if size, ok := boxSize(last); ok {
		c.drop(book.DropMarkup, off, last)
		return words, size
	}
	return alt, size
}
