package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"publish/output/validators"
)

// hostileValues are texts that end what holds them in some notation of an edition:
// HTML, XML, CSS, PDF, XMP, or a message on a terminal.
func hostileValues() map[string]string {
	return map[string]string{
		"html":       `<script>alert(1)</script><img src=x onerror=alert(1)>`,
		"attribute":  `" onclick="alert(1)' onclick='alert(2)`,
		"xml":        `]]></dc:title><evil/> &lol; &#0; <?php x?> <!-- x`,
		"css":        `}</style><style>@import url(http://example.org/x)`,
		"pdf":        `) Tj ET \) endstream endobj 7 0 obj << /S /JavaScript /JS (app.alert\(1\)) >> (`,
		"xmp":        `</rdf:li></rdf:Alt><x:evil xmlns:x="y"/>`,
		"controls":   "a\x01b\x1b[31mc\u0085d\u2028e\uFFFEf\u202Eg\u2066h",
		"surrogates": "x \xed\xa0\x80 y \xff z",
		"entity":     `<!DOCTYPE x [<!ENTITY lol "lol">]>&lol;`,
		"path":       `../../../../etc/passwd`,
	}
}

// TestSafetyInjection builds books whose every name, title and text is hostile. The
// texts come out as text: nothing in the editions is an element, an object or an
// action that the writers do not make.
func TestSafetyInjection(t *testing.T) {
	for name, value := range hostileValues() {
		t.Run(name, func(t *testing.T) {
			editions := buildTest(t, hostileBook(t, value))
			data, err := os.ReadFile(editions[".epub"])
			if err != nil {
				t.Fatal(err)
			}
			validators.EPUBMarkup(t, data)
			checkInert(t, editions[".pdf"])
			if name == "controls" {
				t.Run("EPUBCheck", func(t *testing.T) { validators.EPUBCheck(t, editions[".epub"]) })
			}
			if name == "xmp" || name == "pdf" || name == "controls" {
				t.Run("QPDF", func(t *testing.T) { validators.QPDF(t, editions[".pdf"]) })
				t.Run("VeraPDF", func(t *testing.T) { validators.VeraPDF(t, validators.PDFUA1, editions[".pdf"]) })
			}
		})
	}
}

