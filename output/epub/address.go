package epub

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// address returns a URL as a href may hold it: host in ASCII, everything else
// percent-encoded that RFC 3986 does not allow as it stands. What is encoded
// already stays as it is.
func address(raw string) string {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return encode(raw)
	}
	rest := raw[strings.Index(raw, "//")+2:]
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[i:]
	} else {
		rest = ""
	}
	host := u.Host
	if ascii, err := idna.Lookup.ToASCII(u.Hostname()); err == nil && !strings.HasPrefix(host, "[") {
		host = ascii
		if port := u.Port(); port != "" {
			host += ":" + port
		}
	}
	if u.User != nil {
		host = u.User.String() + "@" + host
	}
	return strings.ToLower(u.Scheme) + "://" + host + encode(rest)
}

// encode percent-encodes the bytes that may not stand in a URL. Only the first #
// begins a fragment.
func encode(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	fragment := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		ok := allowed(c)
		switch {
		case c == '%':
			ok = i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])
		case c == '#':
			ok = !fragment
			fragment = true
		}
		if ok {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return b.String()
}

// allowed reports whether a byte is one of the unreserved or reserved characters
// of RFC 3986 §2, brackets left out: they are for hosts only.
func allowed(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	}
	return strings.IndexByte("-._~:/?#@!$&'()*+,;=", c) >= 0
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
