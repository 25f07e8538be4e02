package wiki

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"publish/book"
)

// hostileInputs is input made to break a reader, or to cost it more than its length
// is worth.
func hostileInputs() map[string]string {
	const n = 30_000
	return map[string]string{
		"quotes":         strings.Repeat("> ", 10_000) + "deep\n",
		"many quotes":    strings.Repeat(strings.Repeat(">", 10_000)+" x\n", 20),
		"lists":          strings.Repeat("- ", 10_000) + "deep\n",
		"numbers":        strings.Repeat("1. ", 10_000) + "deep\n",
		"long line":      strings.Repeat("word ", 800_000),
		"brackets":       strings.Repeat("[", n),
		"bracket pairs":  strings.Repeat("[]", n),
		"wiki brackets":  strings.Repeat("[[", n),
		"images":         strings.Repeat("![", n),
		"stars":          strings.Repeat("*a ", n),
		"strong":         strings.Repeat("**a ", n),
		"mixed stars":    strings.Repeat("*a _b ", n),
		"escaped stars":  strings.Repeat(`\*a `, n),
		"quotes signs":   strings.Repeat("''a ", n),
		"open tags":      strings.Repeat("<em>", n),
		"torn tags":      strings.Repeat("<a href=\"x\n", n),
		"open tables":    strings.Repeat("<table>\n", n),
		"nested tables":  strings.Repeat("<table><tr><td>", 20_000) + strings.Repeat("</td></tr></table>", 20_000),
		"comments":       strings.Repeat("<!--\n\n", n),
		"inline comment": strings.Repeat("a <!-- ", n),
		"templates":      strings.Repeat("{{a ", n),
		"refs":           strings.Repeat(`\<ref\>`, n),
		"notes":          strings.Repeat("[^1]", n),
		"definitions":    strings.Repeat("[^1]: x\n\n", 20_000),
		"half quotes":    strings.Repeat("'a b '' ", 20_000),
		"wide table":     "|" + strings.Repeat("a|", 20_000) + "\n|" + strings.Repeat("-|", 20_000) + "\n|" + strings.Repeat("b|", 20_000) + "\n",
		"long table":     "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 50_000),
		"rows":           strings.Repeat("| a\n", n),
		"ticks":          tickRuns(1000),
		"blockquotes":    strings.Repeat("<blockquote>\n\n", 20_000),
		"ends":           strings.Repeat("</em>", n),
		"overlap":        strings.Repeat("<em><strong></em></strong>x", 20_000),
		"headings":       strings.Repeat("# <a href=\"x\">\n", n),
		"entities":       strings.Repeat("&amp", n),
		"addresses":      "http://" + strings.Repeat("(", n) + strings.Repeat(".", n),
		"underlines":     "a" + strings.Repeat("_", n),
		"nested items":   nestedItems(400),
		"links":          strings.Repeat("[a](", n),
		"pictures":       strings.Repeat("![a](b", n),
		"labels":         strings.Repeat("[a][", n),
		"balanced":       strings.Repeat("[", n) + "a" + strings.Repeat("]", n),
		"titles":         strings.Repeat("[a](b (", n),
		"link lines":     strings.Repeat("[a]: b\n", 100_000),
		"site names":     strings.Repeat("(www.", n),
		"mail":           strings.Repeat("a@a.", n),
		"marked":         strings.Repeat("==a ", n),
		"remarks":        strings.Repeat("%%a ", n),
		"parameters":     strings.Repeat("{{{a|", n),
		"named":          strings.Repeat("{{a|`b` ", n),
		"numerals":       strings.Repeat("mm. x\n\n", n),
		"letters":        strings.Repeat("a. x\n\n", n),
		"second far off": strings.Repeat("a. x\n", n),
		"indented code":  strings.Repeat("x\n\n    y\n\n", n),
		"corners":        strings.Repeat("+", 3000) + "\n" + strings.Repeat(strings.Repeat("|", 2990)+"+--|\n", 400) + strings.Repeat("+", 3000),
		"environments":   strings.Repeat("\\begin{a}\n\n", n),
		"note items":     strings.Repeat(`<ol><li id="a"><a class="footnote-back" href="#b">`, 5000) + "\n",
		"replies":        strings.Repeat("<dl><dd>", 5000) + "\n",
		"timelines":      strings.Repeat("<timeline>", n) + strings.Repeat("\n<timeline>", n),
		"named places":   strings.Repeat(`<span id="a">`, n),
		"captions":       strings.Repeat("|a|\n|-|\n\n: b\n\n", 10_000),
		"note lines":     strings.Repeat("> [!NOTE]\n", 50_000),
		"end brackets":   strings.Repeat("]]", 10*n),
		"tag line":       strings.Repeat("<li>", 10*n),
		"end tag line":   strings.Repeat("</table>", 10*n),
		"short rows":     "|" + strings.Repeat("a|", 2000) + "\n|" + strings.Repeat("-|", 2000) + "\n" + strings.Repeat("|b\n", n),
		"divs":           strings.Repeat("::: a\n", n),
		"div ends":       strings.Repeat(":::\n", n),
		"examples":       strings.Repeat("(@) ", n),
		"dollars":        strings.Repeat("$", 10*n),
		"formulas":       strings.Repeat("$a_", n),
		"inline notes":   strings.Repeat("^[a", n),
		"spans":          strings.Repeat("[a]{.b}", n) + strings.Repeat("[a]{", n),
		"carets":         strings.Repeat("^a", n) + strings.Repeat("~a", n),
		"grids":          strings.Repeat("+---+---+\n| a | b |\n", n),
		"rules":          strings.Repeat("---- ----\na\n\n", n),
		"boxes":          strings.Repeat("-----\n\n", n),
		"embeds":         strings.Repeat("![[", n),
		"front matter":   "---\na: &a [x,x]\n" + strings.Repeat("b: &b [*a,*a]\n", n) + "---\n",
		"definitions:":   strings.Repeat("a\n: b\n", n),
		"null bytes":     strings.Repeat("a\x00", n),
		"entity bomb":    strings.Repeat("&nbsp;&#x1F600;&lt;&amp;", n),
	}
}

