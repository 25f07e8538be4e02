package wiki

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"publish/book"
)

// TestNothingIsLost holds that every word of every real article is in the
// article or among what was dropped on purpose, that no word of the text was
// made up, and that the text has its words in the order of the source.
//
// The words of the source are found by other means than the reader's: regular
// expressions that take tags, addresses of links and note marks away.
func TestNothingIsLost(t *testing.T) {
	for _, p := range readCorpus(t) {
		want := words(sourceText(p.src))
		kept := words(listMarks.ReplaceAllString(sourceText(p.src), ""))
		text := articleWords(p.result.Article)
		got := count(text)
		for _, d := range p.result.Article.Dropped {
			add(got, words(d.Text))
		}
		for w, n := range count(kept) {
			if got[w] < n {
				t.Errorf("%s: %q stands %d times in the source, %d times in the article", p.file, w, n, got[w])
			}
		}
		if w, ok := subsequence(words(blocksText(p.result.Article.Blocks)), want); !ok {
			t.Errorf("%s: word %q of the text is not in the source, or not in its place", p.file, w)
		}
	}
}

// TestGoldensLoseNothing holds the same of the goldens, whose markup is of more
// kinds: every word is in the article, its front matter or what was dropped. Where
// words start and end is not compared, since tags stand inside them.
func TestGoldensLoseNothing(t *testing.T) {
	for _, path := range goldenFiles(t) {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			name, ok := strings.CutSuffix(f.Name, ".md")
			if !ok {
				continue
			}
			a, _ := Read(f.Name, name, f.Data)
			list := articleWords(a)
			for key, value := range a.Front {
				list = append(list, words(key+" "+value)...)
			}
			for _, d := range a.Dropped {
				list = append(list, words(d.Text)...)
			}
			got := strings.ToLower(strings.Join(append(list, labelsOf(a)...), ""))
			src := linkDefs.ReplaceAllString(string(f.Data), "")
			src = expected.ReplaceAllString(listMarks.ReplaceAllString(src, ""), "")
			src = quoteMark.ReplaceAllString(src, "")
			src = tagMarks.ReplaceAllString(autolinks.ReplaceAllString(src, " $1 "), " ")
			for _, w := range words(sourceText([]byte(src))) {
				if !strings.Contains(got, strings.ToLower(w)) {
					t.Errorf("%s: %s: %q is in the source only", path, f.Name, w)
				}
			}
		}
	}
}

// labelsOf returns the words that an article keeps and a reader does not see: names
// of pictures and of programs' languages.
func labelsOf(a *book.Article) []string {
	var list []string
	book.WalkBlocks(a.Blocks, func(b book.Block) bool {
		switch b := b.(type) {
		case *book.Figure:
			list = append(list, words(b.Source)...)
		case *book.Verbatim:
			list = append(list, words(b.Language)...)
		}
		return true
	})
	book.EachText(a.Blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			if image, ok := in.(*book.Image); ok {
				list = append(list, words(image.Source)...)
			}
			return true
		})
	})
	return list
}

// articleWords returns the words that a reader will see, title, text and notes.
func articleWords(a *book.Article) []string {
	list := words(book.PlainText(a.Heading))
	visit := func(blocks []book.Block) {
		book.EachText(blocks, func(inlines []book.Inline) {
			list = append(list, words(book.PlainText(inlines))...)
			book.WalkInlines(inlines, func(in book.Inline) bool {
				if img, ok := in.(*book.Image); ok {
					list = append(list, words(img.Alt)...)
				}
				return true
			})
		})
		book.WalkBlocks(blocks, func(b book.Block) bool {
			switch b := b.(type) {
			case *book.Verbatim:
				list = append(list, words(b.Text)...)
			case *book.Figure:
				list = append(list, words(b.Alt)...)
			}
			return true
		})
	}
	visit(a.Blocks)
	for _, n := range a.Notes {
		visit(n.Blocks)
	}
	return list
}

var (
	linkDefs  = regexp.MustCompile(`(?m)^ {0,3}\[[^\]^]+\]:.*$`)
	noteMarks = regexp.MustCompile(`(?m)\[\^[^\]\s]+\]:?`)
	entities  = regexp.MustCompile(`&#?\w+;`)
	numbered  = regexp.MustCompile(`\[\d{1,3}\]\((http[^()\s]*)\)`)
	lostBlank = regexp.MustCompile(`\*+((?:is|was|are|were|or|and|of|in|the|has|had|by|for|to|with|refers)\s)`)
	film      = regexp.MustCompile(`(?i)\\<youtube\\>(\w+)\\<`)
	imageLink = regexp.MustCompile(`!\[([^\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)`)
	linkEnds  = regexp.MustCompile(`\]\((?:[^()\s\\]|\\.)*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)`)
	autolinks = regexp.MustCompile(`<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>`)
	tagMarks  = regexp.MustCompile(`(?s)<!--.*?-->|</?[A-Za-z](?:"[^"]*"|'[^']*'|[^<>"'])*>`)
	quoteMark = regexp.MustCompile(`(?m)^[ >]*> ?`)
	listMarks = regexp.MustCompile(`(?m)^\s*\d+[.)]\s`)
	emphasis  = strings.NewReplacer("*", "", "''", "", "`", "")
	escapes   = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
	invisible = strings.NewReplacer("\u00AD", "", "\u200B", "", "\u200F", "", "\uFE0E", "", "ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff")
)

// sourceText returns the text of a file without its markup.
func sourceText(src []byte) string {
	src = bytes.ReplaceAll(src, []byte("\xC2\n"), []byte("\n"))
	src = bytes.ReplaceAll(src, []byte("\xC3\n"), []byte("à\n"))
	src = bytes.ReplaceAll(src, []byte("\xC3 "), []byte("à "))
	s := invisible.Replace(string(src))
	s = quoteMark.ReplaceAllString(s, "")
	s = autolinks.ReplaceAllString(s, " $1 ")
	s = film.ReplaceAllString(s, "https://www.youtube.com/watch?v=$1 <")
	s = tagMarks.ReplaceAllString(s, "")
	s = noteMarks.ReplaceAllString(s, " ")
	s = imageLink.ReplaceAllString(s, "$1")
	s = numbered.ReplaceAllString(s, "[ $1 ]")
	s = linkEnds.ReplaceAllString(s, "]")
	s = escapes.ReplaceAllString(s, "$1")
	s = lostBlank.ReplaceAllString(s, " $1")
	s = emphasis.Replace(entities.ReplaceAllStringFunc(s, html.UnescapeString))
	return s
}

// words returns the letters and digits of s as words, without marks inside them.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

func count(list []string) map[string]int {
	n := map[string]int{}
	add(n, list)
	return n
}

func add(n map[string]int, list []string) {
	for _, w := range list {
		n[w]++
	}
}

// subsequence reports whether list can be had from all by leaving words out; w
// is the first word that cannot.
func subsequence(list, all []string) (w string, ok bool) {
	i := 0
	for _, w := range list {
		for i < len(all) && all[i] != w {
			i++
		}
		if i == len(all) {
			return w, false
		}
		i++
	}
	return "", true
}
