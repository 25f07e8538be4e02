package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/wiki"
)

// withoutConsequences drops what follows from another message: a file that could not
// be understood has no text, and front matter that could not be read is missing.
func withoutConsequences(diags book.Diags) book.Diags {
	unread, unopened := map[string]bool{}, map[book.Pos]bool{}
	for _, d := range diags {
		switch d.Code {
		case book.EncodingUnknown:
			unread[d.File] = true
		case book.ArticleUnread, book.PathOutside:
			unopened[d.Pos] = true
		}
	}
	return slices.DeleteFunc(diags, func(d book.Diag) bool {
		return d.Code == book.ArticleEmpty && unread[d.File] || d.Code == book.ArticleMissing && unopened[d.Pos]
	})
}

// placeGlyphs finds the places of characters that have no glyph. The pages know of a
// text only where it begins; the character stands in its file there or later.
func (s *source) placeGlyphs(diags book.Diags) {
	texts := map[string][]byte{}
	for i, d := range diags {
		if d.Code != book.GlyphMissing || d.Line == 0 {
			continue
		}
		src, ok := texts[d.File]
		if !ok {
			src, _ = s.from.ReadFile(d.File) // without it the place stays
			src, _ = wiki.Decode(src)
			texts[d.File] = src
		}
		if r, ok := missingGlyph(d); ok {
			diags[i].Pos = placeOf(src, d.Pos, r)
		}
	}
}

// missingGlyph returns the character that a message names by its number.
func missingGlyph(d book.Diag) (rune, bool) {
	var r rune
	at := strings.LastIndex(d.Text, "(U+")
	if at < 0 {
		return 0, false
	}
	_, err := fmt.Sscanf(d.Text[at:], "(U+%X)", &r)
	return r, err == nil
}

// placeOf returns the place of the first r in a file from pos on, pos if there is
// none.
func placeOf(src []byte, pos book.Pos, r rune) book.Pos {
	line := 1
	for text := range bytes.Lines(src) {
		from := 0
		if line == pos.Line {
			from = min(pos.Col-1, len(text))
		}
		if line >= pos.Line {
			if at := bytes.Index(text[from:], utf8.AppendRune(nil, r)); at >= 0 {
				return book.Pos{File: pos.File, Line: line, Col: from + at + 1}
			}
		}
		line++
	}
	return pos
}
