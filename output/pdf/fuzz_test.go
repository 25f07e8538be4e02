package pdf

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
	"publish/book/typography"
	"publish/book/wiki"
	"publish/fonts"
	"publish/layout"
)

// FuzzEdition sets any article under any title and writes its pages: the file can be
// read again, holds every page, and nothing in it runs or reaches out but by a link
// that shows where to.
func FuzzEdition(f *testing.F) {
	for _, title := range hostileTitles() {
		f.Add(title, title, "Text.[^1] **bold\n\n[^1]: "+title+"\n")
	}
	for _, text := range hostileArticles() {
		f.Add("A Book", "An Author", text)
	}
	family := sync.OnceValues(fonts.Default)
	f.Fuzz(func(t *testing.T, title, author, text string) {
		if len(text) > 10_000 || len(title)+len(author) > 1_000 {
			return // long ones are tried elsewhere
		}
		faces, err := family()
		if err != nil {
			t.Fatal(err)
		}
		spec, err := layout.SpecFor("a5")
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := layout.Layout(fuzzedBook(t, title, author, text), layout.Options{Spec: spec, Fonts: faces})
		checkFuzzed(t, doc)
	})
}

// hostileTitles are texts that end what holds them in the notation of a PDF or of XMP.
func hostileTitles() []string {
	return []string{
		"Ink & Paper", `) Tj ET (x`, `\)) >> endobj 1 0 obj << /JS (x)`, "endstream\nendobj\n", "<</S/JavaScript>>", `]]></rdf:li>`, "a\x01b\u0085c\u2028d\uFFFE",
		"\u202eright\u2066", "\U0001F600\u0301", "A\u0000B", "\xed\xa0\x80", "100%\\", "\ufeff", "אב ab גד", "漢字",
	}
}

func hostileArticles() []string {
	return []string{
		"# T\n\n## A\n\n### B\n\n###### C\n\n[x](#a \"wikilink\") [y](http://example.org/a(b)c\\)d) [Two](Two \"wikilink\")\n",
		"a[^1] b[^1] c[^2]\n\n[^1]: note[^2]\n\n[^2]: <table><tr><td>x[^1]\n",
		"| a | b |\n|---|:-:|\n| c | d |\n\n<table><tr><td rowspan=9 colspan=0>a<tr><td colspan=99999999>b</table>\n",
		"```\na  b\n\tc\n```\n\n![a](p.png \"t\")\n\n<poem>\n  a & b\n</poem>\n\n---\n\nTerm\n: def\n",
		"1. a\n   - b\n     > c\n\n99999999. x\n\n" + strings.Repeat("> ", 40) + "q\n\n" + strings.Repeat("x", 500) + "\n",
		"a[^1] b[^2]\n\n[^1]: ![x](missing.png)\n\n[^2]: <script>a</script>\n",
		"<a href=\"java&#x09;script:x\">a</a> [c](data:text/html,x) [d](//example.org/x) [e](file:///etc/passwd) a<br><br>b&nbsp;c\n",
	}
}

// fuzzedBook makes a book of two articles, the first of them any text.
func fuzzedBook(t *testing.T, title, author, text string) *book.Book {
	t.Helper()
	manifest, err := yaml.Marshal(map[string]any{
		"title": title, "subtitle": author, "authors": []string{author, title}, "publisher": author, "rights": title, "description": author,
		"subjects": []string{title, author}, "source": "https://example.org/wiki/", "links": map[string]string{"outside": "note"},
		"parts": []any{map[string]any{"title": title, "chapters": []any{map[string]string{"article": "One", "title": author}, "Two"}}},
	})
	if err != nil {
		t.Skip(err) // no text
	}
	m, _ := book.ReadManifest("book.yaml", manifest, book.ManifestOptions{Now: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
	var articles []*book.Article
	for _, a := range [][2]string{{"One", text}, {"Two", "# Two\n\nA text of " + strings.Repeat("paper, ", 3) + "and [One](One \"wikilink\").\n"}} {
		article, _ := wiki.Read(a[0]+".md", a[0], []byte(a[1]))
		articles = append(articles, article)
	}
	b, _ := assembly.Assemble(m, articles, map[string]*book.Picture{"p.png": testPNG(t, "p.png", 255)})
	citation.Gather(b, m.Bibliography)
	index.Build(b, m.Index)
	typography.Set(b)
	return b
}

// checkFuzzed writes a document and reads the file.
func checkFuzzed(t *testing.T, doc *layout.Document) {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, doc, Options{Producer: "publish", Level: 1, Jobs: 1}); err != nil {
		t.Fatal(err)
	}
	r := openFile(t, out.Bytes())
	pages := r.pages()
	if len(pages) != len(doc.Pages) {
		t.Errorf("%d pages, want %d", len(pages), len(doc.Pages))
	}
	checkQuiet(t, "the root", r.root())
	for _, page := range pages {
		checkQuiet(t, "a page", page)
		annotations, _ := r.get(page.get("Annots")).(array)
		for _, a := range annotations {
			link, _ := r.get(a).(dict)
			checkQuiet(t, "a link", link)
			action, _ := r.get(link.get("A")).(dict)
			uri, _ := r.get(action.get("URI")).(text)
			if link.get("Subtype") != name("Link") || action != nil && (action.get("S") != name("URI") || !isHarmless(string(uri))) {
				t.Errorf("a link is %s, %s", link.write(nil), action.write(nil))
			}
		}
	}
}

// checkQuiet holds that a dictionary has no key that makes a reader act by itself.
func checkQuiet(t *testing.T, what string, d dict) {
	t.Helper()
	for _, key := range []name{"OpenAction", "AA", "JS", "AcroForm", "Collection"} {
		if d.get(key) != nil {
			t.Errorf("%s has a key %s", what, key)
		}
	}
}

// isHarmless reports whether an address has a scheme that only shows something, and
// nothing in it that ends it early.
func isHarmless(uri string) bool {
	scheme, _, _ := strings.Cut(uri, ":")
	switch scheme {
	case "http", "https", "mailto", "ftp":
		return !strings.ContainsAny(uri, " \n\r\x00<>")
	}
	return false
}