// hostileBook writes a book with a value in every place that takes a text.
func hostileBook(t *testing.T, value string) string {
	t.Helper()
	plain := strings.ToValidUTF8(value, "?") // YAML has no other
	manifest, err := yaml.Marshal(map[string]any{
		"title": "Title " + plain, "subtitle": plain, "publisher": plain, "rights": plain, "description": plain, "date": "2026-03-01",
		"authors":  []any{"Author " + plain, map[string]string{"name": "Editor " + plain, "sort": plain, "role": "edt"}},
		"subjects": []string{plain}, "series": map[string]string{"name": plain, "number": plain},
		"source": "https://example.org/wiki/", "articles": "pages", "links": map[string]string{"outside": "note"}, "index": map[string]string{"file": "index.yaml"},
		"parts": []any{map[string]any{"title": "Part " + plain, "chapters": []any{map[string]string{"article": "One", "title": "Chapter " + plain}, "T*"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	rules, err := yaml.Marshal(map[string]any{"add": map[string]any{"Heading " + plain: []string{"sheet"}}, "see": map[string]string{"See " + plain: "Heading " + plain}})
	if err != nil {
		t.Fatal(err)
	}
	line := strings.ReplaceAll(value, "\n", " ")
	article := "# Heading " + line + "\n\nA sheet " + line + " of[^1] **" + line + "** `" + strings.ReplaceAll(line, "`", "") + "` [" + line + "](http://example.org/" + strings.ReplaceAll(line, " ", "") + ")\n" +
		"[x](Two \"wikilink\") <a href=\"" + line + "\" title='" + line + "' id=\"" + line + "\">y</a> <span lang=\"" + line + "\">z</span>\n\n" +
		"## " + line + "\n\n    " + line + "\n\n|" + strings.ReplaceAll(line, "|", "") + "|b|\n|---|---|\n|c|" + strings.ReplaceAll(line, "|", "") + "|\n\n" +
		"<figure><img src=\"p.png\" alt=\"" + line + "\"><figcaption>" + line + "</figcaption></figure>\n\n" +
		"## Further reading\n\n- Smith, " + line + ". *" + line + "*. London: Press, 1999.\n\n## See also\n\n- [" + line + "](Two \"wikilink\")\n\n[^1]: " + line + "\n"
	dir := t.TempDir()
	odd := regexp.MustCompile(`[/\x00]`).ReplaceAllString(strings.ToValidUTF8(value, "?"), "_")
	putFiles(t, dir, map[string]string{
		"book.yaml": string(manifest), "index.yaml": string(rules), "pages/One.md": article, "pages/Two.md": "---\ntitle: '" + strings.ReplaceAll(plain, "'", "''") + "'\n---\nA text.\n",
	})
	if err := os.WriteFile(filepath.Join(dir, "pages", "T"+odd+".md"), []byte("A text of its own, "+line+".\n"), 0o666); err != nil {
		t.Logf("no file of this name: %v", err)
	}
	return filepath.Join(dir, "book.yaml")
}

// checkInert looks for what acts in a PDF, outside its compressed streams, which
// hold text and object streams of the writer's own.
func checkInert(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data = regexp.MustCompile(`(?s)<\?xpacket begin.*<\?xpacket end`).ReplaceAll(data, nil) // XML, not PDF
	for _, key := range []string{"/JavaScript", "/OpenAction", "/Launch"} {
		if bytes.Contains(data, []byte(key)) {
			t.Errorf("the PDF holds %s", key)
		}
	}
}

// TestSafetyLinks writes links by every scheme that could run something, in every
// disguise: none is a link of an edition, each is reported, its text is kept.
func TestSafetyLinks(t *testing.T) {
	addresses := []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x09;script:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "javascript%3Aalert(1)",
		"%6Aavascript:alert(1)", "java%0Ascript:alert(1)", "\x01javascript:alert(1)", "\u00a0javascript:alert(1)", "data:text/html,x", "data:image/svg+xml;base64,PHN2Zz4=",
		"vbscript:x", "file:///etc/passwd", "FILE://host/x", "jar:http://example.org!/x", "view-source:http://example.org", "blob:http://example.org/x", "about:blank",
		"ms-word:ofe|u|http://example.org", "smb://host/x", "tel:+123", "/etc/passwd", "../../etc/passwd", `\\host\share`, "C:/Windows",
	}
	var text strings.Builder
	for i, a := range addresses {
		n := string(rune('a'+i/26)) + string(rune('a'+i%26))
		text.WriteString("One [mark" + n + "](<" + a + ">) two <a href=\"" + a + "\">tag" + n + "</a>.\n\n")
	}
	text.WriteString("And [outside](//example.org/x) and <javascript:alert(2)>.\n")
	dir := t.TempDir()
	putFiles(t, dir, map[string]string{"book.yaml": "title: A\ndate: 2026-03-01\nchapters: [One]\n", "One.md": text.String()})
	_, messages, _ := publishTest(t, "check", "--progress", "none", filepath.Join(dir, "book.yaml"))
	editions := buildTest(t, filepath.Join(dir, "book.yaml"))
	data, err := os.ReadFile(editions[".epub"])
	if err != nil {
		t.Fatal(err)
	}
	validators.EPUBMarkup(t, data)
	checkInert(t, editions[".pdf"])
	var all strings.Builder
	for name, data := range unzipped(t, editions[".epub"]) {
		if strings.HasSuffix(name, ".xhtml") {
			all.Write(data)
		}
	}
	for _, m := range regexp.MustCompile(`href="([a-zA-Z]+:[^"]*)"`).FindAllStringSubmatch(all.String(), -1) {
		if m[1] != "https://example.org/x" {
			t.Errorf("a link to %s", m[1])
		}
	}
	for i := range addresses {
		n := string(rune('a'+i/26)) + string(rune('a'+i%26))
		if !strings.Contains(all.String(), "mark"+n) || !strings.Contains(all.String(), "tag"+n) {
			t.Errorf("the text of %q is lost", addresses[i])
		}
		if line := "One.md:" + strconv.Itoa(2*i+1) + ":"; !strings.Contains(messages, line) {
			t.Errorf("%q is not reported at %s", addresses[i], line)
		}
	}
}
