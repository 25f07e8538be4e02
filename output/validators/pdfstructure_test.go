package validators

import (
	"reflect"
	"testing"
)

func TestReadStructure(t *testing.T) {
	const listing = `Document
  Sect "The "second" chapter"
    P (block)
      "One "
      Link (inline)
        "two"
        Object 12 0
      "three" and "four"
`
	got, text, err := readStructure(listing)
	want := []Node{
		{Role: "Document"},
		{Depth: 1, Role: "Sect", Title: `The "second" chapter`},
		{Depth: 2, Role: "P", Texts: []string{"One ", `three" and "four`}},
		{Depth: 3, Role: "Link", Texts: []string{"two"}, Links: 1},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n%+v, want\n%+v", err, got, want)
	}
	if text != `One twothree" and "four` {
		t.Errorf("text %q", text)
	}
	if _, _, err := readStructure("Document\n      P\n"); err == nil {
		t.Error("an element without a parent passes")
	}
}
