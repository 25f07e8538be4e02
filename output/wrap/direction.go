package wrap

import "strings"

// ReadsUpwards reports whether titles on the spines of books in a language are read from
// the foot to the head by custom. In English, Dutch and the languages of Scandinavia and
// Finland they run down, as ISO 6357 and ANSI/NISO Z39.41 have it, so that they are
// upright on a book that lies on its back; in those of the continent of Europe and of
// Latin America they run up. Books in other languages follow the standard.
func ReadsUpwards(tag string) bool {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch language {
	case "bg", "bs", "ca", "cs", "de", "el", "es", "et", "eu", "fr", "gl", "hr", "hu", "it", "lt", "lv", "mk", "oc",
		"pl", "pt", "ro", "ru", "be", "sk", "sl", "sq", "sr", "uk":
		return true
	}
	return false
}
