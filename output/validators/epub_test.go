package validators

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A fault is something wrong with a book of these tests: text of the sound book,
// what stands there instead, and the rule and part of the message by which a
// validator must find it.
type fault struct {
	old, replacement string
	rule, says       string
}

// makeSpoilt makes the sound book, and one book for each list of faults.
func makeSpoilt(t *testing.T, books [][]fault) []string {
	t.Helper()
	paths := []string{makeEPUB(t)}
	for _, faults := range books {
		var spoil []string
		for _, f := range faults {
			spoil = append(spoil, f.old, f.replacement)
		}
		paths = append(paths, makeEPUB(t, spoil...))
	}
	return paths
}

// verdicts checks that every fault was found in its book, and nothing in the sound
// one.
func verdicts(t *testing.T, paths []string, books [][]fault, found []Problem) {
	t.Helper()
	for _, p := range found {
		if strings.HasPrefix(p.File, paths[0]) {
			t.Errorf("against the sound book: %v", p)
		}
	}
	for i, faults := range books {
		for _, f := range faults {
			if said, guilty := f.among(found, paths[i+1]); !guilty {
				t.Errorf("no %s with %q in %q", f.rule, f.says, said)
			}
		}
	}
}

// among tells whether the fault is among those found in a book, and which were.
func (f fault) among(found []Problem, book string) (said []string, guilty bool) {
	for _, p := range found {
		if strings.HasPrefix(p.File, book) {
			said = append(said, p.String())
			guilty = guilty || p.Rule == f.rule && strings.Contains(p.String(), f.says)
		}
	}
	return said, guilty
}

func TestEPUBCheckFindsFaults(t *testing.T) {
	books := [][]fault{{
		{"<dc:language>en</dc:language>\n", "", "RSC-005", "package.opf"},
		{"notes.xhtml#note1", "notes.xhtml#note9", "RSC-012", "one.xhtml:6:"},
	}, {
		{`"index.xhtml" media-type`, `"other.xhtml" media-type`, "RSC-001", "other.xhtml"},
	}, {
		{"A note. ", "A note. <p>", "RSC-016", "notes.xhtml:6:"},
	}}
	paths := makeSpoilt(t, books)
	found, err := epubcheck(t.TempDir(), paths)
	report(t, "EPUBCheck", nil, err)
	verdicts(t, paths, books, found)
}

func TestEPUBCheckOfNoEPUB(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(path, []byte("no archive"), 0o644); err != nil {
		t.Fatal(err)
	}
	found, err := epubcheck(t.TempDir(), []string{path})
	report(t, "EPUBCheck", nil, err)
	if len(found) == 0 {
		t.Error("nothing said about a file that is no archive")
	}
}

func TestAceFindsFaults(t *testing.T) {
	books := [][]fault{{
		{`<p><img src="picture.svg" alt="A grey board"/>`, `<p><img src="picture.svg"/>`, "image-alt", "one.xhtml"},
		{"<meta property=\"schema:accessModeSufficient\">textual</meta>\n", "", "metadata-accessmodesufficient", "package.opf"},
		{` role="doc-toc"`, "", "epub-type-has-matching-role", "nav.xhtml"},
	}}
	paths := makeSpoilt(t, books)
	found, err := ace(t.TempDir(), paths)
	report(t, "Ace", nil, err)
	verdicts(t, paths, books, found)
}

func TestReaderFindsFaults(t *testing.T) {
	books := [][]fault{{
		{`"one.xhtml#later">Later`, `"one.xhtml#never">Later`, "toc", `"Later"`},
		{`epub:type="index" href="index.xhtml"`, `epub:type="index" href="gone.xhtml"`, "landmarks", "gone.xhtml"},
		{`"one.xhtml#p1">1</a></li></ol></nav>`, `"one.xhtml#p9">1</a></li></ol></nav>`, "pages", "p9"},
		{`epub:type="index-locator" href="one.xhtml#p1"`, `epub:type="index-locator" href="one.xhtml#p8"`, "link", "index.xhtml"},
		{`<p><img src="picture.svg"`, `<p><img src="nothing.svg"`, "section", "does not load"},
		{"<p>More words", `<p style="width: 3000px">More words`, "section", "wider than the page"},
		{"one.xhtml#ref1", "one.xhtml#title", "note", "leads back to another place"},
	}, {
		{` role="doc-backlink"`, "", "note", "no way back"},
		{` epub:type="endnote"><p>`, `><p>`, "popup", "is taken for"},
		{"<p>More words", `<img alt="x" src="http://127.0.0.1:9/x.png"/><p>More words`, "outside-request", "127.0.0.1:9"},
		{"<title>One</title>", `<title>One</title><style>@font-face{font-family:F;src:url(picture.svg)} p{font-family:F}</style>`, "section", "font F"},
		{`<img src="picture.svg" alt="A grey board" role="doc-cover"/>`, "", "section", "shows nothing"},
	}, {
		{"EPUB/package.opf", "EPUB/parcel.opf", "unreadable", ""},
	}}
	paths := makeSpoilt(t, books)
	tours, found, err := reader(paths)
	report(t, "reading engine", nil, err)
	if want := (Tour{Sections: 5, TOC: 4, Landmarks: 5, Pages: 1, Links: 13, ExternalLinks: 1, Notes: 1, Popups: 1, Pictures: 2}); tours[0] != want {
		t.Errorf("tour %+v, want %+v", tours[0], want)
	}
	verdicts(t, paths, books, found)
}

func TestScreenshots(t *testing.T) {
	dir := t.TempDir()
	Screenshots(t, makeEPUB(t), dir, "phone", "dark")
	light := readPNG(t, filepath.Join(dir, "phone-03-chapter.png"))
	dark := readPNG(t, filepath.Join(dir, "dark-03-chapter.png"))
	if light.Bounds().Dx() != 780 {
		t.Errorf("the picture of a phone is %d pixels wide", light.Bounds().Dx())
	}
	if paper := brightness(light); paper < 250 {
		t.Errorf("the paper has brightness %d", paper)
	}
	if paper := brightness(dark); paper > 40 {
		t.Errorf("in dark mode the paper has brightness %d", paper)
	}
}

func readPNG(t *testing.T, name string) image.Image {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// brightness is that of the picture's corner, where there is only paper.
func brightness(picture image.Image) int {
	r, g, b, _ := picture.At(5, 5).RGBA()
	return int(r+g+b) / 3 >> 8
}
