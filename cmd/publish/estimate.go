package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"publish/book"
	"publish/layout"
)

// estimate is what a book takes of paper. Lengths are thousandths of a millimetre.
type estimate struct {
	Pages   pageCount      `json:"pages"`
	Sheets  *sheetCount    `json:"sheets,omitempty"`         // nil where the pages go on no sheets
	Refused string         `json:"sheets-refused,omitempty"` // why they cannot
	Wrap    *wrapSize      `json:"wrap-cover,omitempty"`
	Large   *pageCount     `json:"large-print,omitempty"`
	Compact *compactSaving `json:"compact,omitempty"`
}

// pageCount is the pages of one layout, and the spine that they make when they are
// printed on both sides.
type pageCount struct {
	Trim  string `json:"trim"`
	Count int    `json:"count"`
	Front int    `json:"front-matter"` // those with roman folios
	Blank int    `json:"blank"`
	Paper int64  `json:"paper-micrometres"` // thickness of a leaf
	Spine int64  `json:"spine-micrometres"`
}

// wrapSize is the printed area of a wrap cover, with its bleed.
type wrapSize struct {
	Width  int64 `json:"width-micrometres"`
	Height int64 `json:"height-micrometres"`
	Spine  int64 `json:"spine-micrometres"`
	Titled bool  `json:"spine-title"`
}

// sheetCount is what one copy of the booklet is printed on.
type sheetCount struct {
	Scheme     string `json:"scheme"`
	Side       int    `json:"pages-a-side"`   // of one copy
	Sides      int    `json:"sides-printed"`  // of each sheet
	Scale      int64  `json:"scale-thousand"` // of the pages: 1000 at most
	Size       string `json:"size"`
	Count      int    `json:"count"`
	Copies     int    `json:"copies-on-a-sheet"`
	Signatures []int  `json:"signatures,omitempty"` // sheets of each; none where nothing is folded
	Added      int    `json:"blank-pages-added"`
	Grams      int64  `json:"grams-a-copy"`
}

// compactSaving weighs the compact pages against plain ones.
type compactSaving struct {
	Plain int `json:"plain-pages"`
	Saved int `json:"pages-saved"`
}

// estimateOf counts what the layouts of a writer take.
func estimateOf(w *writer) *estimate {
	m := w.source.manifest
	e := &estimate{Pages: countPages(w.doc, m.PDF.Trim, m.Booklet.Paper)}
	if m.PDF.Trim != "e-reader" {
		if b, err := newBooklet(m, w.doc); err != nil {
			e.Refused = strings.TrimPrefix(err.Error(), "imposition: ")
		} else {
			e.Sheets = countSheets(b)
		}
	}
	if w.wrap != nil {
		bleed := w.wrap.Side.Bleed
		e.Wrap = &wrapSize{micrometres(bleed.Width), micrometres(bleed.Height), wrapSpine(m, len(w.doc.Pages)), !w.wrap.Bare}
	}
	if w.large != nil {
		large := countPages(w.large, largeTrim(m), m.Booklet.Paper)
		e.Large = &large
	}
	if w.plainPages > 0 {
		e.Compact = &compactSaving{w.plainPages, w.plainPages - e.Pages.Count}
	}
	return e
}

// countPages counts the pages of a document.
func countPages(doc *layout.Document, trim string, paper int64) pageCount {
	c := pageCount{Trim: trim, Count: len(doc.Pages), Paper: paper}
	for _, page := range doc.Pages {
		if len(page.Items) == 0 {
			c.Blank++
		}
		if strings.IndexFunc(page.Folio, unicode.IsDigit) < 0 {
			c.Front++
		}
	}
	c.Spine = int64(c.Count+1) / 2 * paper
	return c
}

// bulk is the volume of paper, in hundredths of a cubic centimetre a gram. Office paper
// of 0.1 mm weighs 80 grams a square metre.
const bulk = 125

// countSheets counts the sheets of a booklet.
func countSheets(b *booklet) *sheetCount {
	s := b.spec
	c := &sheetCount{Scheme: s.Scheme.String(), Side: 2, Sides: 2, Scale: b.plan.Scale, Size: s.Sheet, Count: len(b.plan.Book()),
		Copies: max(s.Copies, 1), Signatures: b.plan.Signatures, Added: b.plan.Blanks}
	switch s.Scheme {
	case book.SchemeFourUp:
		c.Side = 4
	case book.SchemeZine:
		c.Side, c.Sides = 8, 1
	}
	area := s.SheetWidth / 1000 * (s.SheetHeight / 1000) // square millimetres
	c.Grams = int64(c.Count) * area * s.Paper / (10_000 * bulk) / int64(c.Copies)
	return c
}

