package pdf

import (
	"bytes"
	"errors"
	"math"
	"runtime"
	"strings"
	"testing"

	"publish/book"
	"publish/layout"
)

// TestText reads the text of the sample back through the structure tree and the
// maps of the fonts.
func TestText(t *testing.T) {
	r := openFile(t, sample(t).write(Options{}))
	numbers := map[ref]int{}
	for i, page := range r.pages() {
		for n := range r.entries {
			if r.entries[n].kind == 2 {
				if d, ok := r.get(ref(n)).(dict); ok && d.get("Type") == name("Page") && d.get("Contents") == page.get("Contents") {
					numbers[ref(n)] = i
				}
			}
		}
	}
	got := r.elementText(r.dict(r.root(), "StructTreeRoot").get("K"), readPages(r), numbers)
	want := "Document(H1(An insurrection)" +
		"P(The office of the first fjord was efficient: affix, flight, Theory. “Łódź” and Ελευθερία, " +
		"ἐλευθερία, Кропоткин, 無政府主義 and אנרכיזם stand in one line of words that go on for a while.)" +
		"P(Nguye\u0302\u0303n, e\u0323\u0302 q\u0303\u0323, שָׁלוֹם and ɪɡˈzæmpəl.)" +
		"P(small caps of words)P(NATO ffi)P(wider words stand here)" +
		"P(Here is a Link(linked word→) and an Link(address→) and more text.)" +
		"P(Over the Link(end of a line→→) it goes.)" +
		"P(A text with a noteReference(12) is a text.)Note(Lbl(12 )P(What the note says.))" +
		"L(LI(Lbl(1. )LBody(an item))LI(Lbl(2. )LBody(an item)))" +
		"Table(TR(TH(Town)TH(Year))TR(TD(Łódź)TD(1905))TR(TD(Kronstadt)TD()))" +
		"Figure()Figure()Figure()H1(The end)P(A para\u00ADgraph that goes on after the page.)Note(P(A note at the foot.)))"
	if got != want {
		t.Errorf("text of the structure:\n%s\nwant:\n%s", got, want)
	}
}

// TestPositions holds every glyph to its place in the layout. The widths in the
// file are whole thousandths of an em, which is exact for the text faces.
func TestPositions(t *testing.T) {
	for _, c := range []*composer{sample(t), prose(t, 3)} {
		pages := readPages(openFile(t, c.write(Options{})))
		for i, page := range c.doc.Pages {
			glyphs := pages[i]
			for _, item := range page.Items {
				if line, ok := item.(*layout.Line); ok {
					glyphs = checkLine(t, page, line, glyphs)
				}
			}
			if len(withoutSpaces(glyphs)) > 0 {
				t.Errorf("page %d shows %d glyphs that are not in the layout", i+1, len(glyphs))
			}
		}
	}
}

func withoutSpaces(glyphs []shown) []shown {
	for len(glyphs) > 0 && glyphs[0].text == " " {
		glyphs = glyphs[1:]
	}
	return glyphs
}

// checkLine compares the glyphs of a line and returns those after it.
func checkLine(t *testing.T, page *layout.Page, line *layout.Line, glyphs []shown) []shown {
	for _, w := range line.Words {
		origins := glyphOrigins(w.Run)
		scale := w.Size.Points() / float64(w.Run.Face.UnitsPerEm)
		wide := scale * (1 + float64(w.Expand)/100_000)
		for k := range w.Run.Glyphs {
			i := readingOrder(w.Run, k)
			g := w.Run.Glyphs[i]
			glyphs = withoutSpaces(glyphs)
			if len(glyphs) == 0 {
				t.Fatalf("%q is not drawn", w.Run.Text)
			}
			x := w.X.Points() + wide*float64(origins[i]+int64(g.XOffset))
			y := (page.Height - line.Y + w.Rise).Points() + scale*float64(g.YOffset)
			if math.Abs(glyphs[0].x-x) > 0.0201 || math.Abs(glyphs[0].y-y) > 0.0101 {
				t.Errorf("%q, glyph %d is at %.4f %.4f, want %.4f %.4f", w.Run.Text, i, glyphs[0].x, glyphs[0].y, x, y)
			}
			glyphs = glyphs[1:]
		}
	}
	return glyphs
}

