package epub

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"publish/output/validators"
)

func TestKoboBody(t *testing.T) {
	span := func(id, s string) string { return `<span class="koboSpan" id="kobo.` + id + `">` + s + `</span>` }
	for _, test := range []struct{ body, want string }{
		{"<p>One. Two!</p>\n", "<p>" + span("1.1", "One. ") + span("1.2", "Two!") + "</p>\n"},
		{"<p>“So?” he <em>said</em>.</p><p>3.5 kg</p>", "<p>" + span("1.1", "“So?” ") + span("1.2", "he ") + "<em>" + span("1.3", "said") + "</em>" + span("1.4", ".") + "</p><p>" + span("2.1", "3.5 kg") + "</p>"},
		{"<pre>a. b</pre>", "<pre>a. b</pre>"},
		{`<figure><img src="x" alt=""/></figure>`, `<figure>` + span("1.1", `<img src="x" alt=""/>`) + `</figure>`},
		{"<p> </p>\n", "<p> </p>\n"},
	} {
		got := string(koboBody([]byte(test.body)))
		got = strings.TrimSuffix(strings.TrimPrefix(got, `<div id="book-columns"><div id="book-inner">`+"\n"), "</div></div>\n")
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.body, got, test.want)
		}
	}
}

// A Kobo edition is the plain one but for spans and boxes, and EPUBCheck accepts it.
func TestKobo(t *testing.T) {
	b := sampleBook(t)
	opt := sampleOptions(t)
	plain, _ := unzip(t, write(t, b, opt))
	opt.Kobo = true
	kobo, order := unzip(t, write(t, b, opt))
	mark := regexp.MustCompile(`<span class="koboSpan" id="kobo\.\d+\.\d+">((?:[^<]|<img[^>]*>)*)</span>`)
	for _, name := range order {
		data := mark.ReplaceAll(kobo[name], []byte("$1"))
		data = bytes.Replace(data, []byte("<div id=\"book-columns\"><div id=\"book-inner\">\n"), nil, 1)
		data = bytes.Replace(data, []byte("</div></div>\n</body>"), []byte("</body>"), 1)
		if !bytes.Equal(data, plain[name]) {
			t.Errorf("%s differs beyond the spans", name)
		}
	}
	validators.EPUBCheck(t, writeFile(t, "kobo.epub", b, opt))
}
