package account

import (
	"bytes"
	"strings"
)

// frontMatter returns the length of the YAML, or of pandoc's lines of title, authors
// and date, that a file starts with, 0 for none.
func frontMatter(src []byte) int {
	text := bytes.TrimPrefix(src, []byte("\uFEFF"))
	skipped := len(src) - len(text)
	if bytes.HasPrefix(text, []byte("% ")) {
		return skipped + titleBlock(text)
	}
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	if string(bytes.TrimRight(first, " \r")) != "---" {
		return 0
	}
	at := skipped + len(first) + 1
	for line := range bytes.Lines(rest) {
		at += len(line)
		switch string(bytes.TrimRight(line, " \r\n")) {
		case "---", "...":
			return at
		}
	}
	return 0
}

// titleBlock returns the length of the lines "% title", "% authors" and "% date", each
// with what is indented below it.
func titleBlock(text []byte) int {
	at, marks := 0, 0
	for line := range bytes.Lines(text) {
		switch {
		case line[0] == '%' && marks < 3:
			marks++
		case line[0] != ' ' || len(bytes.TrimSpace(line)) == 0:
			return at
		}
		at += len(line)
	}
	return at
}

// lineStart passes over what may stand at the start of a line and is no word: the
// marks of quotations, lists and fences, and the address of a link that is called
// elsewhere. It returns the offset of what comes after.
func (s *scanner) lineStart(i int) int {
	end := len(s.src)
	if n := bytes.IndexByte(s.src[i:], '\n'); n >= 0 {
		end = i + n
	}
	s.quoted = false
	for i < end {
		switch c := s.src[i]; {
		case c == ' ' || c == '\t':
			i++
		case c == '>':
			s.quoted = true
			s.end()
			i++
		default:
			n := marker(s.src[i:end])
			if n == 0 {
				return i
			}
			s.end()
			i += n
		}
	}
	return i
}

// marker returns the length of the mark that a line starts with: of an item of a
// list, or the whole line where it is a fence or defines the address of a link.
func marker(line []byte) int {
	switch {
	case bytes.HasPrefix(line, []byte("```")), bytes.HasPrefix(line, []byte("~~~")), bytes.HasPrefix(line, []byte(":::")):
		return len(line)
	case len(line) > 1 && strings.IndexByte("-*+", line[0]) >= 0 && line[1] == ' ':
		return 2
	case len(line) > 1 && line[0] == '[' && line[1] != '^':
		if end := bytes.Index(line, []byte("]:")); end > 0 && bytes.IndexByte(line[1:end], '[') < 0 {
			return len(line)
		}
		return 0
	}
	return numberLength(line)
}

// numberLength returns the length of the number or letter of a list's item: 1. 1)
// (a) iv. #. (@x), 0 for none.
func numberLength(line []byte) int {
	i := 0
	if i < len(line) && line[i] == '(' {
		i++
	}
	from := i
	for i < len(line) && i < from+9 && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	if i == from {
		for i < len(line) && i < from+6 && strings.IndexByte("ivxlcdmIVXLCDM", line[i]) >= 0 {
			i++
		}
	}
	if i == from && i < len(line) && (line[i] == '#' || line[i] == '@' || line[i]|0x20 >= 'a' && line[i]|0x20 <= 'z') {
		at := line[i] == '@'
		for i++; at && i < len(line) && line[i] != ')' && line[i] > ' '; {
			i++
		}
	}
	if i == from || i >= len(line) || line[i] != '.' && line[i] != ')' {
		return 0
	}
	if i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\r' {
		return 0
	}
	return i + 1
}
