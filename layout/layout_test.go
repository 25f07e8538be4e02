package layout_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/picture"
	"publish/book/wiki"
	"publish/fonts"
	"publish/layout"
)

// sampleBook reads the sample that the program carries.
func sampleBook(t testing.TB) *book.Book {
	t.Helper()
	return readBook(t, filepath.Join("..", "cmd", "publish", "sample", "book.yaml"))
}

// readBook assembles the book of a manifest.
func readBook(t testing.TB, manifest string) *book.Book {
	t.Helper()
	src, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	m, diags := book.ReadManifest(manifest, src, book.ManifestOptions{})
	if diags.Worst() == book.Error {
		t.Fatal(diags)
	}
	files, err := wiki.List(m.Path(m.Articles), m.Articles)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]book.ChapterSpec{m.Front, m.Back} {
		for _, c := range list {
			files = append(files, wiki.File{Path: filepath.Join(m.Dir, c.Article)})
		}
	}
	var articles []*book.Article
	for _, r := range wiki.ReadFiles(files, 2, nil) {
		articles = append(articles, r.Article)
	}
	pictures, _ := picture.Load(m.Path(m.Images), assembly.PictureCalls(assembly.Chosen(m, articles)), picture.Options{})
	b, diags := assembly.Assemble(m, articles, pictures)
	if diags.Worst() == book.Error {
		t.Fatal(diags)
	}
	return b
}

func setBook(t testing.TB, b *book.Book, trim string, jobs int) (*layout.Document, book.Diags) {
	t.Helper()
	family, err := fonts.Default()
	if err != nil {
		t.Fatal(err)
	}
	spec, err := layout.SpecFor(trim)
	if err != nil {
		t.Fatal(err)
	}
	return layout.Layout(b, layout.Options{Spec: spec, Fonts: family, Jobs: jobs})
}

// realBooks returns the manifests of the real books, none where the corpus is not
// there.
func realBooks(t testing.TB) []string {
	books, err := filepath.Glob(filepath.Join("..", "..", "shared", "corpus", "books", "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return books
}

// TestEveryWordIsSet compares the words that the elements of the pages own with the
// words of the book: all are there, and in order.
func TestEveryWordIsSet(t *testing.T) {
	t.Run("sample", func(t *testing.T) { everyWord(t, sampleBook(t)) })
	if testing.Short() {
		return
	}
	for _, name := range realBooks(t) {
		t.Run(filepath.Base(name), func(t *testing.T) { everyWord(t, readBook(t, name)) })
	}
}

func everyWord(t *testing.T, b *book.Book) {
	doc, _ := setBook(t, b, "a5", 2)
	got := letters(textOfPages(doc))
	at := 0
	find := func(inlines []book.Inline) {
		want := letters(textWithCalls(inlines))
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("%s: not on the pages, or not in order: %.80q", inlines[0].Position(), want)
		}
		at += i + len(want)
	}
	for _, ch := range append(b.Body(), b.Back...) {
		book.EachText(ch.Blocks, find)
	}
	for _, ch := range b.Chapters() {
		for _, n := range ch.Notes {
			book.EachText(n.Blocks, find)
		}
	}
}

// textOfPages is all that the structure tree owns, in the order of the pages.
func textOfPages(doc *layout.Document) string {
	var set strings.Builder
	said := pagesSaid(doc)
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok {
				continue
			}
			for _, w := range line.Words {
				if w.Element == nil || within(w.Element, said) {
					continue
				}
				text := w.Run.Text
				if w.SoftHyphen {
					text = strings.TrimSuffix(text, "-")
				}
				set.WriteString(text)
			}
		}
	}
	return set.String()
}

