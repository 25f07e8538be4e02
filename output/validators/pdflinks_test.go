package validators

import (
	"reflect"
	"testing"
)

func TestReadWords(t *testing.T) {
	const listing = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body><doc>
  <page width="100.0" height="200.0">
    <word xMin="10.5" yMin="20.0" xMax="30.0" yMax="32.0">Ink &amp;</word>
  </page>
  <page width="100.0" height="200.0">
  </page>
</doc></body></html>`
	got, err := readWords(listing)
	want := [][]Word{{{Text: "Ink &", Left: 10.5, Top: 20, Right: 30, Foot: 32}}, nil}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := readWords("<word>stray</word>"); err == nil {
		t.Error("a word of no page passes")
	}
}

func TestPDFLinks(t *testing.T) {
	links := PDFLinks(t, makeHelveticaPDF(t))
	if len(links) != 1 || links[0] != nil {
		t.Errorf("links %v of a page that has none", links)
	}
	if words := PDFWords(t, makeHelveticaPDF(t)); len(words) != 1 || len(words[0]) != 1 || words[0][0].Text != "Pamphlet" {
		t.Errorf("words %v", words)
	}
}
