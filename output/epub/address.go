package epub

import (
	"strings"

	"golang.org/x/net/idna"
)

// address returns a URL as a href may hold it: host in ASCII, everything else
// percent-encoded that RFC 3986 does not allow as it stands. What is encoded
// already stays as it is.
func address(raw string) string {
	raw = strings.TrimSpace(raw)
	scheme, rest, ok := strings.Cut(raw, "://")
	if !ok {
		return encode(raw)
	}
	authority, path := rest, ""
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority, path = rest[:i], rest[i:]
	}
	return strings.ToLower(scheme) + "://" + asciiAuthority(authority) + encode(path)
}

// asciiAuthority returns user, host and port with the host in ASCII (RFC 3986
// §3.2, RFC 5891).
func asciiAuthority(s string) string {
	if strings.HasPrefix(s, "[") { // an address of IPv6
		return s
	}
	user, host := "", s
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		user, host = encode(s[:i])+"@", s[i+1:]
	}
	host, port, hasPort := strings.Cut(host, ":")
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	} else {
		host = encode(host)
	}
	if hasPort {
		host += ":" + port
	}
	return user + host
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