// estimate prints what the book takes, and writes nothing but the report.
func (p *program) estimate(w *writer) error {
	e := estimateOf(w)
	report, err := p.stageReport(w, nil)
	if err == nil {
		err = report.finish()
	}
	if err != nil {
		return err
	}
	p.progress.end()
	if p.flags.diagnostics == "json" {
		return json.NewEncoder(p.stdout).Encode(e)
	}
	e.write(p.stdout)
	return nil
}

// write prints an estimate, a line for each layout and each kind of count.
func (e *estimate) write(out io.Writer) {
	e.Pages.write(out, "pages")
	if s := e.Sheets; s != nil {
		fmt.Fprintf(out, "sheets: %d of %s", s.Count, s.Size)
		if s.Copies > 1 {
			fmt.Fprintf(out, " for %d copies", s.Copies)
		}
		fmt.Fprintf(out, ", %d blank pages added, %d g of paper a copy\n", s.Added, s.Grams)
		if len(s.Signatures) > 0 {
			fmt.Fprintf(out, "signatures: %s\n", signatureSizes(s.Signatures))
		}
		fmt.Fprintf(out, "scheme: %s, %d pages a side at %s, printed on %s\n", s.Scheme, s.Side, percent(s.Scale), [...]string{1: "one side", 2: "both sides"}[s.Sides])
	}
	if e.Refused != "" {
		fmt.Fprintf(out, "sheets: none, since %s\n", e.Refused)
	}
	if c := e.Wrap; c != nil {
		title := "with the title"
		if !c.Titled {
			title = "too thin for a title"
		}
		fmt.Fprintf(out, "wrap-cover: %s × %s mm with its bleed, spine %s mm, %s\n", tenths(c.Width), tenths(c.Height), tenths(c.Spine), title)
	}
	if e.Compact != nil {
		fmt.Fprintf(out, "compact: %d pages fewer than %d\n", e.Compact.Saved, e.Compact.Plain)
	}
	if e.Large != nil {
		e.Large.write(out, "large-print")
	}
}

func (c *pageCount) write(out io.Writer, name string) {
	fmt.Fprintf(out, "%s: %d of %s, %d of them front matter, %d blank\n", name, c.Count, c.Trim, c.Front, c.Blank)
	if c.Trim != "e-reader" {
		fmt.Fprintf(out, "%s spine: %d.%d mm, of paper %d.%02d mm thick\n", name, c.Spine/1000, c.Spine%1000/100, c.Paper/1000, c.Paper%1000/10)
	}
}

// micrometres returns a length in thousandths of a millimetre.
func micrometres(l layout.Length) int64 { return int64((l*25_400 + layout.Inch/2) / layout.Inch) }

// tenths returns thousandths of a millimetre as millimetres: 6.4.
func tenths(n int64) string { return fmt.Sprintf("%d.%d", n/1000, n%1000/100) }

// signatureSizes tells how many signatures there are of each number of sheets, in the
// order in which the numbers first come.
func signatureSizes(sheets []int) string {
	var sizes []int
	count := map[int]int{}
	for _, n := range sheets {
		if count[n]++; !slices.Contains(sizes, n) {
			sizes = append(sizes, n)
		}
	}
	var parts []string
	for _, n := range sizes {
		parts = append(parts, fmt.Sprintf("%d of %d sheets", count[n], n))
	}
	return strings.Join(parts, ", ")
}

// countPlain sets the pages once more as they would be if they were not compact, where
// somebody wants to know what is saved.
func (p *program) countPlain(w *writer) (int, error) {
	design := w.source.manifest.PDF
	if !design.Compact || !p.flags.estimate && p.flags.report == "" {
		return 0, nil
	}
	design.Compact = false
	spec, err := pageDesign(design, w.source.manifest.Study)
	if err != nil {
		return 0, err
	}
	doc, _ := p.setBook("setting the pages as they would be if they were not compact", w.book, spec, w.family)
	return len(doc.Pages), nil
}

// largeTrim returns the page of the large-print edition: the manifest's, or letter if
// the pages of the book are measured in inches, else A4.
func largeTrim(m *book.Manifest) string {
	switch {
	case m.LargePrint.Trim != "":
		return m.LargePrint.Trim
	case slices.Contains([]string{"letter", "half-letter", "6x9"}, m.PDF.Trim):
		return "letter"
	}
	return "a4"
}
