package index_test

import (
	"strings"
	"testing"

	"publish/book"
)

const loft = "The makers laid the sheets on the boards, and the boards went to the loft where the wind was. "

// TestSubjects holds which common nouns become headings though no link leads to them.
func TestSubjects(t *testing.T) {
	for _, test := range []struct{ name, text, has, hasNot string }{
		{"a subject that the text comes back to", "The strike began in spring. The strike was long.\n\nA second strike came, and the strikes went on.", "strikes", ""},
		{"a phrase", "They spoke of free will. Nobody has free will in a loft.", "free will", ""},
		{"a doctrine with a capital", "They read of Marxism. Some said that Marxism was old, and that Marxism was young.\n\nThen they asked what Marxism was, and whether Marxism was felt.\n\nFor Marxism, said some, is felt, and to them Marxism was.", "Marxism", ""},
		{"a wide subject in passing", "They had no government, and wanted no government.", "", "government"},
		{"a wide subject with a section", "## Education\n\nThe education of felters took a year.", "education", ""},
		{"a verb", "They profit by felt. They profit by boards. They profit by wind. They profit by all.", "", "profit"},
		{"a part of a name", "The Free Market Hall stood there. The Free Market Hall burned.", "", "free market"},
		{"a heading of every life", "## Career\n\nThe career of a felter took a year.", "", "career"},
	} {
		t.Run(test.name, func(t *testing.T) {
			filler := strings.Repeat(loft, 20)
			got := headingsOf(t, "Board", "Boards are old.\n\n"+filler+"\n\n"+test.text+"\n\n"+filler)
			wantHeadings(t, got, test.has, test.hasNot)
		})
	}
}

// TestKindred holds that a subject is found where the text has other words of its family.
func TestKindred(t *testing.T) {
	for _, test := range []struct{ subject, other string }{
		{"bureaucracy", "bureaucratic"}, {"decentralization", "decentralized"}, {"infiltration", "infiltrated"}, {"sabotage", "sabotaged"},
		{"hierarchy", "hierarchical"}, {"autonomy", "autonomous"}, {"persecution", "persecuted"}, {"repression", "repressed"},
	} {
		t.Run(test.subject, func(t *testing.T) {
			text := "Boards are old.\n\n" + strings.Repeat(loft, 20) +
				"\n\n## First loft\n\n" + strings.Repeat("There was much "+test.subject+" in the loft, and of "+test.subject+" they spoke. ", 4) + "\n\n## Second loft\n\n" + loft +
				"\n\n" + loft + "\n\n" + loft + "\n\n## Third loft\n\nThere all was " + test.other + ", and they knew it."
			if n := locatorsOf(t, text, test.subject); n != 2 {
				t.Errorf("%d locators, want one in the first section and one in the third", n)
			}
		})
	}
}

// locatorsOf returns how many locators a heading has in the index of an article.
func locatorsOf(t *testing.T, text, heading string) int {
	t.Helper()
	for _, g := range indexed("Board", text).Index.Groups {
		for _, e := range g.Entries {
			if book.PlainText(e.Heading) == heading {
				return len(e.Locators)
			}
		}
	}
	return 0
}
