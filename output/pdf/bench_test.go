package pdf

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"publish/layout"
)

// vocabulary returns words for a document of no meaning: those of real articles if
// the corpus is beside the project, else made-up ones.
func vocabulary(t testing.TB) (words []string, real bool) {
	files, _ := filepath.Glob("../../../shared/corpus/anarwiki/pages/*.md")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range strings.Fields(string(data)) {
			if strings.IndexFunc(word, func(r rune) bool {
				return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune(".,;’“”", r))
			}) < 0 {
				words = append(words, word)
			}
		}
	}
	if len(words) > 0 {
		return words, true
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 40_000 {
		var b strings.Builder
		for range 1 + r.IntN(3) {
			b.WriteByte("bcdfghklmnprst"[r.IntN(14)])
			b.WriteByte("aeiou"[r.IntN(5)])
			b.WriteString([]string{"", "n", "r", "st", "ffi"}[r.IntN(5)])
		}
		words = append(words, b.String())
	}
	return words, false
}

// prose is a document of justified lines, 33 a page, with a running head, and a
// paragraph every seven lines.
func prose(t testing.TB, pages int) *composer {
	c := newComposer(t)
	words, _ := vocabulary(t)
	next := 0
	for n := range pages {
		c.newPage(fmt.Sprint(n + 1))
		var e *layout.Element
		for i := range 33 {
			if i%7 == 0 {
				e = c.doc.Root.Add("P")
			}
			c.y += testLeading
			c.startLine()
			next = c.justified(words, next, e)
		}
	}
	return c
}

// justified sets a line of words from number next on, and returns the number of
// the first that did not fit.
func (c *composer) justified(words []string, next int, e *layout.Element) int {
	const measure, blank = 295 * layout.Point, 250
	total := layout.Length(0)
	for {
		run := c.shaper.Shape(words[next%len(words)], 0, body.features, "en")[0]
		width := layout.Length(run.Advance) * body.size / 1000
		if total+width+layout.Length(len(c.line.Words))*blank*body.size/1000 > measure {
			break
		}
		c.line.Words = append(c.line.Words, layout.Word{
			X: total, Run: run, Size: body.size, Element: e, Space: true,
		})
		total += width
		next++
	}
	n := layout.Length(len(c.line.Words) - 1)
	for i := range c.line.Words {
		c.line.Words[i].X += testMargin + (measure-total)*layout.Length(i)/max(n, 1)
	}
	return next
}

// counter counts the bytes written to it.
type counter int64

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

func BenchmarkWrite(b *testing.B) {
	for _, pages := range []int{300, 1500, 3000} {
		c := prose(b, pages)
		b.Run(fmt.Sprint(pages, "pages"), func(b *testing.B) {
			b.ReportAllocs()
			var n counter
			for b.Loop() {
				n = 0
				if err := Write(&n, c.doc, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)/float64(pages), "B/page")
		})
	}
}

// BenchmarkFinish measures the finishing pass alone, the rest of Write being
// BenchmarkDraw.
func BenchmarkFinish(b *testing.B) {
	c := prose(b, 1500)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		f, err := drawDocument(c.doc)
		if err != nil {
			b.Fatal(err)
		}
		f.opt = Options{Level: 6, Jobs: runtime.GOMAXPROCS(0)}
		b.StartTimer()
		if err := f.finish(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	c := prose(b, 1500)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := drawDocument(c.doc); err != nil {
			b.Fatal(err)
		}
	}
}
