package layout_test

import (
	"testing"

	"publish/fonts"
	"publish/layout"
)

// setLarge sets a book in large print.
func setLarge(t *testing.T, trim string, size layout.Length) (*layout.Document, layout.Spec) {
	t.Helper()
	family, err := fonts.LargePrint()
	if err != nil {
		t.Fatal(err)
	}
	spec, err := layout.LargePrint(trim, size)
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := layout.Layout(sampleBook(t), layout.Options{Spec: spec, Fonts: family, Jobs: 2})
	return doc, spec
}

// eachWord calls f for every word on the pages.
func eachWord(doc *layout.Document, f func(page int, w *layout.Word)) {
	for i, page := range doc.Pages {
		for _, item := range page.Items {
			if line, ok := item.(*layout.Line); ok {
				for j := range line.Words {
					f(i, &line.Words[j])
				}
			}
		}
	}
}

// TestLargePrint holds large print to what it promises: no word is divided or
// stretched, no letters but raised ones and program text are smaller than the text,
// and words of the text are set in the heavier face.
func TestLargePrint(t *testing.T) {
	for _, trim := range layout.LargePrintTrims() {
		for _, size := range []layout.Length{18 * layout.Point, 24 * layout.Point} {
			doc, spec := setLarge(t, trim, size)
			medium := 0
			eachWord(doc, func(page int, w *layout.Word) {
				if w.SoftHyphen && w.Size == spec.Text.Size && w.Element != nil && w.Element.Parent.Role != "TD" {
					t.Errorf("%s: page %d divides %q", trim, page, w.Run.Text)
				}
				if w.Expand != 0 {
					t.Errorf("%s: page %d stretches %q", trim, page, w.Run.Text)
				}
				if w.Size < spec.Text.Size*9/10 && w.Rise == 0 {
					t.Errorf("%s: page %d sets %q in %v", trim, page, w.Run.Text, w.Size)
				}
				switch w.Run.Face.Name {
				case "EBGaramond-Medium":
					medium++
				case "EBGaramond-Regular", "EBGaramond-Italic":
					t.Fatalf("%s: page %d sets %q in %s", trim, page, w.Run.Text, w.Run.Face.Name)
				}
			})
			if medium == 0 {
				t.Errorf("%s: no word is set in the heavier face", trim)
			}
		}
	}
	if _, err := layout.LargePrint("a6", 18*layout.Point); err == nil {
		t.Error("large print on A6 has no design and was not refused")
	}
}

// TestScreenPages holds the page for screens to its promise: none is blank, and both
// margins are alike.
func TestScreenPages(t *testing.T) {
	doc, _ := setBook(t, sampleBook(t), "e-reader", 2)
	for i, page := range doc.Pages {
		if len(page.Items) == 0 {
			t.Errorf("page %d is blank", i)
		}
	}
	if !doc.Single {
		t.Error("pages for screens are shown two at a time")
	}
}

// TestCompact weighs the compact design against the plain one of every trim: smaller
// letters, more lines, and text that stays on the page.
func TestCompact(t *testing.T) {
	for _, trim := range layout.Trims() {
		plain, err := layout.SpecFor(trim)
		if err != nil {
			t.Fatal(err)
		}
		small := plain.Compact()
		if small.Text.Size >= plain.Text.Size || small.Text.Size < 8*layout.Point || small.Lines <= plain.Lines || small.Measure() <= plain.Measure() {
			t.Errorf("%s: %v on %v, %d lines of %v are not compact", trim, small.Text.Size, small.Text.Leading, small.Lines, small.Measure())
		}
		if foot := small.Height - small.Head - small.Depth(); !small.Screen && foot < 2*small.Text.Leading {
			t.Errorf("%s: a foot of %v has no room for the folio", trim, foot)
		}
	}
}
