package wrap

import (
	"reflect"
	"strings"
	"testing"

	"publish/book"
	"publish/fonts"
	"publish/layout"
	"publish/layout/imposition"
)

func mm(thousandths int64) layout.Length { return layout.Millimetres(thousandths) }

// whole is a book that has everything, on A5 with a spine of 12 mm.
func whole(t testing.TB) (book.Meta, Options) {
	t.Helper()
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	meta := book.Meta{Title: "The Night Press", Language: "en", Publisher: "Quoin & Co.", Series: "Small Papers", SeriesNumber: "2",
		Rights: "CC BY 4.0", Description: "A press prints at night.", Authors: []book.Contributor{{Name: "Jane Doe"}, {Name: "Ed Itor", Role: "edt"}}}
	return meta, Options{Width: mm(148_000), Height: mm(210_000), Spine: mm(12_000), Bleed: mm(3_000), Crop: true, Fold: true,
		ISBN: "978-0-306-40615-7", AddOn: "51995", Family: family}
}

// TestGeometry holds the sheet to the sum of its parts: two pages and the spine, the
// bleed around them, and marks outside that.
func TestGeometry(t *testing.T) {
	meta, opt := whole(t)
	for _, bleed := range []int64{0, 3_000, 6_000} {
		opt.Bleed = mm(bleed)
		s := New(meta, opt).Side
		if want := 2*opt.Width + opt.Spine; s.Trim.Width != want || s.Trim.Height != opt.Height {
			t.Errorf("trim %v, want %s by %s", s.Trim, want, opt.Height)
		}
		if s.Bleed.X != s.Trim.X-opt.Bleed || s.Bleed.Width != s.Trim.Width+2*opt.Bleed || s.Bleed.Height != s.Trim.Height+2*opt.Bleed {
			t.Errorf("bleed %v about %v", s.Bleed, s.Trim)
		}
		if len(s.Marks) != 8+2*2*3 {
			t.Errorf("%d marks, want 8 of cuts and 12 dashes of folds", len(s.Marks))
		}
		for _, m := range s.Marks {
			inside := m.X2 > s.Bleed.X && m.X1 < s.Bleed.X+s.Bleed.Width && m.Y2 > s.Bleed.Y && m.Y1 < s.Bleed.Y+s.Bleed.Height
			if inside || m.X1 < 0 || m.Y1 < 0 || m.X2 > s.Width || m.Y2 > s.Height {
				t.Errorf("mark %v lies on the cover or off the sheet", m)
			}
		}
	}
	opt.Crop, opt.Fold = false, false
	if s := New(meta, opt).Side; len(s.Marks) != 0 || s.Width != s.Bleed.Width || s.Height != s.Bleed.Height {
		t.Error("a sheet without marks is larger than its bleed")
	}
}

// words returns the text of a page by lines, and where each line is on the sheet.
func words(p *layout.Page) (texts []string) {
	for _, item := range p.Items {
		if line, ok := item.(*layout.Line); ok {
			var b strings.Builder
			for _, w := range line.Words {
				if w.Space {
					b.WriteByte(' ')
				}
				b.WriteString(w.Run.Text)
			}
			texts = append(texts, b.String())
		}
	}
	return texts
}

// TestLeaves holds that back, spine and front stand side by side, mirrored for books read
// from right to left, and that each says what it has to.
func TestLeaves(t *testing.T) {
	meta, opt := whole(t)
	for _, rtl := range []bool{false, true} {
		opt.RightToLeft = rtl
		s := New(meta, opt)
		front, back, spine := s.Side.Pages[0], s.Side.Pages[2], s.Side.Pages[3]
		if rtl != (front.X < spine.X) || rtl != (spine.X < back.X) {
			t.Errorf("right to left %v: front at %s, spine at %s, back at %s", rtl, front.X, spine.X, back.X)
		}
		if spine.X != s.Side.Trim.X+opt.Width || spine.Width != opt.Spine || spine.Height != opt.Height {
			t.Errorf("the spine is %v", spine)
		}
		pages := s.Document.Pages
		for i, want := range map[int]string{0: "The|Jane Doe|Quoin & Co.", 2: "ISBN 978-0-306-40615-7|9|7|5|1|small papers|CC BY 4.0|A press prints at night.", 3: "The Night Press|Jane Doe|Quoin & Co."} {
			text := strings.ToLower(strings.Join(words(pages[i]), "\n"))
			for word := range strings.SplitSeq(strings.ToLower(want), "|") {
				if !strings.Contains(text, word) {
					t.Errorf("page %d lacks %q:\n%s", i, word, text)
				}
			}
		}
	}
}

