package wiki

import "bytes"

// maxTorn is how many lines a tag, a heading or a table row may be torn over.
const maxTorn = 40

// join makes whole what pandoc's line filling tore apart: tags, headings that
// hold a link, rows of pipe tables. A line end is overwritten by a blank, and so
// are the quote markers of the line after it, so that every offset stays true.
// Fenced code is left alone.
func join(text []byte) {
	fence := byte(0)
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		if f := fenceOf(text[start:end]); f != 0 && (fence == 0 || fence == f) {
			if fence == 0 {
				fence = f
			} else {
				fence = 0
			}
		} else if fence == 0 {
			end = joinLine(text, start, end)
		}
		start = end + 1
	}
}

// lineEnd returns the offset of the \n that ends the line of start, or the end
// of the text.
func lineEnd(text []byte, start int) int {
	if i := bytes.IndexByte(text[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(text)
}

// fenceOf returns the character of the code fence that the line is, or 0.
func fenceOf(line []byte) byte {
	line = bytes.TrimLeft(line, " >")
	if bytes.HasPrefix(line, []byte("```")) && bytes.IndexByte(line[3:], '`') < 0 {
		return '`'
	}
	if bytes.HasPrefix(line, []byte("~~~")) {
		return '~'
	}
	return 0
}

// joinLine joins what the line from start to end needs of the lines after it and
// returns the new end.
func joinLine(text []byte, start, end int) int {
	end = joinTags(text, start, end)
	mendPicture(text[start:end])
	switch body := bytes.TrimLeft(text[start:end], " >"); {
	case len(body) > 0 && body[0] == '#':
		for n := 0; n < maxTorn && openLinks(text[start:end]) > 0; n++ {
			next, ok := joinNext(text, end)
			if !ok {
				break
			}
			end = joinTags(text, start, next)
		}
	case len(body) > 1 && body[0] == '|' && !bytes.HasPrefix(text[start:end], []byte("    ")):
		for n := 0; n < maxTorn && !endsRow(text[start:end]); n++ {
			if rowAfter(text, end) || verseEnds(text, start, end) {
				break
			}
			next, ok := joinNext(text, end)
			if !ok {
				break
			}
			end = joinTags(text, start, next)
		}
	}
	return end
}

// endsRow reports whether a line of a table is whole.
func endsRow(line []byte) bool {
	line = bytes.TrimRight(line, " \t")
	return len(line) > 1 && line[len(line)-1] == '|' && line[len(line)-2] != '\\'
}

// rowAfter reports whether the line after end is a row of its own.
func rowAfter(text []byte, end int) bool {
	if end >= len(text) {
		return false
	}
	body := bytes.TrimLeft(text[end+1:lineEnd(text, end+1)], " >")
	return len(body) > 0 && body[0] == '|'
}

// verseEnds reports whether neither a line nor the next has a bar but at its start:
// then it is no row but pandoc's verse, of which the next is part only if it is
// indented.
func verseEnds(text []byte, start, end int) bool {
	next := text[min(end+1, len(text)):lineEnd(text, min(end+1, len(text)))]
	return bytes.Count(text[start:end], []byte{'|'}) == 1 && bytes.IndexByte(next, '|') < 0 &&
		!bytes.HasPrefix(bytes.TrimLeft(next, ">"), []byte(" "))
}

// openLinks returns how many <a> of the line have no </a>.
func openLinks(line []byte) int {
	if bytes.IndexByte(line, '<') < 0 {
		return 0
	}
	return bytes.Count(line, []byte("<a ")) - bytes.Count(line, []byte("</a>"))
}

// joinTags joins lines as long as the last of them ends inside a tag.
func joinTags(text []byte, start, end int) int {
	for i := start; ; {
		lt := bytes.IndexByte(text[i:end], '<')
		if lt < 0 {
			return end
		}
		i += lt
		if !tagStarts(text[i:end]) || i > 0 && text[i-1] == '\\' {
			i++
			continue
		}
		n, torn := tagLength(text[i:end])
		for lines := 0; torn && lines < maxTorn; lines++ {
			next, ok := tornEnd(text, i, end)
			if !ok {
				break
			}
			end = next
			n, torn = tagLength(text[i:end])
		}
		i += max(n, 1)
	}
}

// tornEnd joins the line after end if the tag at i can go on there. It looks
// ahead first: a sign that only resembles a tag must not join anything.
func tornEnd(text []byte, i, end int) (int, bool) {
	probe := make([]byte, 0, 256)
	probe = append(probe, text[i:end]...)
	for n, at := 0, end; n < maxTorn && at < len(text) && len(probe) < 4096; n++ {
		from, to, ok := nextLine(text, at)
		if !ok {
			return end, false
		}
		probe = append(append(probe, ' '), text[from:to]...)
		length, torn := tagLength(probe)
		if length > 0 {
			return joinNext(text, end)
		}
		if !torn {
			return end, false
		}
		at = to
	}
	return end, false
}

// nextLine returns the words of the line after end, without its quote markers;
// ok is false if it is blank or there is none.
func nextLine(text []byte, end int) (from, to int, ok bool) {
	if end >= len(text) {
		return end, end, false
	}
	from, to = end+1, lineEnd(text, end+1)
	for from < to && (text[from] == ' ' || text[from] == '>' || text[from] == '\t') {
		from++
	}
	return from, to, from < to
}

// joinNext overwrites the line end at end and the markers after it with blanks
// and returns the end of the joined line.
func joinNext(text []byte, end int) (int, bool) {
	from, to, ok := nextLine(text, end)
	if !ok {
		return end, false
	}
	for i := end; i < from; i++ {
		text[i] = ' '
	}
	return to, true
}

// mendPicture makes Markdown of a picture whose file name has quotes in it:
// ![]("A"_b.png ""A"_b.png"). The quotes inside become single ones.
func mendPicture(line []byte) {
	at := bytes.Index(line, []byte(`](`))
	if at < 0 || bytes.IndexByte(line, '"') < 0 || !bytes.HasPrefix(line, []byte("![")) {
		return
	}
	line = line[at+2:]
	end := bytes.Index(line, []byte(`")`))
	title := bytes.Index(line, []byte(` "`))
	if end < 0 || title < 0 || title >= end {
		return
	}
	for i := range line[:end] {
		if line[i] == '"' && i != title+1 {
			line[i] = '\''
		}
	}
}
