package validators

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// renderDPI is the dots to the inch of the drawings that are compared.
const renderDPI = 40

// Alike fails t if Poppler, MuPDF, Ghostscript and pdf.js in Chromium do not draw the
// given pages of the PDF at path, counted from 1, alike: in the mean of small fields of
// the page. It fails t too if pdf.js has anything to say.
func Alike(t testing.TB, path string, pages ...int) {
	t.Helper()
	dir := t.TempDir()
	first, found, err := alike(dir, path, pages)
	report(t, "renderers", found, err)
	found, err = alikeInBrowser(dir, path, pages, first)
	report(t, "pdf.js", found, err)
}

// A renderer is a program that draws a page.
type renderer struct {
	name string
	args func(path, picture string, page int) []string
}

// renderers lists the programs and how each draws a page into a portable greymap.
func renderers() []renderer {
	dpi := strconv.Itoa(renderDPI)
	return []renderer{
		{"pdftoppm", func(path, picture string, page int) []string {
			n := strconv.Itoa(page)
			return []string{"-gray", "-r", dpi, "-f", n, "-l", n, "-singlefile", path, picture}
		}},
		{"mutool", func(path, picture string, page int) []string {
			return []string{"draw", "-q", "-r", dpi, "-F", "pgm", "-o", picture + ".pgm", path, strconv.Itoa(page)}
		}},
		{"gs", func(path, picture string, page int) []string {
			n := strconv.Itoa(page)
			return []string{"-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pgmraw", "-r" + dpi,
				"-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-dFirstPage=" + n, "-dLastPage=" + n,
				"-sOutputFile=" + picture + ".pgm", path}
		}},
	}
}

// alike compares the programs that draw a page. It returns what the first of them drew.
func alike(dir, path string, pages []int) (firsts []*image.Gray, found []Problem, err error) {
	if len(pages) == 0 {
		return nil, nil, errNoFiles
	}
	for _, page := range pages {
		var first *image.Gray
		for _, r := range renderers() {
			picture := filepath.Join(dir, fmt.Sprintf("%s%d", r.name, page))
			drawn, err := r.draw(path, picture, page)
			if err != nil {
				return nil, nil, err
			}
			if first == nil {
				first = drawn
				firsts = append(firsts, drawn)
			} else if text := difference(first, drawn); text != "" {
				found = append(found, Problem{File: path, Rule: r.name, Text: fmt.Sprintf("page %d: %s", page, text)})
			}
		}
	}
	return firsts, found, nil
}

// alikeInBrowser compares what pdf.js draws with what was drawn of each page before.
func alikeInBrowser(dir, path string, pages []int, before []*image.Gray) ([]Problem, error) {
	h, err := findHome()
	if err != nil {
		return nil, err
	}
	args := []string{path, dir, strconv.Itoa(renderDPI)}
	for _, page := range pages {
		args = append(args, strconv.Itoa(page))
	}
	node, err := h.node("reader/draw.mjs", args...)
	if err != nil {
		return nil, err
	}
	out, err := node.run()
	if err != nil {
		return nil, err
	}
	found := complaints(path, out)
	for i, page := range pages {
		drawn, err := readDrawing(filepath.Join(dir, fmt.Sprintf("pdfjs%d.png", page)))
		if err != nil {
			return nil, fmt.Errorf("pdf.js drew nothing: %s", out.said())
		}
		if text := difference(before[i], drawn); text != "" {
			found = append(found, Problem{File: path, Rule: "pdf.js", Text: fmt.Sprintf("page %d: %s", page, text)})
		}
	}
	return found, nil
}

// readDrawing reads a picture as shades of grey.
func readDrawing(path string) (*image.Gray, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	grey := image.NewGray(image.Rectangle{Max: m.Bounds().Size()})
	draw.Draw(grey, grey.Rect, m, m.Bounds().Min, draw.Src)
	return grey, nil
}

func (r renderer) draw(path, picture string, page int) (*image.Gray, error) {
	cmd, err := program(r.name, r.args(path, picture, page)...)
	if err != nil {
		return nil, err
	}
	out, err := cmd.run()
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(picture + ".pgm")
	if err != nil || out.status != 0 {
		return nil, fmt.Errorf("%s drew nothing: %s", r.name, out.said())
	}
	return readGreymap(data)
}

// readGreymap reads a binary portable greymap of 8 bits.
func readGreymap(data []byte) (*image.Gray, error) {
	var n [3]int
	rest, ok := bytes.CutPrefix(data, []byte("P5"))
	for i := 0; ok && i < 3; {
		rest = bytes.TrimLeft(rest, " \n\t\r")
		if len(rest) > 0 && rest[0] == '#' {
			_, rest, ok = bytes.Cut(rest, []byte("\n"))
			continue
		}
		end := bytes.IndexAny(rest, " \n\t\r")
		if end < 0 {
			return nil, fmt.Errorf("no greymap")
		}
		n[i], _ = strconv.Atoi(string(rest[:end]))
		rest = rest[end:]
		i++
	}
	if !ok || len(rest) < 1+n[0]*n[1] || n[0] == 0 || n[2] != 255 {
		return nil, fmt.Errorf("no greymap")
	}
	return &image.Gray{Pix: rest[1 : 1+n[0]*n[1]], Stride: n[0], Rect: image.Rect(0, 0, n[0], n[1])}, nil
}

// Two drawings of a field of this many pixels a side may differ by so much of 255 in
// the mean: renderers smooth and weigh letters differently. A line of text that is
// missing, or another size of type, differs by 60 and more.
const field, fieldTolerance = 16, 30

// difference tells how two drawings differ, "" for not more than renderers do.
func difference(a, b *image.Gray) string {
	size := a.Rect.Size()
	if d := size.Sub(b.Rect.Size()); d.X < -1 || d.X > 1 || d.Y < -1 || d.Y > 1 {
		return fmt.Sprintf("%v in size, not %v", b.Rect.Size(), size)
	}
	for y := 0; y+field < size.Y; y += field {
		for x := 0; x+field < size.X; x += field {
			p, q := mean(a, x, y), mean(b, x, y)
			if p-q > fieldTolerance || q-p > fieldTolerance {
				return fmt.Sprintf("grey of %d, not %d, at %d, %d of %v", q, p, x, y, size)
			}
		}
	}
	return ""
}

// mean returns the mean grey of a field.
func mean(m *image.Gray, x, y int) int {
	sum := 0
	for dy := range field {
		for dx := range field {
			sum += int(m.GrayAt(x+dx, y+dy).Y)
		}
	}
	return sum / (field * field)
}
