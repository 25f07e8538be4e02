package wiki

import (
	"net/netip"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// hasSite reports whether what follows a scheme names a site that a program that
// reads books can go to: "http://Some page" is a title that got a scheme by mistake,
// and leads nowhere. An address of mail needs none.
func hasSite(scheme, rest string) bool {
	if strings.EqualFold(scheme, "mailto") {
		return true
	}
	authority, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return false
	}
	if i := strings.IndexAny(authority, "/?#"); i >= 0 {
		authority = authority[:i]
	}
	user, site, ok := strings.Cut(authority, "@")
	if !ok {
		user, site = "", authority
	}
	if strings.ContainsFunc(user, isNoSite) {
		return false
	}
	if strings.HasPrefix(site, "[") {
		end := strings.IndexByte(site, ']')
		return end > 0 && isNumberedSite(site[1:end]) && isPort(site[end+1:])
	}
	host, port := site, ""
	if i := strings.IndexByte(site, ':'); i >= 0 {
		host, port = site[:i], site[i:]
	}
	return isHost(host) && isPort(port)
}

// isHost reports whether a name is such as the domain name system may hold (RFC 1035
// §2.3.4, RFC 3986 §3.2.2), once its characters are those that programs that look
// names up take them for (UTS #46 §4). A dot at the end says that the name is whole.
func isHost(host string) bool {
	const most, mostOfLabel = 253, 63 // bytes
	lookup := idna.New(idna.MapForLookup(), idna.StrictDomainName(false), idna.CheckHyphens(false))
	ascii, err := lookup.ToASCII(host)
	if err != nil || ascii == "" || len(ascii) > most || strings.ContainsFunc(ascii, isNoSite) {
		return false
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(ascii, "."), ".") {
		if label == "" || len(label) > mostOfLabel {
			return false
		}
	}
	return true
}

// isNumberedSite reports whether what stands in square brackets is an address of the
// sixth version of the Internet Protocol.
func isNumberedSite(s string) bool {
	number, err := netip.ParseAddr(s)
	return err == nil && number.Is6() && number.Zone() == ""
}

// isPort reports whether s is nothing or a colon and the number of a port, which may
// be left out.
func isPort(s string) bool {
	digits, ok := strings.CutPrefix(s, ":")
	if !ok || digits == "" {
		return s == "" || ok
	}
	_, err := strconv.ParseUint(digits, 10, 16)
	return err == nil
}

// isNoSite reports whether a character may not stand in the name of a site, nor in
// that of its user (URL Standard, "forbidden domain code point").
func isNoSite(r rune) bool {
	return r <= ' ' || r == 0x7F || r == '\uFFFD' || strings.ContainsRune("%/?#<>\"`{|}\\^[]@", r)
}
