package hyphen

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed patterns/*.txt
var files embed.FS

// language is a set of patterns and the customs that go with it.
type language struct {
	tag         string // BCP 47
	file        string // name in patterns, without its ending
	left, right int    // fewest letters before and after a division
	lower       func(rune) rune
	load        func() *patterns
}

// languages lists what there is, in order of tags. French takes three letters after
// a division, and Greek two on either side, where the patterns would allow fewer:
// the custom of books.
var languages = sync.OnceValue(func() []language {
	list := []language{
		{tag: "ca", file: "ca", left: 2, right: 2},
		{tag: "cs", file: "cs", left: 2, right: 2},
		{tag: "de", file: "de-1996", left: 2, right: 2},
		{tag: "el", file: "el-monoton", left: 2, right: 2},
		{tag: "en", file: "en-us", left: 2, right: 3},
		{tag: "en-gb", file: "en-gb", left: 2, right: 3},
		{tag: "es", file: "es", left: 2, right: 2},
		{tag: "fr", file: "fr", left: 2, right: 3},
		{tag: "it", file: "it", left: 2, right: 2},
		{tag: "la", file: "la", left: 2, right: 2},
		{tag: "nl", file: "nl", left: 2, right: 2},
		{tag: "pl", file: "pl", left: 2, right: 2},
		{tag: "pt", file: "pt", left: 2, right: 3},
		{tag: "ru", file: "ru", left: 2, right: 2},
		{tag: "sk", file: "cs", left: 2, right: 2}, // made for both
		{tag: "tr", file: "tr", left: 2, right: 2, lower: unicode.TurkishCase.ToLower},
		{tag: "uk", file: "uk", left: 2, right: 2},
	}
	for i := range list {
		l := &list[i]
		if l.lower == nil {
			l.lower = unicode.ToLower
		}
		l.load = sync.OnceValue(func() *patterns { return readPatterns(l.file) })
	}
	return list
})

// lookUp returns the language of the longest beginning of tag for which there are
// patterns, or nil. British spelling is that of the whole Commonwealth but Canada.
func lookUp(tag string) *language {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	for _, region := range []string{"au", "ie", "in", "nz", "za"} {
		if tag == "en-"+region || strings.HasPrefix(tag, "en-"+region+"-") {
			tag = "en-gb"
		}
	}
	list := languages()
	for tag != "" {
		i, found := slices.BinarySearchFunc(list, tag, func(l language, tag string) int {
			return strings.Compare(l.tag, tag)
		})
		if found {
			return &list[i]
		}
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
	}
	return nil
}

// Languages returns the BCP 47 tags of the languages that have patterns, in order.
func Languages() []string {
	var tags []string
	for _, l := range languages() {
		tags = append(tags, l.tag)
	}
	return tags
}

// Licences returns the copyright notices and licences of all patterns.
func Licences() string { return read("LICENSES") }

// read returns an embedded file, or "" if there is none.
func read(name string) string {
	text, err := files.ReadFile("patterns/" + name + ".txt")
	if err != nil {
		return ""
	}
	return string(text)
}
