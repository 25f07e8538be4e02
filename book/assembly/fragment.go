package assembly

import (
	"net/url"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"publish/book"
)

// nameSection notes the names by which links know a section with the heading plain:
// its words, of which MediaWiki numbers the second and later of one page ("Notes_2");
// and the slug that GitHub and pandoc make of them, numbered likewise ("notes-1").
func (d *draft) nameSection(plain, id string) {
	numbered(d.sections, fragmentKey(plain), " ", 2, id)
	github := hyphened(plain, "")
	pandoc := strings.TrimLeftFunc(hyphened(plain, "."), func(r rune) bool { return !unicode.IsLetter(r) })
	numbered(d.slugs, github, "-", 1, id)
	if pandoc != github {
		numbered(d.slugs, pandoc, "-", 1, id)
	}
}

// maxNamesakes is how many sections of one name are told apart.
const maxNamesakes = 100

// numbered enters an ID under a name, or under the name and the next number, from
// first on, that is free.
func numbered(ids map[string]string, key, gap string, first int, id string) {
	name := key
	for n := first; n < first+maxNamesakes && key != ""; n++ {
		if ids[name] == "" {
			ids[name] = id
			return
		}
		name = key + gap + strconv.Itoa(n)
	}
}

// hyphened returns the slug of a heading: its letters and digits in lower case,
// hyphens for blanks, hyphens and low lines, and the other signs named (pandoc's
// manual, Extension: auto_identifiers).
func hyphened(plain, others string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return unicode.ToLower(r)
		case r == '-' || r == '_' || r < 0x80 && strings.ContainsRune(others, r):
			return r
		case unicode.IsSpace(r):
			return '-'
		}
		return -1
	}, plain)
}

// maxLead is how many lines above a heading a name may stand that means it.
const maxLead = 3

// nameAnchors notes the names that the source itself gives to places: they lead to
// the heading that they stand at or just above, else to that of their section.
func (d *draft) nameAnchors(headings []*book.Heading) {
	for _, a := range d.article.Anchors {
		if d.slugs[a.ID] != "" {
			continue
		}
		next := sort.Search(len(headings), func(i int) bool { return headings[i].Line >= a.Line })
		switch {
		case next < len(headings) && headings[next].Line <= a.Line+maxLead && !d.hasBlock(a.Line, headings[next].Line):
			d.slugs[a.ID] = headings[next].ID
		case next > 0:
			d.slugs[a.ID] = headings[next-1].ID
		default:
			d.slugs[a.ID] = d.ID
		}
	}
}

// hasBlock reports whether a block of the chapter starts between two lines, the
// second excluded.
func (d *draft) hasBlock(from, to int) bool {
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Position().Line >= from })
	return i < len(d.Blocks) && d.Blocks[i].Position().Line < to
}

// section returns the ID of the section that a fragment names.
func (d *draft) section(fragment string) (id string, ok bool) {
	for _, name := range []string{fragment, decodeFragment(fragment, '.'), decodeFragment(fragment, '%')} {
		if id, ok = d.sections[fragmentKey(name)]; ok {
			return id, true
		}
	}
	for _, name := range []string{fragment, strings.ReplaceAll(fragment, " ", "_"), strings.ToLower(fragment)} {
		if id, ok = d.slugs[name]; ok {
			return id, true
		}
	}
	return "", false
}

// fragmentKey returns the name of a section in the form by which links find it.
func fragmentKey(s string) string {
	s = strings.ReplaceAll(s, "_", " ")
	return book.FoldTitle(strings.Join(strings.Fields(s), " "))
}

// decodeFragment resolves the hexadecimal escapes of a fragment, which older
// wikis begin with a full stop instead of a per cent sign.
func decodeFragment(s string, mark byte) string {
	if mark == '.' {
		var b strings.Builder
		for i := 0; i < len(s); i++ {
			if s[i] == '.' && i+2 < len(s) && isUpperHex(s[i+1]) && isUpperHex(s[i+2]) {
				b.WriteByte('%')
			} else {
				b.WriteByte(s[i])
			}
		}
		s = b.String()
	}
	if decoded, err := url.PathUnescape(s); err == nil {
		return decoded
	}
	return s
}

func isUpperHex(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'F' }
