package epub

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"publish/book"
)

// names hands out file names: short, lower-case ASCII, and unlike each other on
// every file system.
type names map[string]bool

// longest is the greatest length of a base name; the whole path stays far below
// the 255 bytes that archives and devices allow.
const longest = 60

// take returns a name that was not taken before, made of the given one.
func (n names) take(base, ext string) string {
	base = asciiName(base)
	name := base + ext
	for i := 2; n[name]; i++ {
		name = fmt.Sprintf("%s-%d%s", base, i, ext)
	}
	n[name] = true
	return name
}

// asciiName returns s in lower-case ASCII letters, digits and hyphens.
func asciiName(s string) string {
	var b strings.Builder
	for _, c := range []byte(strings.ToLower(s)) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			b.WriteByte(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	name := b.String()
	name = strings.Trim(name[:min(len(name), longest)], "-")
	if name == "" {
		return "file"
	}
	return name
}

// namePictures names the picture files of the publication.
func namePictures(pictures map[string]*book.Picture) map[string]string {
	taken := names{"cover.png": true, "cover.jpg": true}
	out := make(map[string]string, len(pictures))
	for _, key := range slices.Sorted(maps.Keys(pictures)) {
		base := key
		if i := strings.LastIndexByte(key, '.'); i > 0 {
			base = key[:i]
		}
		out[key] = taken.take(base, extension(pictures[key].Screen.MIME))
	}
	return out
}

// extension returns the extension of a picture's file name.
func extension(mime string) string {
	switch mime {
	case "image/jpeg":
		return ".jpg"
	case "image/svg+xml":
		return ".svg"
	}
	return ".png"
}
