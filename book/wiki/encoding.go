package wiki

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"publish/book"
)

// Decode returns the text of a file as the reader takes it, and the name of its
// encoding. A file in UTF-8 comes back as it is, and its encoding is "", even if some
// of its bytes are broken. One in UTF-16, or in Windows-1252, of which Latin-1 is a
// part, is converted. Text is nil, and encoding says what it seems to be, when the
// file is in no encoding that is known here. Src is not changed.
func Decode(src []byte) (text []byte, encoding string) {
	if d, name := wideEncoding(src); d != nil {
		text, err := d.NewDecoder().Bytes(src)
		if err != nil {
			return nil, name
		}
		return bytes.TrimPrefix(text, []byte("\uFEFF")), name
	}
	switch tallyBytes(src).encoding() {
	case byteUTF8:
		return src, ""
	case byteWindows:
		if text, err := charmap.Windows1252.NewDecoder().Bytes(src); err == nil {
			return text, "Windows-1252"
		}
	case byteBinary:
		return nil, "no text at all"
	}
	return nil, "another encoding"
}

// wideEncoding returns the encoding of a file with two bytes to most characters: its
// byte order mark tells it, or the nulls beside the letters of ASCII.
func wideEncoding(src []byte) (encoding.Encoding, string) {
	head := src[:min(len(src), 512)&^1]
	nulls := [2]int{}
	for i, c := range head {
		if c == 0 {
			nulls[i&1]++
		}
	}
	most := len(head) / 4
	switch {
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}), most > 2 && nulls[1] > most && nulls[0] < most/4:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16"
	case bytes.HasPrefix(src, []byte{0xFE, 0xFF}), most > 2 && nulls[0] > most && nulls[1] < most/4:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16"
	}
	return nil, ""
}

// byteTally counts what tells an encoding.
type byteTally struct {
	nulls   int
	letters int // of ASCII
	wide    int // whole characters of UTF-8 beyond ASCII
	stray   int // bytes that are part of none, but for the halves that repair knows
	first   int // offset of the first of these
}

func tallyBytes(src []byte) byteTally {
	t := byteTally{first: -1}
	for i := 0; i < len(src); {
		c := src[i]
		switch {
		case isLetter(c):
			t.letters++
		case c == 0:
			t.nulls++
		case c >= utf8.RuneSelf:
			if _, n := utf8.DecodeRune(src[i:]); n > 1 {
				t.wide++
				i += n
				continue
			}
			if c != 0xC2 && c != 0xC3 {
				if t.stray++; t.first < 0 {
					t.first = i
				}
			}
		}
		i++
	}
	return t
}

type byteEncoding uint8

const (
	byteUTF8 byteEncoding = iota
	byteWindows
	byteBinary
	byteUnknown
)

// encoding judges a file by its bytes. One with a whole character of UTF-8 is UTF-8,
// since hardly any other text has such by chance. Languages that are written in
// Windows-1252 have a letter beyond ASCII in ten; where more than a third of all
// letters are, they are of another alphabet.
func (t byteTally) encoding() byteEncoding {
	switch {
	case t.nulls > 8 && t.nulls > t.letters/4:
		return byteBinary
	case t.stray == 0 || t.wide > 0 && t.wide*4 > t.stray:
		return byteUTF8
	case t.stray > 16 && t.stray*2 > t.letters:
		return byteUnknown
	}
	return byteWindows
}

// decode makes UTF-8 of a file and says what was done. ok is false when it cannot.
func decode(file string, src []byte, diags *book.Diags) (text []byte, ok bool) {
	start := book.Pos{File: file, Line: 1, Col: 1}
	text, name := Decode(src)
	switch {
	case text == nil && name != "":
		diags.Add(book.EncodingUnknown, start, "the file is not in UTF-8 but in %s", name).
			Hint("save it as UTF-8")
		return nil, false
	case name == "Windows-1252":
		raw := source{file: file, lines: lineStarts(src)}
		first := tallyBytes(src).first
		diags.Add(book.EncodingConverted, raw.pos(first), "byte 0x%02X is not UTF-8: the file is taken to be in Windows-1252", src[first]).
			Hint("save it as UTF-8")
	case name != "":
		diags.Add(book.EncodingConverted, start, "the file is in %s, and was converted", name).Hint("save it as UTF-8")
	}
	return text, true
}

// strayByte returns what a byte, or the beginning of a character whose other bytes
// are gone, stands for in a file that is UTF-8 otherwise, and its length. Editors
// paste letters of Windows-1252 into such files.
func strayByte(b []byte) (text string, n int) {
	if n = brokenLength(b); n > 1 {
		return "\uFFFD", n
	}
	r := charmap.Windows1252.DecodeByte(b[0])
	switch {
	case r < 0xA0 && r >= 0x80:
		r = utf8.RuneError // bytes that Windows-1252 leaves free
	case r == '\u00AD':
		return "", 1 // a soft hyphen: those of UTF-8 go too
	}
	return string(r), 1
}

// brokenLength returns how many bytes of a character of UTF-8 b starts with.
func brokenLength(b []byte) int {
	want := 1
	switch {
	case b[0] >= 0xF0 && b[0] < 0xF5:
		want = 4
	case b[0] >= 0xE0 && b[0] < 0xF0:
		want = 3
	}
	n := 1
	for n < want && n < len(b) && b[n]&0xC0 == 0x80 {
		n++
	}
	return n
}

// reportStrays reports the bytes that were taken for letters of Windows-1252.
func (r *repairer) reportStrays(at book.Pos, diags *book.Diags) {
	text := fmt.Sprintf("byte 0x%02X is not UTF-8 and is taken for %q", r.src[r.stray], r.strayText)
	switch {
	case r.strayText == "\uFFFD":
		text = fmt.Sprintf("byte 0x%02X is not UTF-8, and � stands in its place", r.src[r.stray])
	case r.strays > 1:
		text = fmt.Sprintf("%d bytes are not UTF-8 and are taken for Windows-1252, the first of them, 0x%02X, for %q", r.strays, r.src[r.stray], r.strayText)
	}
	if r.strays > 1 && r.strayText == "\uFFFD" {
		text += fmt.Sprintf(", the first of %d such bytes", r.strays)
	}
	diags.Add(book.EncodingConverted, at, "%s", text).Hint("look whether the text reads right here, and save the file as UTF-8")
}
