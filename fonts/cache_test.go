package fonts

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// corpusWords returns the words of the real articles in order, or skips.
func corpusWords(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../shared/corpus/anarwiki/pages/*.md")
	if err != nil || len(files) == 0 {
		t.Skip("the folder of real articles, ../shared/corpus, is not there")
	}
	var words []string
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			words = append(words, strings.Fields(lines.Text())...)
		}
		if err := lines.Err(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return words
}

// TestCacheShares checks that the same text gives the same runs, that each thing
// that shaping depends on is told apart, and that this holds while the table grows.
func TestCacheShares(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	first := shaper.Shape("Kropotkin", Roman, Features{}, "en")
	for i := range 3 * firstTableSize {
		shaper.Shape(strings.Repeat("a", 1+i%7)+string(rune('a'+i%26))+string(rune(0x100+i%8192)), Style(i%4), Features{}, "en")
	}
	if again := shaper.Shape("Kropotkin", Roman, Features{}, "en"); again[0] != first[0] {
		t.Error("the same text was shaped twice")
	}
	seen := map[*Run]bool{first[0]: true}
	for _, other := range [][]*Run{
		shaper.Shape("Kropotkin", Italic, Features{}, "en"),
		shaper.Shape("Kropotkin", Bold, Features{}, "en"),
		shaper.Shape("Kropotkin", Roman, Features{SmallCaps: true}, "en"),
		shaper.Shape("Kropotkin", Roman, Features{AllSmallCaps: true}, "en"),
		shaper.Shape("Kropotkin", Roman, Features{Figures: OldStyle}, "en"),
		shaper.Shape("Kropotkin", Roman, Features{NoLigatures: true}, "en"),
		shaper.Shape("Kropotkin", Roman, Features{}, "tr"),
		shaper.Shape("Kropotkin", Roman, Features{}, ""),
	} {
		if seen[other[0]] {
			t.Errorf("%+v was taken for something else", other[0])
		}
		seen[other[0]] = true
	}
}

// TestConcurrent shapes the same words in several goroutines, which must all be
// given the same runs.
func TestConcurrent(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	var words []string
	for i := range 400 {
		words = append(words, string(rune('a'+i%26))+string(rune('а'+i%32))+strings.Repeat("fi", i%5))
	}
	results := make([][][]*Run, 4)
	var wait sync.WaitGroup
	for g := range results {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i, word := range words {
				results[g] = append(results[g], shaper.Shape(word, Style(i%4), Features{}, "en"))
			}
		}()
	}
	wait.Wait()
	for i, word := range words {
		for g := range results {
			if len(results[g][i]) != len(results[0][i]) || results[g][i][0] != results[0][i][0] {
				t.Fatalf("%q: goroutine %d was given runs of its own", word, g)
			}
		}
	}
}

// BenchmarkDefault opens the bundled faces without using any.
func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		defaultFamily(b)
	}
}

// BenchmarkFirstWord opens the bundled faces and shapes one word: the price of
// starting.
func BenchmarkFirstWord(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewShaper(defaultFamily(b)).Shape("office", Roman, Features{}, "en")
	}
}

// BenchmarkShapeHit looks up words that were shaped before, in the order of real
// text.
func BenchmarkShapeHit(b *testing.B) {
	words := corpusWords(b)
	shaper := NewShaper(defaultFamily(b))
	for _, word := range words {
		shaper.Shape(word, Roman, Features{Figures: OldStyle}, "en")
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		shaper.Shape(words[i%len(words)], Roman, Features{Figures: OldStyle}, "en")
	}
}

// BenchmarkShapeMiss shapes every distinct word of the real articles once; one
// operation is one word.
func BenchmarkShapeMiss(b *testing.B) {
	distinct := distinctWords(corpusWords(b))
	family := defaultFamily(b)
	shaper := NewShaper(family)
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		if i%len(distinct) == 0 {
			shaper = NewShaper(family)
		}
		shaper.Shape(distinct[i%len(distinct)], Roman, Features{Figures: OldStyle}, "en")
	}
}

func distinctWords(words []string) []string {
	seen := map[string]bool{}
	var distinct []string
	for _, word := range words {
		if !seen[word] {
			seen[word] = true
			distinct = append(distinct, word)
		}
	}
	return distinct
}

// TestCorpus shapes every distinct word of the real articles: the runs stand for
// the whole word, and only pictographs are missing.
func TestCorpus(t *testing.T) {
	shaper := NewShaper(defaultFamily(t))
	for i, word := range distinctWords(corpusWords(t)) {
		runs := shaper.Shape(word, Style(i%styleCount), Features{Figures: OldStyle}, "en")
		checkRuns(t, word, runs)
		for _, run := range runs {
			for _, r := range run.Missing {
				if r < 0x1F000 && r != '☀' {
					t.Errorf("%q: no face has %q", word, r)
				}
			}
		}
	}
}
