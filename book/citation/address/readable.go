package address

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Readable returns an address as it is printed.
func Readable(address string) string {
	s := address
	for _, scheme := range []string{"https://", "http://"} {
		if rest, ok := cutFold(s, scheme); ok {
			s = rest
			break
		}
	}
	s, _, _ = strings.Cut(s, "#:~:text=")
	s = withoutCounters(s)
	if host, ok := strings.CutSuffix(s, "/"); ok && !strings.ContainsAny(host, "/?#") {
		s = host
	}
	return decoded(s)
}

func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) <= len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// withoutCounters takes the fields of a query that tell the site where a visitor came
// from.
func withoutCounters(s string) string {
	path, query, ok := strings.Cut(s, "?")
	if !ok {
		return s
	}
	query, fragment, hasFragment := strings.Cut(query, "#")
	var kept []string
	for field := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(field, "=")
		if !strings.HasPrefix(name, "utm_") && name != "fbclid" && name != "gclid" {
			kept = append(kept, field)
		}
	}
	if len(kept) > 0 {
		path += "?" + strings.Join(kept, "&")
	}
	if hasFragment {
		path += "#" + fragment
	}
	return path
}

// decoded returns an address with the letters that percent signs stand for, where all
// of them are letters and signs that the book's faces have and none means something in
// an address.
func decoded(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	plain, err := url.PathUnescape(s)
	if err != nil || !utf8.ValidString(plain) {
		return s
	}
	for i, r := range plain {
		if r < utf8.RuneSelf && strings.ContainsRune(" \"<>\\^`{|}%", r) || r < ' ' || r >= utf8.RuneSelf && !isPrinted(r) {
			return s
		}
		if strings.ContainsRune("?#&=+/", r) && strings.Count(plain[:i+1], string(r)) > strings.Count(s, string(r)) {
			return s
		}
	}
	return plain
}

// isPrinted reports whether a letter or sign is of a script that runs from left to
// right and that the book's faces have.
func isPrinted(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		strings.ContainsRune("’‘“”–—…·", r)
}

// wikiTitle returns the title of a page of a wiki that is in its address, with its
// section; "" for other addresses and for pages that are no articles.
func wikiTitle(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.RawQuery != "" {
		return ""
	}
	title, ok := strings.CutPrefix(u.Path, "/wiki/")
	if !ok || title == "" || strings.ContainsAny(title, "/:%") {
		return ""
	}
	if u.Fragment != "" && !strings.ContainsAny(u.Fragment, "=~%.") {
		title += " § " + u.Fragment
	}
	for _, r := range title {
		if r >= utf8.RuneSelf && r != '§' && !isPrinted(r) || r < ' ' {
			return ""
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(title, "_", " ")), " ")
}
