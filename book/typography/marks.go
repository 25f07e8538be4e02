package typography

import "strings"

// Marks are the quotation marks of a language, and the space that stands inside
// the outer ones.
type Marks struct {
	Open, Close           string
	InnerOpen, InnerClose string
	Inside                string // between a mark and the words: French only
	Before                string // before ; ! ? and », after «: French only
	BeforeColon           string // French only
	Thousands             string // between groups of figures that blanks part, "" in English
	Raised, Level         string // endings of ordinal numbers that are raised, or not
}

// MarksOf returns the marks of a language, given as a BCP 47 tag; those of English
// for one that it does not know.
func MarksOf(language string) Marks {
	primary, region, _ := strings.Cut(strings.ToLower(language), "-")
	m := quotesOf(primary, region)
	switch primary {
	case "en":
		m.Level = "st nd rd th"
	case "fr":
		m.Raised = "er re ers res e es nd nde nds ndes"
	}
	if primary != "en" {
		m.Thousands = "\u202f"
	}
	return m
}

// within returns the marks for a passage in another language: m's for quotations and
// the passage's own for the rest.
func (m Marks) within(passage Marks) Marks {
	passage.Open, passage.Close, passage.Inside = m.Open, m.Close, m.Inside
	passage.InnerOpen, passage.InnerClose = m.InnerOpen, m.InnerClose
	return passage
}

// quotesOf returns the marks of a language with the spaces that go with them.
func quotesOf(primary, region string) Marks {
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
		return Marks{Open: "«", Close: "»", InnerOpen: "“", InnerClose: "”", Inside: "\u202f", Before: "\u202f", BeforeColon: "\u00a0"}
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
