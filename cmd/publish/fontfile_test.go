package main

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"publish/fonts"
)

// testFont makes a font of a bundled one as a file of an archive describes it, with a
// line for each step:
//
//	take EBGaramond-Regular     the bundled face
//	map U+0E01 A                only what is mapped is kept: here one glyph, that of A
//	set OS/2 8 0002             bytes of a table, from an offset on
//	cut 1000                    the first bytes alone
func testFont(t *testing.T, recipe string) []byte {
	t.Helper()
	var face *fonts.Face
	var glyphs, codes []uint16
	for line := range strings.Lines(recipe) {
		words := strings.Fields(line)
		switch {
		case len(words) == 2 && words[0] == "take":
			face = bundledFace(t, words[1])
		case len(words) == 3 && words[0] == "map":
			code, err := strconv.ParseUint(strings.TrimPrefix(words[1], "U+"), 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			glyph, _ := face.Glyph([]rune(words[2])[0])
			glyphs, codes = append(glyphs, glyph), append(codes, uint16(code))
		}
	}
	data := append([]byte(nil), face.Data()...)
	if len(codes) > 0 {
		var err error
		if data, err = fonts.SubsetPDF(face, glyphs, codes); err != nil {
			t.Fatal(err)
		}
	}
	for line := range strings.Lines(recipe) {
		words := strings.Fields(line)
		switch {
		case len(words) == 4 && words[0] == "set":
			if err := setBytes(data, words[1], words[2], words[3]); err != nil {
				t.Fatal(err)
			}
		case len(words) == 2 && words[0] == "cut":
			n, err := strconv.Atoi(words[1])
			if err != nil {
				t.Fatal(err)
			}
			data = data[:min(n, len(data))]
		}
	}
	return data
}

func bundledFace(t *testing.T, name string) *fonts.Face {
	t.Helper()
	for _, bundled := range []func() (*fonts.Family, error){fonts.Default, fonts.LargePrint} {
		family, err := bundled()
		if err != nil {
			t.Fatal(err)
		}
		for _, face := range family.Faces() {
			if face.Name == name {
				return face
			}
		}
	}
	t.Fatalf("no face %q is bundled", name)
	return nil
}

// setBytes writes bytes into a table of a font file.
func setBytes(font []byte, tag, offset, digits string) error {
	at, err := strconv.Atoi(offset)
	if err != nil {
		return err
	}
	value, err := hex.DecodeString(digits)
	if err != nil {
		return err
	}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if rec := font[12+16*i:]; string(rec[:4]) == tag {
			copy(font[int(binary.BigEndian.Uint32(rec[8:]))+at:], value)
			return nil
		}
	}
	return fmt.Errorf("the font has no table %q", tag)
}
