package assembly

import (
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
