package book

import "strings"

// RightToLeft reports whether a language is written from right to left, in the script
// that its tag names or else in the one that it has by default (BCP 47; CLDR, "Likely
// Subtags").
func RightToLeft(tag string) bool {
	subtags := strings.Split(strings.ToLower(tag), "-")
	for _, s := range subtags[1:] {
		if len(s) == 1 {
			break // an extension, or private use
		}
		if len(s) == 4 && s[0] > '9' {
			return strings.Contains(" adlm arab aran hebr mand nkoo rohg samr syrc thaa ", " "+s+" ")
		}
	}
	switch subtags[0] {
	case "ar", "arc", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo",
		"pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi":
		return true
	}
	return false
}
