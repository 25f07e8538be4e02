// Package address makes the bare addresses in notes and lists of works readable.
//
// An address that stands for itself loses its scheme, which every browser supplies, what
// serves only those who count visits, and the percent signs of letters of other
// alphabets; host, path and the rest stay, so that it can be typed from paper, and the
// link leads where it led. A note that is nothing but an address, or "Wikipedia" and an
// address, gets the title of the page before it where the source gives one: a list of
// works of the book has the same address with a title, or the address is that of a wiki,
// whose pages have their titles in their addresses.
//
// A title is never made of the words in other addresses: they are seldom all of it.
//
// Sources: Chicago 18, 13.6-13.12; RFC 3986 §3.1, §3.4; MediaWiki, Manual:Short URL
// and Help:Page name; URL Fragment Text Directives (WICG).
package address