// TestSameBytes writes a document several times on different numbers of
// processors.
func TestSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first []byte
	for i, procs := range []int{1, 2, 4, 1, 3} {
		runtime.GOMAXPROCS(procs)
		c := prose(t, 20)
		c.listed()
		c.pictured()
		data := c.write(Options{Jobs: i}) // 0 is one per processor
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Fatalf("bytes differ with %d processors and %d jobs", procs, i)
		}
	}
}

// TestErrors checks that what cannot be drawn is an error and not a panic or a
// broken file.
func TestErrors(t *testing.T) {
	truncated := testPNG(t, "x.png", 0xFF)
	truncated.Print.Data = truncated.Print.Data[:len(truncated.Print.Data)-40]
	flipped := testPNG(t, "x.png", 0xFF)
	flipped.Print.Data = bytes.Clone(flipped.Print.Data)
	flipped.Print.Data[60] ^= 0xFF
	tests := []struct {
		want   string
		change func(*composer)
	}{
		{`no picture "x.png"`, func(c *composer) { c.showPicture(nil) }},
		{`picture "x.png": png: invalid format`, func(c *composer) { c.showPicture(truncated) }},
		{`picture "x.png": flate: corrupt input`, func(c *composer) { c.showPicture(flipped) }},
		{`picture "x.png": png: invalid format`, func(c *composer) {
			c.showPicture(testPicture("x.png", "image/png", []byte("no picture at all")))
		}},
		{`picture "x.png": invalid JPEG format`, func(c *composer) {
			c.showPicture(testPicture("x.png", "image/jpeg", []byte("no picture at all")))
		}},
		{`neither PNG nor JPEG`, func(c *composer) {
			c.showPicture(testPicture("x.png", "image/webp", nil))
		}},
		{`link to unknown place "nowhere"`, func(c *composer) {
			c.page.Items = append(c.page.Items, &layout.LinkArea{Target: "nowhere"})
		}},
		{"link leads nowhere", func(c *composer) {
			c.page.Items = append(c.page.Items, &layout.LinkArea{})
		}},
		{`outline leads to unknown place "nowhere"`, func(c *composer) {
			c.doc.Outline = []layout.OutlineItem{{Title: "A", Target: "nowhere"}}
		}},
		{"element P is not in the structure tree", func(c *composer) {
			c.words("stray", body, &layout.Element{Role: "P"})
		}},
		{"element P is twice in the structure tree", func(c *composer) {
			c.doc.Root.Kids = append(c.doc.Root.Kids, c.doc.Root.Kids[0])
		}},
		{"has no size", func(c *composer) { c.words("tiny", style{}, nil) }},
		{"no pages", func(c *composer) { c.doc.Pages = nil }},
	}
	for _, test := range tests {
		c := newComposer(t)
		c.newPage("1")
		c.paragraph("A page.", body)
		test.change(c)
		err := Write(&bytes.Buffer{}, c.doc, Options{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error is %v, want %q", err, test.want)
		}
	}
}

// showPicture puts a picture on the page; nil for one that is not there.
func (c *composer) showPicture(p *book.Picture) {
	if p != nil {
		c.doc.Pictures = map[string]*book.Picture{"x.png": p}
	}
	c.page.Items = append(c.page.Items, &layout.Picture{
		X: testMargin, Y: testMargin, Width: testMargin, Height: testMargin, Name: "x.png",
	})
}

// fullDisk fails after some bytes.
type fullDisk int

var errFull = errors.New("disk is full")

func (f *fullDisk) Write(b []byte) (int, error) {
	if *f -= fullDisk(len(b)); *f < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestFullDisk(t *testing.T) {
	c := prose(t, 200)
	for _, room := range []fullDisk{0, 100_000, 300_000} {
		if err := Write(&room, c.doc, Options{}); !errors.Is(err, errFull) {
			t.Errorf("error is %v, want %v", err, errFull)
		}
	}
}
