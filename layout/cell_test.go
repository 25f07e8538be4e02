package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/wiki"
	"publish/layout"
)

// TestCells sets tables with blocks of every kind in their cells, some of them deeper
// than a page: every word stands on the pages, and inside the type area.
func TestCells(t *testing.T) {
	var src strings.Builder
	src.WriteString("<table>\n<tr><th>Tool</th><th>Use</th></tr>\n")
	for i := range 40 {
		fmt.Fprintf(&src, "<tr><td><code>tool-%d</code></td><td><p>First.</p><ul><li>item<ol><li>inner</li></ol></li><li><pre>roll {\n    --press %s\n}</pre></li></ul>"+
			"<blockquote><p>Quoted.</p></blockquote><dl><dt>Term</dt><dd>Said.</dd></dl><table><tr><td>Nested</td></tr></table></td></tr>\n", i, strings.Repeat("ink/", 30))
	}
	fmt.Fprintf(&src, "<tr><td>deep</td><td>%s</td></tr>\n</table>\n", strings.Repeat("<p>One of many paragraphs, which fill more than a page of the book.</p>", 60))
	a, _ := wiki.Read("Tools.md", "Tools", []byte(src.String()))
	m := book.FolderManifest("tools", []string{"Tools"}, book.ManifestOptions{})
	b, diags := assembly.Assemble(m, []*book.Article{a}, nil)
	if diags.Worst() == book.Error {
		t.Fatal(diags)
	}
	doc, diags := setBook(t, b, "a5", 2)
	for _, d := range diags {
		t.Error(d)
	}
	text := letters(textOfPages(doc))
	for word, want := range map[string]int{
		"First.": 40, "•item": 40, "1.inner": 40, "roll{": 40, strings.Repeat("ink/", 30): 40, "Quoted.": 40,
		"TermSaid.": 40, "Nested": 40, "Oneofmanyparagraphs,": 60,
	} {
		if got := strings.Count(text, word); got != want {
			t.Errorf("%q stands %d times on the pages, want %d", word, got, want)
		}
	}
	spec, _ := layout.SpecFor("a5")
	for i, page := range doc.Pages {
		left, right := margins(spec, i)
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok {
				continue
			}
			checkLine(t, page, line, left, right)
			if line.Words[0].Element != nil && line.Y > spec.Head+spec.Depth()+spec.Text.Leading {
				t.Errorf("page %s: %q stands below the type area", page.Folio, line.Words[0].Run.Text)
			}
		}
	}
}
