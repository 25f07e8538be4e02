package epub

import "strings"

// rightToLeft reports whether a language is written from right to left in the
// script that it has by default.
func rightToLeft(tag string) bool {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch language {
	case "ar", "dv", "fa", "he", "iw", "ji", "ku", "ps", "sd", "ug", "ur", "yi":
		return !strings.Contains(strings.ToLower(tag), "latn")
	}
	return false
}
