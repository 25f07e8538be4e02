package assembly

import (
	"strings"
	"testing"

	"publish/book"
)

func TestMissingFigure(t *testing.T) {
	a := article("Press",
		para(text("Iron.")),
		&book.Figure{Source: "gone.png", Alt: "A press", Caption: []book.Inline{text("gone.png")}},
		bullets([]book.Inline{text("one")}),
		&book.Quote{Blocks: []book.Block{&book.Figure{Source: "gone too.png"}}},
		&book.Figure{Source: "press.png", Alt: "A press"},
		&book.Figure{Source: "mute.png"},
	)
	have := map[string]*book.Picture{"press.png": {Name: "press.png"}, "mute.png": {Name: "mute.png"}, "other.png": {Name: "other.png"}}
	b, diags := Assemble(plan("Press"), []*book.Article{a}, have)
	if got, want := codes(diags), "picture-alt picture-missing picture-missing"; got != want {
		t.Errorf("messages %q, want %q", got, want)
	}
	if n := len(b.Body()[0].Blocks); n != 4 {
		t.Errorf("%d blocks, want 4: an empty frame is left", n)
	}
	if len(b.Pictures) != 2 || b.Pictures["other.png"] != nil {
		t.Errorf("pictures of the book: %v", b.Pictures)
	}
}

// Of a picture that is there and cannot be used, the caption stays.
func TestDamagedFigure(t *testing.T) {
	a := article("Press", para(text("Iron.")),
		&book.Figure{Source: "cut.png", Alt: "A press", Caption: []book.Inline{text("The first press.")}},
		&book.Figure{Source: "cut.png", Alt: "A press"},
	)
	b, diags := Assemble(plan("Press"), []*book.Article{a}, map[string]*book.Picture{"cut.png": nil})
	if len(diags) > 0 {
		t.Errorf("reported twice: %v", diags)
	}
	blocks := b.Body()[0].Blocks
	p, ok := blocks[len(blocks)-1].(*book.Paragraph)
	if len(blocks) != 2 || !ok || book.PlainText(p.Inlines) != "The first press." {
		t.Errorf("%d blocks, the last %#v", len(blocks), blocks[len(blocks)-1])
	}
}

// Among words stand small pictures only; a large one stands by itself, before or
// after them.
func TestLifted(t *testing.T) {
	have := map[string]*book.Picture{"large.png": {Height: 600, Width: 800}, "icon.png": {Height: 20, Width: 20}}
	large := func() *book.Image { return &book.Image{Source: "large.png", Alt: "A press"} }
	icon := &book.Image{Source: "icon.png", Alt: "A star"}
	tests := []struct {
		about string
		in    []book.Inline
		want  string
	}{
		{"a small one", []book.Inline{text("a "), icon, text(" b")}, "text"},
		{"at the start", []book.Inline{large(), text(" b")}, "figure text"},
		{"in the middle", []book.Inline{text("a "), large(), text(" b")}, "text figure"},
		{"in a link", []book.Inline{&book.Link{URL: "https://example.org/", Inlines: []book.Inline{large()}}, text(" b")}, "figure text"},
		{"with a blank", []book.Inline{text(" "), large(), text(" ")}, "figure"},
		{"with a small one", []book.Inline{large(), icon}, "figure text"},
		{"two", []book.Inline{large(), text("a"), large()}, "figure figure text"},
	}
	for _, test := range tests {
		d := &draft{}
		var got []string
		for _, b := range d.lifted([]book.Block{para(test.in...)}, have) {
			switch b.(type) {
			case *book.Figure:
				got = append(got, "figure")
			default:
				got = append(got, "text")
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %s, want %s", test.about, s, test.want)
		}
	}
}
