package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// cutSites takes the name of the site that holds a page off either end of its title:
// "Title - Site", "Site: Title", "Title, Wikipedia".
func (p *Parser) cutSites(e *Entry, segs []segment) []segment {
	if n := len(segs); n > 1 && e.Container == "" {
		last, first := segs[n-1], segs[0]
		before := segs[n-2].after
		switch {
		case last.shape == plain && strings.ContainsRune("–|,", before) && p.isSite(e, last.text):
			e.Container, segs = line.Words(last.text), segs[:n-1]
		case n > 2 && isYear(last.text) && segs[n-2].shape == plain && strings.ContainsRune("–|,", segs[n-3].after) && p.isSite(e, segs[n-2].text):
			e.Container, segs = line.Words(segs[n-2].text), append(append([]segment(nil), segs[:n-2]...), last)
		case first.shape == plain && strings.ContainsRune(":–|", first.after) && first.after != 0 && p.isSite(e, first.text):
			e.Container, segs = line.Words(first.text), segs[1:]
		}
	}
	return segs
}

// isSite reports whether words name the site that the entry's address leads to.
func (p *Parser) isSite(e *Entry, words string) bool {
	words = line.Words(words)
	lower := strings.ToLower(words)
	if isHost(words) || p.words["site"][lower] {
		return true
	}
	host := HostOf(e.url())
	if host == "" || p.names.Person(words) == names.Likely {
		return false
	}
	joined := joinedWords(strings.TrimPrefix(lower, "the "))
	bare := strings.NewReplacer("-", "", ".", "").Replace(host)
	if len(joined) >= 4 && strings.Contains(bare, joined) {
		return true
	}
	short := initialsOf(words)
	label := strings.TrimSuffix(strings.SplitN(host, ".", 2)[0], "")
	return len(short) >= 3 && len(strings.Fields(words)) >= 3 && (label == short || len(label) >= 3 && strings.HasPrefix(label, short))
}

// isHost reports whether a word is the name of a host, as sites are called by it:
// libcom.org.
func isHost(s string) bool {
	if strings.ContainsAny(s, " @/") {
		return false
	}
	i := strings.LastIndexByte(s, '.')
	if i < 2 {
		return false
	}
	switch strings.ToLower(s[i+1:]) {
	case "org", "com", "net", "info", "edu", "gov", "eu", "uk", "de", "fr", "es", "it", "ca", "au", "nz", "blog", "news", "xyz", "io", "ch", "ru", "co", "us", "tv", "me":
		return !strings.HasSuffix(s[:i], ".")
	}
	return false
}

// HostOf returns the host of an address in small letters, without www.
func HostOf(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}

func joinedWords(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func initialsOf(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// url returns the address of an entry, as far as it is known yet.
func (e *Entry) url() string {
	switch {
	case e.Linked != nil:
		return e.Linked.URL
	case len(e.Addresses) > 0:
		return e.Addresses[0].URL
	case len(e.Links) > 0:
		return e.Links[0].URL
	}
	return ""
}

// nameInSlug reports whether the last part of the address has a word and then the
// title, as the addresses of libraries do: jane-doe-the-screw.
func (e *Entry) nameInSlug(name, title string) bool {
	slug := book.Slug(e.url()[strings.LastIndexByte(e.url(), '/')+1:])
	n, t := book.Slug(name), book.Slug(title)
	at := strings.Index(slug, n+"-")
	return n != "" && t != "" && at >= 0 && strings.HasPrefix(slug[at+len(n)+1:], t[:min(len(t), 12)]) && (at > 0 || !strings.HasPrefix(t, n))
}

// slugBegins reports whether the last part of the address begins with words and goes
// on with the title.
func (e *Entry) slugBegins(words, title string) bool {
	slug := book.Slug(e.url()[strings.LastIndexByte(e.url(), '/')+1:])
	w, t := book.Slug(line.Words(words)), book.Slug(line.Words(title))
	w = strings.TrimPrefix(w, "the-")
	slug = strings.TrimPrefix(slug, "the-")
	return w != "" && t != "" && isNamed(line.Words(words)) && len(strings.Fields(words)) < 5 && strings.HasPrefix(slug, w+"-") && strings.HasPrefix(slug[len(w)+1:], t[:min(len(t), 10)])
}
