package validators

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A spoiltBook is the book of testdata with one thing changed, and what a
// validator must say about it: a rule, and a part of the place and text.
type spoiltBook struct {
	name             string
	old, replacement string
	rule, says       string
}

// verdicts checks that every spoilt book was found guilty of its fault, and the
// sound book, the first of paths, of nothing.
func verdicts(t *testing.T, paths []string, books []spoiltBook, found []Problem) {
	t.Helper()
	for _, p := range found {
		if strings.HasPrefix(p.File, paths[0]) {
			t.Errorf("against the sound book: %v", p)
		}
	}
	for i, book := range books {
		var said []string
		guilty := false
		for _, p := range found {
			if strings.HasPrefix(p.File, paths[i+1]) {
				said = append(said, p.String())
				guilty = guilty || p.Rule == book.rule && strings.Contains(p.String(), book.says)
			}
		}
		if !guilty {
			t.Errorf("%s: no %s with %q in %q", book.name, book.rule, book.says, said)
		}
	}
}

func makeAll(t *testing.T, books []spoiltBook) []string {
	paths := []string{makeEPUB(t)}
	for _, book := range books {
		paths = append(paths, makeEPUB(t, book.old, book.replacement))
	}
	return paths
}

func TestEPUBCheckFindsFaults(t *testing.T) {
	books := []spoiltBook{
		{"no language", "<dc:language>en</dc:language>\n", "", "RSC-005", "package.opf"},
		{"broken fragment", "notes.xhtml#note1", "notes.xhtml#note9", "RSC-012", "one.xhtml:6:"},
		{"undeclared file", `"index.xhtml" media-type`, `"other.xhtml" media-type`, "RSC-001", "other.xhtml"},
		{"not well-formed", "A note. ", "A note. <p>", "RSC-016", "notes.xhtml:6:"},
	}
	paths := makeAll(t, books)
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
	books := []spoiltBook{
		{"no description", `<p><img src="picture.svg" alt="A grey board"/>`, `<p><img src="picture.svg"/>`, "image-alt", "one.xhtml"},
		{"no access mode", "<meta property=\"schema:accessModeSufficient\">textual</meta>\n", "", "metadata-accessmodesufficient", "package.opf"},
		{"unnamed landmark", ` role="doc-toc"`, "", "epub-type-has-matching-role", "nav.xhtml"},
	}
	paths := makeAll(t, books)
	found, err := ace(t.TempDir(), paths)
	report(t, "Ace", nil, err)
	verdicts(t, paths, books, found)
}

func TestReaderFindsFaults(t *testing.T) {
	books := []spoiltBook{
		{"contents", `"one.xhtml#later">Later`, `"one.xhtml#never">Later`, "toc", `"Later"`},
		{"landmark", `epub:type="index" href="index.xhtml"`, `epub:type="index" href="gone.xhtml"`, "landmarks", "gone.xhtml"},
		{"page", `"one.xhtml#p1">1</a></li></ol></nav>`, `"one.xhtml#p9">1</a></li></ol></nav>`, "pages", "p9"},
		{"link", `epub:type="index-locator" href="one.xhtml#p1"`, `epub:type="index-locator" href="one.xhtml#p9"`, "link", "index.xhtml"},
		{"backlink", "one.xhtml#ref1", "one.xhtml#later", "note", "leads back to another place"},
		{"no backlink", ` role="doc-backlink"`, "", "note", "no way back"},
		{"picture", "<p><img src=\"picture.svg\"", "<p><img src=\"nothing.svg\"", "section", "does not load"},
		{"wide text", "<p>More words", `<p style="width: 3000px">More words`, "section", "wider than the page"},
		{"outside", "<p>More words", `<img alt="x" src="http://127.0.0.1:9/x.png"/><p>More words`, "outside-request", "127.0.0.1:9"},
		{"no package", "EPUB/package.opf", "EPUB/parcel.opf", "unreadable", ""},
		{"font", "<title>One</title>", `<title>One</title><style>@font-face{font-family:F;src:url(picture.svg)} p{font-family:F}</style>`, "section", "font F"},
	}
	paths := makeAll(t, books)
	tours, found, err := reader(paths)
	report(t, "reading engine", nil, err)
	if want := (Tour{Sections: 5, TOC: 4, Landmarks: 5, Pages: 1, Links: 13, ExternalLinks: 1, Notes: 1, Pictures: 2}); tours[0] != want {
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
