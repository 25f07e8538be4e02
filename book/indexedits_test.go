package book

import (
	"reflect"
	"strings"
	"testing"
)

func TestReadIndexEdits(t *testing.T) {
	const src = `exclude: [press, 1905]
rename: {ink: printer's ink}
merge:
  paper: [rag paper, vellum]
  type: types
sort-as: {1905: nineteen hundred and five}
see: {vellum: paper}
see-also: {paper: [ink]}
add:
  women, work of: [sorters, compositors' wives]
  felt:
people:
  Mother Earth: false
  Wynkyn de Worde: true
  Bart de Ligt: Ligt, Bart de
`
	e, diags := ReadIndexEdits("index.yaml", []byte(src))
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	at := func(line, col int) Pos { return Pos{"index.yaml", line, col} }
	word := func(line, col int, s string) IndexWord { return IndexWord{at(line, col), s} }
	want := &IndexEdits{
		File:    "index.yaml",
		Exclude: []IndexWord{word(1, 11, "press"), word(1, 18, "1905")},
		Rename:  []IndexEdit{{word(2, 10, "ink"), []IndexWord{word(2, 15, "printer's ink")}}},
		Merge: []IndexEdit{
			{word(4, 3, "paper"), []IndexWord{word(4, 11, "rag paper"), word(4, 22, "vellum")}},
			{word(5, 3, "type"), []IndexWord{word(5, 9, "types")}},
		},
		SortAs:  []IndexEdit{{word(6, 11, "1905"), []IndexWord{word(6, 17, "nineteen hundred and five")}}},
		See:     []IndexEdit{{word(7, 7, "vellum"), []IndexWord{word(7, 15, "paper")}}},
		SeeAlso: []IndexEdit{{word(8, 12, "paper"), []IndexWord{word(8, 20, "ink")}}},
		Add: []IndexEdit{
			{word(10, 3, "women, work of"), []IndexWord{word(10, 20, "sorters"), word(10, 29, "compositors' wives")}},
			{word(11, 3, "felt"), nil},
		},
		People: []PersonEdit{
			{word(13, 3, "Mother Earth"), false, ""},
			{word(14, 3, "Wynkyn de Worde"), true, ""},
			{word(15, 3, "Bart de Ligt"), true, "Ligt, Bart de"},
		},
	}
	if !reflect.DeepEqual(e, want) {
		t.Errorf("got  %+v\nwant %+v", e, want)
	}
}

func TestIndexEditsMessages(t *testing.T) {
	for src, want := range map[string]string{
		"":                           "",
		"# nothing\n":                "",
		"exclude:\n":                 "",
		"add: [felt]":                "",
		"exclud: [a]":                `1:1: error: unknown key "exclud" [manifest-key]`,
		"exclude: {a: b}":            `1:10: error: "exclude" must be a list, not keys with values [manifest-type]`,
		"rename: [a]":                `1:9: error: "rename" must be headings with values, not a list [manifest-type]`,
		"rename: {a: [b]}":           `1:13: error: the value of "a" must be text, not a list [manifest-type]`,
		"merge: {a: {b: c}}":         `1:12: error: the value of "a" must be text, not keys with values [manifest-type]`,
		"see: {a: b, a: c}":          `1:13: error: the heading "a" stands here twice [manifest-key]`,
		"see: {a: }":                 `1:10: error: the value of "a" must be text, not nothing [manifest-type]`,
		"people: {A B: [x]}":         `1:15: error: the value of "A B" must be text, not a list [manifest-type]`,
		"- exclude":                  `1:1: error: the file of index rules must be keys with values, not a list [manifest-type]`,
		"exclude: [a":                `1:1: error: a list in brackets is not closed [manifest-syntax]`,
		"exclude: [a]\n---\nsee: {}": `2:1: error: a second document begins here [manifest-syntax]`,
	} {
		_, diags := ReadIndexEdits("i", []byte(src))
		var got []string
		for _, d := range diags {
			first, _, _ := strings.Cut(d.String(), "\n")
			got = append(got, strings.TrimPrefix(first, "i:"))
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%q: %q, want %q", src, strings.Join(got, "\n"), want)
		}
	}
}

// TestIndexEditsAliases holds that no file makes the program run for ever.
func TestIndexEditsAliases(t *testing.T) {
	src := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for i := 'b'; i < 'k'; i++ {
		src += string(i) + ": &" + string(i) + " [" + strings.Repeat("*"+string(i-1)+",", 9) + "]\n"
	}
	src += "exclude: [" + strings.Repeat("*a,", 400) + "]\n"
	if _, diags := ReadIndexEdits("i", []byte(src)); len(diags) == 0 || diags[0].Code == "" {
		t.Error("nothing is said of a file of aliases")
	}
}

func FuzzReadIndexEdits(f *testing.F) {
	f.Add([]byte("exclude: [a]\nadd: {b: [c]}\npeople: {d: false}"))
	f.Add([]byte("merge: &x {a: *x}"))
	f.Fuzz(func(t *testing.T, src []byte) {
		e, _ := ReadIndexEdits("i", src)
		for _, edit := range e.Merge {
			if edit.Text == "" || len(edit.Words) == 0 || edit.Line < 1 {
				t.Errorf("%+v", edit)
			}
		}
	})
}
