package epub

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/index"
	"publish/book/typography"
	"publish/book/wiki"
	"publish/output/validators"
)

// FuzzEdition makes an edition of any article under any title and names: it is
// written, and its documents are what they should be.
func FuzzEdition(f *testing.F) {
	for _, title := range hostileTitles() {
		f.Add(title, title, "Text of [One](Two.md).[^1] <b>bold\n\n[^1]: "+title+"\n")
	}
	for _, text := range hostileArticles() {
		f.Add("A Book", "An Author", text)
	}
	f.Fuzz(func(t *testing.T, title, author, text string) {
		if len(text) > 20_000 || len(title)+len(author) > 2_000 {
			return // long ones are tried elsewhere
		}
		b := fuzzedBook(t, title, author, text)
		var out bytes.Buffer
		if err := Write(&out, b, Options{Generator: "publish " + author}); err != nil {
			t.Fatal(err)
		}
		validators.EPUBMarkup(t, out.Bytes())
	})
}

// hostileTitles are texts that end what holds them in some notation of an edition.
func hostileTitles() []string {
	return []string{
		"Ink & Paper", "Nav", `<script>alert(1)</script>`, `]]><x/>`, `"/><x y='`, "a\x01b\u0085c\u2028d\uFFFEe", "&#0;&lt;&amp;amp;", "<!-- -- >", "--><?php x?>",
		"\u202eright\u2066", "../../x", "javascript:alert(1)", `\); x (`, "endobj endstream", "A\u0000B", "e\u0301\u0301", "#a #b", "100%", "*a* _b_ `c`", "\xed\xa0\x80", "}</style>@import url(x)",
	}
}

// hostileArticles are constructs that a writer of XML may stumble over.
func hostileArticles() []string {
	return []string{
		"# T\n\n## A & B\n\n## A & B\n\n[x](#a--b) [y](#A_&_B \"wikilink\") <a id=\"x\"></a> <a id='x\"y'></a>\n",
		"a[^1] b[^1] c[^2]\n\n[^1]: note[^2]\n\n[^2]: <table><tr><td>x[^1]\n",
		"| a | b |\n|---|:-:|\n| <td> | [x](javascript:y) |\n\n<table><tr><td rowspan=9 colspan=0>a<tr><td colspan=99999999>b</table>\n",
		"```a\"b<c>\n]]>&\n```\n\n<pre>x<y</pre> `<&>`\n\n![<a>](p.png \"t\")\n\n<poem>\n  a & b\n</poem>\n",
		"Term\n: def <i>\n\n1. a\n   - b\n     > c\n\n---\n\n[Two](Two \"wikilink\") [c](Category:X \"wikilink\")\n",
		"## See also\n\n- [Two](Two \"wikilink\")\n\n## Further reading\n\n- A. Author, *Title <x>*. [Link](http://example.org/?a=b&c=\"d\"<e>)\n",
		"<a href=\"java&#x09;script:x\">a</a> <a href=\" JAVASCRIPT:x\">b</a> [c](data:text/html,x) [d](//example.org/x) [e](file:///etc/passwd) [f](VBScript:x) <vbscript:x> http://[x\n",
		"[a](http://exam[le.org/) [b](http://exam%5Ble.org) [c](http://a..b) [d](http://a:b:c) [e](http://xn--a) [f](http:/a) [g](http://a@b@c) [h](http://é。org:)\n",
		"<span lang='\"><x>'>a</span> <div id=\"a b\">x</div> [s]{lang=\"<\"} H~2~O ^x^ $x<y$ \\& &nbsp; &copy; &bogus; &#xD800;\n",
	}
}

// fuzzedBook makes a book of two articles, the first of them any text.
func fuzzedBook(t *testing.T, title, author, text string) *book.Book {
	t.Helper()
	manifest, err := yaml.Marshal(map[string]any{
		"title": title, "subtitle": author, "authors": []any{author, map[string]string{"name": title, "sort": author, "role": "edt"}},
		"publisher": author, "rights": title, "description": author, "subjects": []string{title, author}, "source": "https://example.org/wiki/",
		"series": map[string]string{"name": title, "number": author}, "links": map[string]string{"outside": "note"},
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
	b, _ := assembly.Assemble(m, articles, map[string]*book.Picture{"p.png": samplePicture(t, "p.png")})
	citation.Gather(b, m.Bibliography)
	index.Build(b, m.Index)
	typography.Set(b)
	return b
}
