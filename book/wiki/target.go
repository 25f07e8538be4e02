package wiki

import (
	"net/url"
	"path"
	"strings"

	"publish/book"
)

// wikiToken returns the opening of a link inside the wiki. What it leads to
// decides what it becomes: an article, a category of this article, or text.
func (c *converter) wikiToken(href, title string, off int) token {
	t := token{elem: elemNoLink, off: off}
	ns, rest := namespace(href)
	switch ns {
	case "category", "catgeory":
		if !strings.HasPrefix(strings.TrimSpace(href), ":") {
			t.elem = elemCategory
			c.category(rest)
		}
		return t
	case "":
	default:
		return t
	}
	target, fragment, _ := strings.Cut(href, "#")
	if strings.HasPrefix(fragment, "^") { // a block, as notebooks mark them
		fragment = ""
	}
	t.elem = elemWiki
	t.node = &book.WikiLink{
		Pos:      c.src.pos(off),
		Target:   pageTitle(target),
		Fragment: sectionName(fragment),
		Title:    title,
	}
	return t
}

// namespace returns the namespace or sister wiki that a link leads to, in lower
// case, and the rest of the title; ns is "" for articles, whose titles may hold
// a colon too ("Debt: The First 5,000 Years").
func namespace(href string) (ns, rest string) {
	ns, rest, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(href), ":"), ":")
	if !ok {
		return "", href
	}
	ns = strings.ToLower(strings.ReplaceAll(ns, " ", "_"))
	switch ns {
	case "category", "catgeory", // the typing error is common enough
		"file", "image", "media", "special", "template", "template_talk", "user", "user_talk", "talk",
		"project", "project_talk", "help", "mediawiki", "module", "category_talk", "file_talk",
		"wikipedia", "w", "wp", "en", "m", "meta", "mh", "miraheze", "mw", "s", "wikisource", "wikt", "wiktionary",
		"commons", "c", "phorge", "phabricator", "d", "wikidata", "b", "n", "q", "wikiquote", "v", "voy", "species", "irc":
		return ns, rest
	}
	return "", href
}

// pageTitle returns the wiki title that a link's target names.
func pageTitle(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(book.Visible(percentDecode(s)), "_", " "))
}

// sectionName returns the title of a section from a fragment; MediaWiki once
// wrote ".22" for what is "%22" elsewhere.
func sectionName(s string) string {
	if s == "" {
		return ""
	}
	s = percentDecode(s)
	if strings.IndexByte(s, '.') >= 0 {
		s = dotDecode(s)
	}
	return strings.TrimSpace(strings.ReplaceAll(s, "_", " "))
}

func percentDecode(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	if d, err := url.PathUnescape(s); err == nil && strings.ToValidUTF8(d, "") == d {
		return d
	}
	return s
}

// dotDecode resolves .XX where it stands for punctuation or a byte beyond ASCII.
func dotDecode(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '.' && i+2 < len(s) {
			hi, lo := hexValue(s[i+1]), hexValue(s[i+2])
			if v := hi<<4 | lo; hi >= 2 && lo >= 0 && (v >= 0x80 || isPunct(byte(v)) || v == ' ') {
				b.WriteByte(byte(v))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	if d := b.String(); strings.ToValidUTF8(d, "") == d {
		return d
	}
	return s
}

func hexValue(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// linkToken returns the opening of a link by address. An address without a
// scheme that names a section or a Markdown file leads inside the wiki; one with
// an unsafe scheme leads nowhere.
func (c *converter) linkToken(address, title string, off int) token {
	t := token{elem: elemNoLink, off: off}
	address = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(address), "%20"))
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	address = documentAddress(address)
	scheme, rest, ok := strings.Cut(address, ":")
	if ok && safeScheme(scheme) && hasSite(scheme, rest) && len(address) <= maxAddress {
		t.elem = elemLink
		t.node = &book.Link{Pos: c.src.pos(off), URL: cleanURL(strings.ToLower(scheme) + ":" + rest)}
		return t
	}
	if target, ok := relativePage(address); ok {
		return c.wikiToken(target, title, off)
	}
	c.diags.Add(book.LinkAddress, c.src.pos(off), "the address %q cannot be followed", shortAddress(address))
	return t
}

// documentAddress returns the address of a document that is named by its number, as
// the foundation that gives these numbers asks to write it (DOI Handbook, 3.8); other
// addresses as they are.
func documentAddress(address string) string {
	scheme, number, ok := strings.Cut(address, ":")
	if !ok || !strings.EqualFold(scheme, "doi") {
		return address
	}
	if _, after, ok := strings.Cut(number, "doi.org/"); ok { // the address was written after the scheme
		number = after
	}
	if number = strings.TrimSpace(number); !strings.HasPrefix(number, "10.") {
		return address
	}
	return "https://doi.org/" + number
}

// relativePage returns the page that a relative address leads to: a section of the
// same page, a file of Markdown in whatever folder, or a name without an extension,
// as some wikis write links. A file of another kind is no page.
func relativePage(address string) (target string, ok bool) {
	page, fragment, found := strings.Cut(address, "#")
	if found {
		fragment = "#" + fragment
	}
	ext := path.Ext(page)
	switch {
	case page == "":
		return fragment, len(fragment) > 1
	case strings.ContainsAny(page, ":?\\<>") || strings.HasPrefix(page, "/"):
		return "", false
	case ext == ".md" || ext == ".markdown":
		return strings.TrimSuffix(path.Base(page), ext) + fragment, true
	case ext == "" && !strings.HasSuffix(page, "/") && !strings.Contains(page, ".."):
		return strings.TrimPrefix(page, "./") + fragment, true
	}
	return "", false
}

// shortAddress returns an address as a message shows it.
func shortAddress(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

func safeScheme(s string) bool {
	switch strings.ToLower(s) {
	case "http", "https", "mailto", "ftp":
		return true
	}
	return false
}

// cleanURL encodes what may not stand in an address.
func cleanURL(s string) string {
	if !strings.ContainsAny(s, " \t\n\"<>`\\^{|}") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || strings.IndexByte("\"<>`\\^{|}", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
