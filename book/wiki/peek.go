package wiki

import (
	"bytes"
	"html"
	"net/url"
	"strings"
	"unicode"

	"publish/book"
)

// Peek returns an article of which only name, title, redirect and categories are
// known: what a book needs of an article that is not a chapter of it. It costs a
// small part of [Read]. A redirect is read in full. Src is not changed.
func Peek(file, name string, src []byte) *book.Article {
	if text, encoding := Decode(src); encoding != "" {
		src = text
	}
	if mayRedirect(src) {
		a, _ := Read(file, name, src)
		return a
	}
	return &book.Article{Pos: book.Pos{File: file}, Name: name, Title: titleOf(name), Categories: categoriesOf(src)}
}

// mayRedirect reports whether a file could be a redirect: the word stands in its
// first lines.
func mayRedirect(src []byte) bool {
	return bytes.Contains(bytes.ToLower(src[:min(len(src), 256)]), []byte("redirect"))
}

// categoriesOf finds the links to categories in the text of a file, each once.
func categoriesOf(src []byte) []string {
	const mark = `href="`
	var found []string
	seen := map[string]bool{}
	for rest := src; ; {
		at := bytes.Index(rest, []byte(mark))
		if at < 0 {
			return found
		}
		rest = rest[at+len(mark):]
		end := bytes.IndexByte(rest, '"')
		if end < 0 {
			return found
		}
		name, ok := categoryName(rest[:end])
		if ok && !seen[name] {
			seen[name] = true
			found = append(found, name)
		}
		rest = rest[end:]
	}
}

// categoryName returns the category that the address of a link names.
func categoryName(address []byte) (string, bool) {
	space, name, ok := bytes.Cut(address, []byte{':'})
	if !ok || !bytes.EqualFold(space, []byte("category")) && !bytes.EqualFold(space, []byte("catgeory")) {
		return "", false
	}
	title := html.UnescapeString(string(name))
	if decoded, err := url.PathUnescape(title); err == nil {
		title = decoded
	}
	title = strings.Join(strings.FieldsFunc(title, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	return title, title != ""
}