// TestSafetyInputEnds holds that an article comes of all of it. Time without bound
// ends at the limit that tests have; BenchmarkHostile measures less.
func TestSafetyInputEnds(t *testing.T) {
	for name, input := range hostileInputs() {
		t.Run(name, func(t *testing.T) {
			if a, _ := Read("hostile.md", "hostile", []byte(input)); a == nil {
				t.Fatal("no article")
			}
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	inputs := hostileInputs()
	for _, name := range slices.Sorted(maps.Keys(inputs)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(inputs[name])))
			for b.Loop() {
				Read("hostile.md", "hostile", []byte(inputs[name]))
			}
		})
	}
}

// tickRuns returns back quotes in runs of every length up to n.
func tickRuns(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		b.WriteString(strings.Repeat("`", i) + "a")
	}
	return b.String()
}

// nestedItems returns n lists, each in an item of the one before.
func nestedItems(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

// TestSafetyResults holds what becomes of hostile input, and what is said of it.
func TestSafetyResults(t *testing.T) {
	tests := []struct{ name, input, code, message, text string }{
		{"deep quotation", strings.Repeat("> ", 10_000) + "deep", "markup-unknown", "deeper than 100", "deep"},
		{"emphasis", strings.Repeat("*a ", 2000) + "end", "markup-unknown", "too many signs of emphasis", "a end"},
		{"brackets", strings.Repeat("[", 2000) + "end", "markup-unknown", "too many brackets", "end"},
		{"short rows", "|" + strings.Repeat("a|", 2000) + "\n|" + strings.Repeat("-|", 2000) + "\n" + strings.Repeat("|b\n", 1000) + "|end",
			"markup-unknown", "too many columns", "end"},
		{"null bytes", "a\x00b", "", "", "ab"},
		{"directions", "a\u202Eb\u2066c\u200Fd", "", "", "abcd"},
		{"entities of controls", "a&#0;b&#x202E;c&#x2066;d&#x1F;e", "", "", "a\uFFFDbcde"},
		{"Windows-1252", "caf\xE9 bar, \x93two\x94", "encoding-converted", "byte 0xE9 is not UTF-8: the file is taken to be in Windows-1252", "café bar, “two”"},
		{"stray byte", "caf\xE9 bär", "encoding-converted", `byte 0xE9 is not UTF-8 and is taken for "é"`, "café bär"},
		{"stray bytes", "caf\xE9 \x96 bär, déjà", "encoding-converted", `2 bytes are not UTF-8 and are taken for Windows-1252, the first of them, 0xE9, for "é"`, "café – bär, déjà"},
		{"cut character", "a \xE2\x80 bär", "encoding-converted", "byte 0xE2 is not UTF-8, and � stands", "a \uFFFD bär"},
		{"free byte", "a \x81 bär", "encoding-converted", "byte 0x81 is not UTF-8, and � stands", "a \uFFFD bär"},
		{"UTF-16", "\xFF\xFEa\x00b\x00", "encoding-converted", "the file is in UTF-16", "ab"},
		{"UTF-16 big end first", "\xFE\xFF\x04\x1C\x00b", "encoding-converted", "the file is in UTF-16", "Мb"},
		{"UTF-16 without a mark", "a\x00 \x00l\x00i\x00n\x00e\x00\n\x00b\x00", "encoding-converted", "the file is in UTF-16", "a line b"},
		{"KOI8-R", strings.Repeat("\xD0\xD2\xC9\xD7\xC5\xD4 ", 20), "encoding-unknown", "another encoding", ""},
		{"no text", strings.Repeat("\x00\x00\x01\x02\x7fE", 20), "encoding-unknown", "no text at all", ""},
		{"open tag", "<table><tr><td>cell", "", "", "cell"},
		{"div", "::: a\n\ntext", "markup-unclosed", `div "a" is never closed`, "text"},
		{"div end", "text\n\n:::\n\nmore", "markup-unclosed", "end of a div has no start", "text more"},
		{"grid over rows", "+---+---+\n| a | b |\n+   +---+\n|   | c \n+---+---+", "markup-unknown", "cannot be told apart", ""},
		{"front matter", "---\na: [\nb c\n---\ntext", "markup-unknown", "not YAML", "text"},
		{"long address", "[a](http://example.org/" + strings.Repeat("a", 4000) + ") [b](http://example.org/" + strings.Repeat("b", 5000) + ")", "link-address", "cannot be followed", strings.Repeat("b", 5000) + ")"},
		{"long bare address", "See http://example.org/" + strings.Repeat("b", 5000), "link-address", "cannot be followed", strings.Repeat("b", 5000)},
		{"script link", "[a](javascript:alert(1)) [b](data:text/html,x)", "link-address", "cannot be followed", "a b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, diags := Read("h.md", "h", []byte(test.input))
			text := blocksText(a.Blocks)
			if !strings.HasSuffix(text, test.text) || test.code == "" && text != test.text {
				t.Errorf("text %.80q, want %q", text, test.text)
			}
			found := test.code == ""
			for _, d := range diags {
				found = found || string(d.Code) == test.code && strings.Contains(d.Text, test.message)
			}
			if !found {
				t.Errorf("messages %v, want %s: %s", diags, test.code, test.message)
			}
		})
	}
}