// textWithCalls is the text of inlines with the numbers of their notes, as print
// has it.
func textWithCalls(inlines []book.Inline) string {
	var b strings.Builder
	book.WalkInlines(inlines, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			b.WriteString(in.Value)
		case *book.CodeSpan:
			b.WriteString(in.Value)
		case *book.NoteRef:
			b.WriteString(itoa(in.Number))
		}
		return true
	})
	return b.String()
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// letters drops blanks, which lines do not keep.
func letters(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == '\u00a0' || r == '\u3000' }), "")
}

// TestTypeArea holds that nothing but hanging punctuation leaves the type area and
// that each trim keeps its proportions.
func TestTypeArea(t *testing.T) {
	b := sampleBook(t)
	for _, trim := range layout.Trims() {
		t.Run(trim, func(t *testing.T) {
			doc, diags := setBook(t, b, trim, 2)
			for _, d := range diags {
				if d.Code == book.LineOverfull {
					t.Error(d)
				}
			}
			spec, _ := layout.SpecFor(trim)
			for i, page := range doc.Pages {
				left, right := margins(spec, i)
				for _, item := range page.Items {
					if line, ok := item.(*layout.Line); ok {
						checkLine(t, page, line, left, right)
					}
				}
			}
		})
	}
}

// margins returns the left and right edge of the type area of page i: the first
// page is a recto.
func margins(spec layout.Spec, i int) (left, right layout.Length) {
	left = spec.Inner
	if i%2 == 1 {
		left = spec.Outer
	}
	return left, left + spec.Measure()
}

func checkLine(t *testing.T, page *layout.Page, line *layout.Line, left, right layout.Length) {
	t.Helper()
	last := line.Words[len(line.Words)-1]
	for _, w := range line.Words {
		if w.X > last.X {
			last = w // of words read from right to left the first
		}
	}
	hang := last.Size / 4
	if line.Words[0].X < left-hang {
		t.Errorf("page %s: %q begins %s left of the type area", page.Folio, line.Words[0].Run.Text, left-line.Words[0].X)
	}
	width := last.Size.Scale(int64(last.Run.Advance), int64(last.Run.Face.UnitsPerEm))
	width += width.Scale(int64(last.Expand), 100_000)
	if end := last.X + width; end > right+hang {
		t.Errorf("page %s: %q ends %s right of the type area", page.Folio, last.Run.Text, end-right)
	}
}

// TestJustified holds that the lines of a paragraph but the last end at the
// margin: every line that ends in a divided word is such a line.
func TestJustified(t *testing.T) {
	doc, _ := setBook(t, sampleBook(t), "a5", 2)
	spec, _ := layout.SpecFor("a5")
	checked := 0
	for i, page := range doc.Pages {
		_, right := margins(spec, i)
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok || !line.Words[len(line.Words)-1].SoftHyphen || line.Words[0].Size != spec.Text.Size {
				continue
			}
			last := line.Words[len(line.Words)-1]
			width := last.Size.Scale(int64(last.Run.Advance), int64(last.Run.Face.UnitsPerEm))
			width += width.Scale(int64(last.Expand), 100_000)
			end := last.X + width - last.Size.Scale(160, 1000)
			inset := spec.Text.Size.Scale(3, 2) // of a quotation
			if off := end - right; abs(off) > layout.Point/100 && abs(off+inset) > layout.Point/100 {
				t.Errorf("page %s: the line that ends in %q is off the margin by %s", page.Folio, last.Run.Text, off)
			}
			checked++
		}
	}
	if checked < 20 {
		t.Errorf("only %d lines checked", checked)
	}
}

func abs(l layout.Length) layout.Length { return max(l, -l) }

// TestGrid holds that lines of text stand on the grid of the page.
func TestGrid(t *testing.T) {
	doc, _ := setBook(t, sampleBook(t), "a5", 2)
	spec, _ := layout.SpecFor("a5")
	on, off := 0, 0
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok || line.Words[0].Size != spec.Text.Size || line.Words[0].Element == nil {
				continue
			}
			if (line.Y-spec.Head)%spec.Text.Leading == firstBaseline(spec) {
				on++
			} else {
				off++
			}
		}
	}
	if on < 1000 || off*100 > on {
		t.Errorf("%d lines on the grid, %d off it", on, off)
	}
}

