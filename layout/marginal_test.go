package layout_test

import (
	"regexp"
	"strconv"
	"testing"

	"publish/fonts"
	"publish/layout"
)

// studyDesigns returns designs with room for numbers in the margins.
func studyDesigns(t *testing.T) map[string]layout.Spec {
	t.Helper()
	designs := map[string]layout.Spec{}
	for _, trim := range layout.Trims() {
		spec, err := layout.SpecFor(trim)
		if err != nil {
			t.Fatal(err)
		}
		designs[trim] = spec
		if spec.Screen {
			continue
		}
		spec.LineNumbers = 5
		designs[trim+" wide"] = spec.WithWideMargin()
		designs[trim+" compact"] = spec.Compact()
	}
	for _, size := range []layout.Length{18, 30} {
		spec, err := layout.LargePrint("a4", size*layout.Point)
		if err != nil {
			t.Fatal(err)
		}
		designs["large print "+strconv.Itoa(int(size))] = spec
	}
	return designs
}

var (
	paragraphNumber = regexp.MustCompile(`^([0-9]+|[ivx]+|[A-Z]+)\.[0-9]+$`)
	lineNumber      = regexp.MustCompile(`^[0-9]+$`)
)

// TestMargins finds every number of a paragraph beside the first line of its paragraph,
// every number of a line beside a line, on the page and clear of the text.
func TestMargins(t *testing.T) {
	b := sampleBook(t)
	b.Study.Paragraphs = true
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, spec := range studyDesigns(t) {
		t.Run(name, func(t *testing.T) {
			doc, _ := layout.Layout(b, layout.Options{Spec: spec, Fonts: family, Jobs: 2})
			found := map[string]bool{}
			for _, page := range doc.Pages {
				checkMargins(t, page, found)
			}
			if want := len(b.ParagraphNumbers()); len(found) != want || len(doc.Cited) != want {
				t.Errorf("%d numbers stand on the pages and %d places have names, of %d", len(found), len(doc.Cited), want)
			}
		})
	}
}

// checkMargins looks at the numbers in the margins of a page, and notes those of
// paragraphs.
func checkMargins(t *testing.T, page *layout.Page, found map[string]bool) {
	t.Helper()
	for i, item := range page.Items {
		line, ok := item.(*layout.Line)
		if !ok || len(line.Words) != 1 {
			continue
		}
		w := &line.Words[0]
		switch number := w.Run.Text; {
		case w.Element != nil && w.Element.Role == "Lbl" && w.Element.Parent.Role == "P" && paragraphNumber.MatchString(number):
			found[number] = true
			if next, ok := nextLine(page.Items[i+1:]); ok && next.Y != line.Y && paragraphOf(next.Words[0].Element) == w.Element.Parent {
				t.Errorf("the number %s stands at %s, its paragraph begins at %s", number, line.Y, next.Y)
			}
			checkClear(t, page, line)
		case w.Element == nil && lineNumber.MatchString(number) && number != page.Folio:
			checkClear(t, page, line)
		}
	}
}

func nextLine(items []layout.Item) (*layout.Line, bool) {
	for _, item := range items {
		if line, ok := item.(*layout.Line); ok && len(line.Words) > 0 {
			return line, true
		}
	}
	return nil, false
}

// checkClear reports a number that stands on other words, or too near the edge of the
// page to be printed.
func checkClear(t *testing.T, page *layout.Page, number *layout.Line) {
	t.Helper()
	left, right := extent(number)
	if edge := layout.Millimetres(1000); left < edge || right > page.Width-edge {
		t.Errorf("%s: the number %s stands at the edge of the page", page.Folio, number.Words[0].Run.Text)
	}
	for _, item := range page.Items {
		line, ok := item.(*layout.Line)
		if !ok || line == number || line.Y != number.Y || len(line.Words) == 0 {
			continue
		}
		if from, to := extent(line); from < right+layout.Point && to > left-layout.Point {
			t.Errorf("%s: the number %s stands on the text", page.Folio, number.Words[0].Run.Text)
		}
	}
}

// extent returns where a line begins and ends.
func extent(line *layout.Line) (left, right layout.Length) {
	left = line.Words[0].X
	for i := range line.Words {
		w := &line.Words[i]
		width := w.Size.Scale(int64(w.Run.Advance), int64(w.Run.Face.UnitsPerEm))
		left, right = min(left, w.X), max(right, w.X+width)
	}
	return left, right
}

// TestNotePages finds the pages for handwriting behind every chapter, and every fifth
// line numbered.
func TestNotePages(t *testing.T) {
	b := sampleBook(t)
	b.Study.NotePages = 2
	spec, err := layout.SpecFor("a5")
	if err != nil {
		t.Fatal(err)
	}
	spec.LineNumbers, spec.OpenRecto = 5, false
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := layout.Layout(b, layout.Options{Spec: spec, Fonts: family})
	ruled, last := 0, 0
	for _, page := range doc.Pages {
		rules, next := 0, 5
		for _, item := range page.Items {
			switch item := item.(type) {
			case *layout.Rule:
				rules++
			case *layout.Line:
				if w := item.Words[0]; len(item.Words) == 1 && w.Element == nil && w.Run.Text == strconv.Itoa(next) && w.Run.Text != page.Folio {
					next += 5
				}
			}
		}
		if rules > 10 {
			ruled++
		}
		last = max(last, next)
	}
	if want := 2 * len(b.Body()); ruled != want {
		t.Errorf("%d pages have lines to write on, want %d", ruled, want)
	}
	if last < 30 || last > 40 {
		t.Errorf("the last number of a line is %d", last-5)
	}
}
