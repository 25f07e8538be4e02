package wiki

import (
	"strings"
	"testing"
	"time"
)

// TestHostileInputEnds holds that input made to break a reader costs no more
// than its length is worth. The limit is wide: what it must catch takes minutes.
func TestHostileInputEnds(t *testing.T) {
	const n = 30_000
	inputs := map[string]string{
		"quotes":         strings.Repeat("> ", 10_000) + "deep\n",
		"many quotes":    strings.Repeat(strings.Repeat(">", 10_000)+" x\n", 20),
		"lists":          strings.Repeat("- ", 10_000) + "deep\n",
		"numbers":        strings.Repeat("1. ", 10_000) + "deep\n",
		"long line":      strings.Repeat("word ", 2_000_000),
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
	}
	for name, input := range inputs {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, _ := Read("hostile.md", "hostile", []byte(input))
			if a == nil {
				t.Fatal("no article")
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d bytes took %v", len(input), took)
			} else if took > 500*time.Millisecond {
				t.Logf("%d bytes took %v", len(input), took)
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