func firstBaseline(spec layout.Spec) layout.Length {
	return (spec.Text.Leading-spec.Text.Size)/2 + spec.Text.Size.Scale(79, 100)
}

// TestPlaces holds that every ID that something leads to has its place on a page.
func TestPlaces(t *testing.T) {
	b := sampleBook(t)
	doc, _ := setBook(t, b, "a5", 2)
	place := func(id string) {
		t.Helper()
		at, ok := doc.Places[id]
		if !ok || at.Page < 0 || at.Page >= len(doc.Pages) {
			t.Errorf("%q has no place", id)
		}
	}
	for _, ch := range b.Chapters() {
		place(ch.ID)
		for _, n := range ch.Notes {
			place(n.ID)
			for _, ref := range n.Refs {
				place(ref)
			}
		}
	}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if link, ok := item.(*layout.LinkArea); ok && link.Target != "" {
				place(link.Target)
			}
		}
	}
	for _, o := range doc.Outline {
		place(o.Target)
	}
}

// TestFolios holds that folios rise by one, roman before arabic.
func TestFolios(t *testing.T) {
	doc, _ := setBook(t, sampleBook(t), "a5", 2)
	body := 0
	for i, page := range doc.Pages {
		if page.Folio == "1" {
			body = i
		}
	}
	if body == 0 || body%2 != 0 {
		t.Fatalf("page 1 is sheet side %d, want a recto after front matter", body)
	}
	for i, page := range doc.Pages[body:] {
		if page.Folio != itoa(i+1) {
			t.Fatalf("page %d has folio %q", i+1, page.Folio)
		}
	}
}

// TestWorkers holds that the number of workers changes nothing.
func TestWorkers(t *testing.T) {
	b := sampleBook(t)
	var want []byte
	for _, jobs := range []int{1, 3} {
		doc, _ := setBook(t, b, "a5", jobs)
		var got bytes.Buffer
		if err := doc.Dump(&got); err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got.Bytes()
		} else if !bytes.Equal(want, got.Bytes()) {
			t.Errorf("%d workers set other pages than one", jobs)
		}
	}
}

// TestNoWidows holds that no page starts with the last line of a paragraph or ends
// with the first, told by the elements that own the lines.
func TestNoWidows(t *testing.T) {
	doc, _ := setBook(t, sampleBook(t), "a5", 2)
	count := map[*layout.Element][]int{} // lines of each paragraph, by page
	pages := map[*layout.Element][]int{}
	for i, page := range doc.Pages {
		seen := map[*layout.Element]bool{}
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok {
				continue
			}
			e := paragraphOf(line.Words[0].Element)
			if e == nil {
				continue
			}
			if !seen[e] {
				seen[e] = true
				pages[e] = append(pages[e], i)
				count[e] = append(count[e], 0)
			}
			count[e][len(count[e])-1]++
		}
	}
	for e, lines := range count {
		if len(lines) > 1 && (lines[0] < 2 || lines[len(lines)-1] < 2) {
			t.Errorf("a paragraph that starts on page %s has %v lines on its pages", doc.Pages[pages[e][0]].Folio, lines)
		}
	}
}

func paragraphOf(e *layout.Element) *layout.Element {
	for ; e != nil; e = e.Parent {
		if e.Role == "P" {
			return e
		}
	}
	return nil
}

func BenchmarkLayout(b *testing.B) {
	for _, name := range []string{"../cmd/publish/sample/book.yaml", "../../shared/corpus/books/unknown-revolution.yaml"} {
		if _, err := os.Stat(name); err != nil {
			continue
		}
		b.Run(filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name), func(b *testing.B) {
			bk := readBook(b, name)
			b.ReportAllocs()
			for b.Loop() {
				setBook(b, bk, "a5", 1)
			}
		})
	}
}
