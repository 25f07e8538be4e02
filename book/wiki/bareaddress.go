package wiki

import (
	"bytes"
	"strings"

	"publish/book"
)

// youtube turns <youtube>ID</youtube> into a link to the film.
func (c *converter) youtube(buf []byte, i, n int) int {
	rest := strings.ToLower(string(buf[i+n : min(len(buf), i+n+300)]))
	end := strings.Index(rest, "</youtube>")
	if end < 0 || buf[i+1] == '/' {
		return c.skip(book.DropMarkup, i, n)
	}
	url := strings.TrimSpace(string(buf[i+n : i+n+end]))
	if !strings.Contains(url, "://") {
		url = "https://www.youtube.com/watch?v=" + url
	}
	off := c.run.off(i)
	c.cut(i)
	c.from = i + n + end + len("</youtube>")
	c.address(url, url, off)
	return n + end + len("</youtube>")
}

// bareAddress makes a link of an address in the text; i is at its colon.
func (c *converter) bareAddress(buf []byte, i int) int {
	if c.linkDepth > 0 || !bytes.HasPrefix(buf[i:], []byte("://")) {
		return 0
	}
	start := i
	for start > c.from && isLetter(buf[start-1]) {
		start--
	}
	scheme := strings.ToLower(string(buf[start:i]))
	if scheme != "http" && scheme != "https" && scheme != "ftp" {
		return 0
	}
	end := addressEnd(buf, i+3)
	if end == i+3 {
		return 0
	}
	off := c.run.off(start)
	c.cut(start)
	c.from = end
	c.address(string(buf[start:end]), string(buf[start:end]), off)
	return end - i
}

// siteName makes a link of an address without a scheme, www.example.org, at i (GFM
// 0.29 §6.9).
func (c *converter) siteName(buf []byte, i int) int {
	const www = "www."
	if c.linkDepth > 0 || !bytes.EqualFold(buf[i:min(len(buf), i+len(www))], []byte(www)) || !addressMayStart(buf, i) {
		return 0
	}
	end := addressEnd(buf[:min(len(buf), i+maxAddress)], i+len(www))
	host := string(buf[i+len(www) : end])
	if at := strings.IndexAny(host, "/?#:"); at >= 0 {
		host = host[:at]
	}
	if dot := strings.LastIndexByte(host, '.'); dot < 1 || !isLetter(lastByte(host)) {
		return 0
	}
	off := c.run.off(i)
	c.cut(i)
	c.from = end
	c.address("http://"+string(buf[i:end]), string(buf[i:end]), off)
	return end - i
}

func lastByte(s string) byte { return s[len(s)-1] }

// addressMayStart reports whether what stands before i may stand before an address.
func addressMayStart(buf []byte, i int) bool {
	return i == 0 || strings.IndexByte(" (*_~\"'[", buf[i-1]) >= 0
}

// mailAddress makes a link of an address of electronic mail; i is at its sign (GFM
// 0.29 §6.9).
func (c *converter) mailAddress(buf []byte, i int) int {
	start := i
	for start > c.from && (isLetter(buf[start-1]) || isDigit(buf[start-1]) || strings.IndexByte(".-_+", buf[start-1]) >= 0) {
		start--
	}
	end, dot := i+1, 0
	for end < len(buf) && (isLetter(buf[end]) || isDigit(buf[end]) || strings.IndexByte(".-_", buf[end]) >= 0) {
		if buf[end] == '.' && end+1 < len(buf) && isLetter(buf[end+1]) {
			dot = end
		}
		end++
	}
	for end > i+1 && strings.IndexByte(".-_", buf[end-1]) >= 0 {
		end--
	}
	if c.linkDepth > 0 || c.escaped(i) || start == i || dot <= i+1 || dot >= end || !addressMayStart(buf, start) {
		return 0
	}
	off := c.run.off(start)
	c.cut(start)
	c.from = end
	c.address("mailto:"+string(buf[start:end]), string(buf[start:end]), off)
	return end - i
}

// address adds a link whose text is its address, or what people write of it, inside
// a run.
func (c *converter) address(url, label string, off int) {
	t := c.linkToken(url, "", off)
	if link, ok := t.node.(*book.Link); ok {
		link.Bare = true
	}
	t.kind = tokOpen
	c.tokens = append(c.tokens, t,
		token{kind: tokText, text: label, off: off},
		token{kind: tokShut, elem: t.elem})
}

// addressEnd returns the end of the address that goes on at i: at a blank or a
// bracket, without the punctuation of the sentence round it (GFM 0.29 §6.9).
func addressEnd(buf []byte, i int) int {
	end, parens := i, 0
	for end < len(buf) && buf[end] > ' ' && strings.IndexByte("<>[]{}|\"\\^`", buf[end]) < 0 && !bytes.HasPrefix(buf[end:], []byte("\u00A0")) {
		switch buf[end] {
		case '(':
			parens++
		case ')':
			parens--
		}
		end++
	}
	for end > i {
		c := buf[end-1]
		if c == ')' && parens < 0 {
			parens++
		} else if strings.IndexByte(".,;:!?'*_~", c) < 0 {
			for _, quote := range []string{"”", "’", "“", "‘"} {
				if bytes.HasSuffix(buf[i:end], []byte(quote)) {
					end -= len(quote) - 1
					c = 0
				}
			}
			if c != 0 {
				break
			}
		}
		end--
	}
	return end
}
