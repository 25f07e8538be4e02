package typography

import "strings"

// Marks are the quotation marks of a language, and the space that stands inside
// the outer ones.
type Marks struct {
	Open, Close           string
	InnerOpen, InnerClose string
	Inside                string // between a mark and the words: French only
	Before                string // before ; ! ? and :, French only
}

// MarksOf returns the marks of a language, given as a BCP 47 tag; those of English
// for one that it does not know.
func MarksOf(language string) Marks {
	primary, region, _ := strings.Cut(strings.ToLower(language), "-")
	switch primary {
	case "de", "cs", "sk", "sl", "bg", "et", "lt", "is", "ka":
		if region == "ch" || region == "li" {
			return Marks{Open: "«", Close: "»", InnerOpen: "‹", InnerClose: "›"}
		}
		return Marks{Open: "„", Close: "“", InnerOpen: "‚", InnerClose: "‘"}
	case "fr":
		if region == "ch" {
			return Marks{Open: "«", Close: "»", InnerOpen: "‹", InnerClose: "›"}
		}
		return Marks{Open: "«", Close: "»", InnerOpen: "“", InnerClose: "”", Inside: "\u202f", Before: "\u202f"}
	case "es", "it", "ca", "gl", "ru", "uk", "be", "el", "no", "nb", "nn", "eu":
		return Marks{Open: "«", Close: "»", InnerOpen: "“", InnerClose: "”"}
	case "pl", "ro", "hu", "hr", "sr":
		return Marks{Open: "„", Close: "”", InnerOpen: "‚", InnerClose: "’"}
	case "sv", "fi":
		return Marks{Open: "”", Close: "”", InnerOpen: "’", InnerClose: "’"}
	case "da":
		return Marks{Open: "»", Close: "«", InnerOpen: "›", InnerClose: "‹"}
	}
	return Marks{Open: "“", Close: "”", InnerOpen: "‘", InnerClose: "’"}
}
