package wiki

import (
	"testing"

	"publish/book"
)

// TestPictureAlt holds that what describes a picture is a description: no name of a
// file, no mark of the exporter.
func TestPictureAlt(t *testing.T) {
	tests := map[string]string{
		`![A hand press](press.jpg "wikilink")`:                      "A hand press",
		`![](press.jpg "wikilink")`:                                  "",
		`![press.jpg](press.jpg "wikilink")`:                         "",
		`![File:press.jpg](press.jpg "wikilink")`:                    "",
		`![File:The press.jpg](The_press.jpg "File:The press.jpg")`:  "",
		`![Datei:Die Presse.jpg](Die_Presse.jpg)`:                    "",
		`![300px-The press.jpg](The_press.jpg)`:                      "",
		`![The press](The%20press)`:                                  "",
		`![Another name.png](The_press.jpg)`:                         "Another name.png",
		`![](press.jpg "A press with the bar pulled")`:               "A press with the bar pulled",
		`![Note: a press](press.jpg)`:                                "Note: a press",
		`<figure><img src="press.jpg" alt="press.jpg"/></figure>`:    "",
		`<figure><img src="press.jpg" alt="A hand press"/></figure>`: "A hand press",
	}
	for source, want := range tests {
		a, _ := Read("a.md", "A", []byte("Text before.\n\n"+source+"\n"))
		f, ok := a.Blocks[len(a.Blocks)-1].(*book.Figure)
		if !ok || f.Alt != want {
			t.Errorf("%s: %#v, want alt %q", source, a.Blocks[len(a.Blocks)-1], want)
			continue
		}
		if caption := book.PlainText(f.Caption); caption != "" && caption != want {
			t.Errorf("%s: caption %q", source, caption)
		}
	}
}
