package index_test

import (
	"slices"
	"strings"
	"testing"

	"publish/book"
)

// headingsOf returns the headings of the index of one article, those of entries that
// only lead elsewhere with what they lead to.
func headingsOf(t *testing.T, name, text string) []string {
	t.Helper()
	b := indexed(name, text)
	check(t, b)
	var list []string
	for _, g := range b.Index.Groups {
		for _, e := range g.Entries {
			heading := book.PlainText(e.Heading)
			for _, ref := range e.See {
				heading += " -> " + book.PlainText(ref.Heading)
			}
			list = append(list, heading)
		}
	}
	return list
}

// wantHeadings holds that a heading is among those that an index has, and that another
// is not; "" for none.
func wantHeadings(t *testing.T, got []string, has, hasNot string) {
	t.Helper()
	if has != "" && !slices.Contains(got, has) {
		t.Errorf("no heading %q in %q", has, got)
	}
	if hasNot != "" && slices.Contains(got, hasNot) {
		t.Errorf("the heading %q in %q", hasNot, got)
	}
}

// TestFound holds by what signs the text's own words become headings.
func TestFound(t *testing.T) {
	filler := strings.Repeat("The makers laid the sheets on the boards, and the boards went to the loft where the wind was. ", 20)
	for _, test := range []struct{ name, text, has, hasNot string }{
		{"an abbreviation spells the name", "The loft belonged to the Joint Assembly on Felt (JAF). The JAF sold it, and the JAF bought it back.", "Joint Assembly on Felt", ""},
		{"a body of two nouns", "The Council of Labor and Defense paid for it. The Council of Labor and Defense paid twice.", "Council of Labor and Defense", "Council of Labor"},
		{"an epithet", "The loft was built under William the Sleepless. William the Sleepless paid for it.", "William the Sleepless", "Sleepless"},
		{"a surname that is a small word", "The tract of Thomas More pleased them, and Thomas More came.", "More, Thomas", ""},
		{"a list of persons", "The boards were cut by Emma Caslon, Ardo Brellin, and Rudolf Caslon.", "Brellin, Ardo", "Ardo Brellin"},
		{"initials apart", "The boards were cut by E.P. Thompson, and E.P. Thompson left.", "Thompson, E. P.", "Thompson, E.P."},
		{"a word in a heading", "## The Calendering\n\nThe calendering took a day. Then calendering stopped.", "calendering", ""},
		{"an event with its year", "## The Felters' Revolt (1381)\n\nThe felters rose, and the revolt spread.", "Felters' Revolt", ""},
		{"another name in quotation marks", "The felters met in Velta Nova or \"Free Meadow,\" by the mill. Free Meadow grew, and Velta Nova with it.", "Velta Nova", ""},
		{"a thing called after a person", "The loft kept to Orvel's number. Few knew Orvel's number by heart.", "Orvel's number", "Orvel"},
		{"just somebody's", "The loft fed Orvel's army. Later Orvel sold it, and Orvel left.", "Orvel", "Orvel's army"},
		{"a rebellion", "The loft burned in Dan Orvel's rebellion of 1740, and they mourned.", "Dan Orvel's rebellion", ""},
		{"a title with its subtitle", "Of this David Orvel wrote *Felt: The First Thousand Boards*, and they read it.", "Felt: The First Thousand Boards (Orvel)", ""},
		{"a title of one word", "The loft read Orvel's *Pressings* aloud, and Orvel came.", "Pressings (Orvel)", ""},
		{"a title between quotation marks", "The loft printed the pamphlet \"Boards Against Kings\" that year.", "Boards Against Kings", ""},
		{"a people", "The loft hired African Americans, and African Americans ran it.", "African Americans", ""},
		{"the ways of a people", "The loft hired a Kurdish felter, and a Kurdish dyer ran it.", "", "Kurdish"},
		{"a month for a given name", "The boards were cut by August Brellin, and they were sold in August 1870.", "Brellin, August", "Brellin"},
		{"a capital small word", "The loft was bought by Felters For Open Mills, and they paid.", "Felters For Open Mills", "Open Mills"},
		{"a purpose", "They met in the Society for the Study of Felting, and they paid.", "Society for the Study of Felting", "Society for the Study"},
		{"no international", "They set up the Orvelis international purchasing group, and they paid.", "", "Orvelis international"},
		{"a dash", "They stood in the Night -Felt Workers Front, and they paid.", "Felt Workers Front", "Night-Felt Workers Front"},
		{"what the text calls it", "There was much <a href=\"Feltish_Persecution_Of_Dyers\" class=\"wikilink\">persecution of dyers</a> then. The <a href=\"Feltish_Persecution_Of_Dyers\" class=\"wikilink\">persecution of dyers by felters</a> went on.", "persecution of dyers", "Feltish Persecution Of Dyers"},
		{"a label", "- **Rotation**: they changed places.\n- **Rotation**: again.", "", "Rotation"},
		{"a pact of two", "They signed the Orvel–Brellin Pact, and the Orvel–Brellin Pact held.", "Orvel-Brellin Pact", "Brellin Pact"},
		{"a title that is a sentence", "In June <a href=\"Riots_break_out_in_Velta\" class=\"wikilink\">Riots break out in Velta</a> was the news.", "", "Riots break out in Velta"},
		{"no doctrine", "The loft had a mechanism, and price mechanisms were disliked.", "", "price mechanisms"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := headingsOf(t, "Board", "Boards are old.\n\n"+filler+"\n\n"+test.text+"\n\n"+filler)
			wantHeadings(t, got, test.has, test.hasNot)
		})
	}
}

// TestBirthName holds that the name with which the subject of a chapter was born leads
// to it, and stands for it in the chapter.
func TestBirthName(t *testing.T) {
	got := headingsOf(t, "Kuno_Bellamy", "**Kuno Bellamy** (born **Donald Weems**; 1846–1886) was a papermaker and writer.\n\nWeems made paper in a mill. Then Weems took the name of Kuno Bellamy.\n\n<a href=\"Category:1846_births\">Category:1846 births</a>\n")
	if !slices.Contains(got, "Weems, Donald -> Bellamy, Kuno") {
		t.Errorf("no reference from the birth name in %q", got)
	}
	if slices.Contains(got, "Weems") {
		t.Errorf("the surname stands alone in %q", got)
	}
}
