package pdf

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"publish/layout"
	"publish/layout/imposition"
)

// numbered returns a document whose pages say their number.
func numbered(t testing.TB, n int) *layout.Document {
	c := newComposer(t)
	for i := range n {
		c.newPage(strconv.Itoa(i + 1))
		c.paragraph(fmt.Sprintf("page %d of all", i+1), body)
	}
	return c.doc
}

func sidesOf(t testing.TB, n int, opt imposition.Options) []imposition.Side {
	t.Helper()
	opt.SheetWidth, opt.SheetHeight = layout.Millimetres(297_000), layout.Millimetres(420_000)
	plan, err := imposition.New(n, testWidth, testHeight, opt)
	if err != nil {
		t.Fatal(err)
	}
	var sides []imposition.Side
	for _, s := range plan.Sheets {
		sides = append(sides, s.Front, s.Back)
	}
	return sides
}

// drawnForm is how a content stream draws a page.
var drawnForm = regexp.MustCompile(`q ([-.0-9e]+) ([-.0-9e]+) ([-.0-9e]+) ([-.0-9e]+) ([-.0-9e]+) ([-.0-9e]+) cm/(P[0-9]+) Do Q\n`)

// TestWriteSheets holds every page on every side to its place, size and turn, and to
// its own content.
func TestWriteSheets(t *testing.T) {
	const n = 21
	doc := numbered(t, n)
	for _, opt := range []imposition.Options{
		{}, {Flip: imposition.FlipLong, Marks: imposition.Marks{Fold: true, Crop: true}}, {Scheme: imposition.FourUp}, {Scheme: imposition.Signatures, Copies: 2},
	} {
		sides := sidesOf(t, n, opt)
		var b bytes.Buffer
		if err := WriteSheets(&b, doc, sides, Options{}); err != nil {
			t.Fatal(err)
		}
		r := openFile(t, b.Bytes())
		pages := r.pages()
		if len(pages) != len(sides) {
			t.Fatalf("%d pages of %d sides", len(pages), len(sides))
		}
		for i, page := range pages {
			checkSide(t, r, page, &sides[i])
		}
		if r.root().get("StructTreeRoot") != nil || bytes.Contains(b.Bytes(), []byte("pdfuaid")) {
			t.Error("a file of sheets claims a structure")
		}
	}
}

// checkSide holds the pages that a side draws to where they are to stand.
func checkSide(t *testing.T, r *reader, page dict, side *imposition.Side) {
	t.Helper()
	content := string(r.inflate(r.get(page.get("Contents")).(*stream)))
	drawn := drawnForm.FindAllStringSubmatch(content, -1)
	if len(drawn) != len(side.Pages) {
		t.Fatalf("%d pages drawn of %d:\n%s", len(drawn), len(side.Pages), content)
	}
	forms := r.dict(page, "Resources", "XObject")
	for i, d := range drawn {
		pg := side.Pages[i]
		var m [6]float64
		for k := range m {
			m[k], _ = strconv.ParseFloat(d[k+1], 64)
		}
		form := r.get(forms.get(name(d[7]))).(*stream)
		checkForm(t, form, m, pg, side)
		if text := formText(r, form); !strings.Contains(text, fmt.Sprintf("page%dofall", pg.Page+1)) {
			t.Errorf("%s shows %q, want page %d", d[7], text, pg.Page+1)
		}
	}
}

// checkForm maps the head and the foot of a page to the sheet.
func checkForm(t *testing.T, form *stream, m [6]float64, pg imposition.Placement, side *imposition.Side) {
	t.Helper()
	bounds := form.dict.get("BBox").(array)
	w, h := number(bounds[2]), number(bounds[3])
	at := func(x, y float64) (float64, float64) {
		return m[0]*x + m[2]*y + m[4], side.Height.Points() - (m[1]*x + m[3]*y + m[5])
	}
	left, head := at(0, h)
	right, foot := at(w, 0)
	want := []float64{pg.X.Points(), pg.Y.Points(), (pg.X + pg.Width).Points(), (pg.Y + pg.Height).Points()}
	if pg.Turn == imposition.UpsideDown {
		want[0], want[1], want[2], want[3] = want[2], want[3], want[0], want[1]
	}
	for i, got := range []float64{left, head, right, foot} {
		if math.Abs(got-want[i]) > 0.02 {
			t.Errorf("page %d lies at %.2f %.2f to %.2f %.2f, want %v", pg.Page+1, left, head, right, foot, want)
			return
		}
	}
}

// formText returns the text that a form shows, without blanks.
func formText(r *reader, form *stream) string {
	c := &contentReader{t: r.t, fonts: map[name]*readFont{}}
	for _, e := range r.dict(form.dict, "Resources", "Font") {
		c.fonts[e.key] = r.font(e.value)
	}
	var b strings.Builder
	for _, s := range c.page(r.inflate(form)) {
		b.WriteString(strings.TrimSpace(s.text))
	}
	return b.String()
}

// TestSheetsSameBytes writes sheets with one worker and with several.
func TestSheetsSameBytes(t *testing.T) {
	doc, sides := numbered(t, 9), sidesOf(t, 9, imposition.Options{})
	var first []byte
	for _, jobs := range []int{1, 2, runtime.GOMAXPROCS(0)} {
		var b bytes.Buffer
		if err := WriteSheets(&b, doc, sides, Options{Jobs: jobs}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Errorf("%d jobs make another file", jobs)
		}
	}
}

// TestSheetsErrors refuses sides with pages that are not there.
func TestSheetsErrors(t *testing.T) {
	doc := numbered(t, 2)
	if err := WriteSheets(&bytes.Buffer{}, doc, nil, Options{}); err == nil {
		t.Error("no sides: no error")
	}
	if err := WriteSheets(&bytes.Buffer{}, doc, sidesOf(t, 5, imposition.Options{}), Options{}); err == nil {
		t.Error("a page too many: no error")
	}
}

// BenchmarkWriteSheets measures all that a booklet of 300 pages takes beyond its layout,
// on one processor, so that the time is that of the processor.
func BenchmarkWriteSheets(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	doc := prose(b, 300).doc
	for _, scheme := range []struct {
		name string
		opt  imposition.Options
	}{{"booklet", imposition.Options{}}, {"signatures", imposition.Options{Scheme: imposition.Signatures, Thickness: layout.Point / 4,
		Marks: imposition.Marks{Crop: true, Fold: true, Collation: true, Sewing: true}}}, {"four-up", imposition.Options{Scheme: imposition.FourUp}}} {
		b.Run(scheme.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := WriteSheets(new(counter), doc, sidesOf(b, 300, scheme.opt), Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