// TestSpine holds the letters of the spine clear of its folds whatever its width, and
// the title to its direction.
func TestSpine(t *testing.T) {
	meta, opt := whole(t)
	meta.Title = "A Rather Long Title about Night Presses, Their Owners, and What Became of All of Them in the End"
	for width := int64(2_000); width < 40_000; width += 1_500 {
		opt.Spine = mm(width)
		s := New(meta, opt)
		if s.Bare != (opt.Spine < TitleRoom()) || s.Bare != (len(s.Document.Pages) == 3) {
			t.Fatalf("a spine of %s: bare %v, %d pages", opt.Spine, s.Bare, len(s.Document.Pages))
		}
		if s.Bare {
			continue
		}
		page := s.Document.Pages[3]
		for _, item := range page.Items {
			line := item.(*layout.Line)
			size := line.Words[0].Size
			left, right := line.Extent()
			if line.Y-size.Scale(7, 10) < mm(foldClear)-layout.Point || line.Y+size.Scale(27, 100) > page.Height-mm(foldClear)+layout.Point ||
				left < mm(endClear)-layout.Point || right > page.Width-mm(endClear)+layout.Point {
				t.Errorf("a spine of %s: a line at %s from %s to %s, of %s", opt.Spine, line.Y, left, right, size)
			}
		}
	}
	for _, test := range []struct {
		title string
		up    bool
		want  imposition.Turn
	}{{"Night", false, imposition.QuarterRight}, {"Night", true, imposition.QuarterLeft}, {"דפוס", false, imposition.QuarterLeft}} {
		meta.Title, opt.Upwards, opt.Spine = test.title, test.up, mm(12_000)
		if got := New(meta, opt).Side.Pages[3].Turn; got != test.want {
			t.Errorf("%s, upwards %v: turn %d, want %d", test.title, test.up, got, test.want)
		}
	}
	opt.Spine = 0
	if s := New(meta, opt); s.Bare || len(s.Document.Pages) != 3 {
		t.Error("a stapled book has a spine")
	}
}

// TestReadsUpwards holds the customs of some languages.
func TestReadsUpwards(t *testing.T) {
	for tag, want := range map[string]bool{"en-GB": false, "nl": false, "sv": false, "fr": true, "es-MX": true, "de": true, "ru": true, "he": false, "": false} {
		if got := ReadsUpwards(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

// TestBlurb holds that a description ends above what stands at the foot, cut if need be.
func TestBlurb(t *testing.T) {
	meta, opt := whole(t)
	opt.Width, opt.Height = mm(105_000), mm(148_000)
	for _, n := range []int{0, 1, 10, 40, 120, 600} {
		meta.Description = strings.Repeat("The press prints at night. ", n)
		s := New(meta, opt)
		page := s.Document.Pages[2]
		if n == 0 && !strings.Contains(strings.Join(words(page), "\n"), meta.Title) {
			t.Error("a back without a description does not name the book")
		}
		if s.Cut != (n >= 120) {
			t.Errorf("%d sentences: cut %v", n, s.Cut)
		}
		var lines []*layout.Line
		for _, item := range page.Items {
			if l, ok := item.(*layout.Line); ok && len(l.Words) > 3 {
				lines = append(lines, l)
			}
		}
		if s.Cut && !strings.HasSuffix(lines[len(lines)-1].Words[len(lines[len(lines)-1].Words)-1].Run.Text, "…") {
			t.Error("no ellipsis")
		}
		for _, item := range page.Items {
			d, ok := item.(*layout.Drawing)
			for _, l := range lines {
				if ok && l.Words[0].Size >= blurbSmall && l.Y > d.Y {
					t.Errorf("%d sentences: a line at %s beside the barcode at %s", n, l.Y, d.Y)
				}
			}
		}
	}
}

// TestPicture holds that a picture covers the front with its bleed and keeps its
// proportions, and what is said of its size.
func TestPicture(t *testing.T) {
	meta, opt := whole(t)
	for _, test := range []struct{ width, height, dots, shown int }{
		{1784, 2552, 300, 97}, {1600, 2560, 269, 86}, {4000, 1000, 117, 17}, {151, 216, 25, 97},
	} {
		opt.Picture = &book.Picture{Width: test.width, Height: test.height, Print: book.PictureFile{Width: test.width, Height: test.height}}
		s := New(meta, opt)
		if s.Dots != test.dots || s.Shown != test.shown {
			t.Errorf("%d × %d: %d dots, %d %% shown, want %d and %d", test.width, test.height, s.Dots, s.Shown, test.dots, test.shown)
		}
		page := s.Document.Pages[0]
		p := page.Items[0].(*layout.Picture)
		if p.X > opt.Bleed || p.Y > 0 || p.X+p.Width < page.Width || p.Y+p.Height < page.Height-1 {
			t.Errorf("%d × %d: the picture leaves a part of the front free: %v", test.width, test.height, p)
		}
		if got := p.Width.Scale(int64(test.height), int64(test.width)) - p.Height; got < -layout.Point/10 || got > layout.Point/10 {
			t.Errorf("%d × %d is drawn out of proportion", test.width, test.height)
		}
	}
}

// TestSame makes a cover twice.
func TestSame(t *testing.T) {
	meta, opt := whole(t)
	if !reflect.DeepEqual(New(meta, opt).Side, New(meta, opt).Side) {
		t.Error("two covers of one book differ")
	}
	opt.Text = []string{"First of all.", "And then."}
	if text := strings.Join(words(New(meta, opt).Document.Pages[2]), "\n"); !strings.Contains(text, "First of all.\nAnd then.") || strings.Contains(text, meta.Description) {
		t.Errorf("the back says\n%s", text)
	}
}

// TestInkOn holds that what stands on a ground can be read: 4.5:1 or more (WCAG 2.2
// §1.4.3) on a range of colours.
func TestInkOn(t *testing.T) {
	for _, test := range []struct {
		ground, want layout.Ink
	}{{layout.Ink{R: 23, G: 50, B: 77}, white()}, {white(), layout.Ink{}}, {layout.Ink{R: 255, G: 220}, layout.Ink{}}, {layout.Ink{R: 150}, white()}} {
		if got := inkOn(test.ground); got != test.want {
			t.Errorf("on %v: %v", test.ground, got)
		}
	}
}