// TestSafetyManyNotes holds that very many notes are read, each called once, and that
// more than any book has are refused.
func TestSafetyManyNotes(t *testing.T) {
	for _, n := range []int{45_000, 100_000} {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "x[^%d]\n\n[^%d]: Note %d.\n\n", i, i, i)
		}
		a, diags := Read("h.md", "h", []byte(b.String()))
		refused := len(diags) == 1 && diags[0].Code == book.ArticleUnread && len(a.Notes) == 0 && len(a.Blocks) == 0
		if whole := len(a.Notes) == n && len(diags) == 0; whole != (n < 50_000) || refused == whole {
			t.Errorf("%d notes: %d are read, %d messages", n, len(a.Notes), len(diags))
		}
	}
}

// TestSafetyWideTable holds that a table of very many columns keeps every cell.
func TestSafetyWideTable(t *testing.T) {
	const n = 10_000
	a, _ := Read("h.md", "h", []byte("|"+strings.Repeat("a|", n)+"\n|"+strings.Repeat("-|", n)+"\n|"+strings.Repeat("b|", n)+"\n"))
	table, ok := a.Blocks[0].(*book.Table)
	if !ok || len(table.Head[0].Cells) != n || len(table.Body[0].Cells) != n {
		t.Errorf("got %T", a.Blocks[0])
	}
}

// TestSafetyManyCells holds that more cells than any article has are refused before
// they are made, and that rows without cells are not filled up for a rule that goldmark
// finds further down or that has blanks.
func TestSafetyManyCells(t *testing.T) {
	wide := strings.Repeat("| a ", 1000) + "|\n" + strings.Repeat("| - ", 1000) + "|\n"
	tests := []struct{ name, input, message string }{
		{"pipes", "|a|\n|-|\n" + strings.Repeat("|c|\n", 150_000), "more than 100000"},
		{"tables", strings.Repeat("|a|\n|-|\n\n", 150_000), "more than 100000"},
		{"html", "<table>" + strings.Repeat("<tr><td>c", 400_000), "more than 100000"},
		{"blanks in the rule", wide + strings.Repeat("c\n", 2000), "too many columns"},
		{"rule further down", "x\n" + wide + strings.Repeat("c\n", 2000), "too many columns"},
	}
	for _, test := range tests {
		_, diags := Read("h.md", "h", []byte(test.input))
		if len(diags) != 1 || !strings.Contains(diags[0].Text, test.message) {
			t.Errorf("%s: %v, want %q", test.name, diags, test.message)
		}
	}
}
