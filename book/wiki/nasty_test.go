package wiki

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"publish/book"
)

// counts is what a page holds, for facts that can be told without its words.
type counts struct {
	notes, wikiLinks, tables, verses, figures, codes, drops int
	text                                                    string
}

func countPage(a *book.Article) counts {
	c := counts{notes: len(a.Notes), drops: len(a.Dropped), text: blocksText(a.Blocks)}
	book.WalkBlocks(a.Blocks, func(b book.Block) bool {
		switch b.(type) {
		case *book.Table:
			c.tables++
		case *book.Verse:
			c.verses++
		case *book.Figure:
			c.figures++
		}
		return true
	})
	book.EachText(a.Blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			switch in.(type) {
			case *book.WikiLink:
				c.wikiLinks++
			case *book.CodeSpan:
				c.codes++
			}
			return true
		})
	})
	return c
}

// dropped returns how many pieces of a class the article left out.
func dropped(a *book.Article, class book.DropClass) int {
	n := 0
	for _, d := range a.Dropped {
		if d.Class == class {
			n++
		}
	}
	return n
}

// TestNastyPages holds facts about the pages of the corpus that are hard to read.
// The facts are from a count of the corpus by hand.
func TestNastyPages(t *testing.T) {
	tests := []struct {
		name string
		ok   func(t *testing.T, a *book.Article, c counts)
	}{
		{"Russian_Revolution_Failure", func(t *testing.T, a *book.Article, c counts) {
			equal(t, "notes", c.notes, 35)
			equal(t, "wikilinks", c.wikiLinks, 64)
			equal(t, "categories", dropped(a, book.DropCategory), 6)
			equal(t, "title", book.PlainText(a.Heading), "The Failures Of The Russian Revolution")
		}},
		{"Israel", func(t *testing.T, a *book.Article, c counts) {
			equal(t, "notes", c.notes, 12)
			equal(t, "repeated notes", dropped(a, book.DropRepeated), 12)
			equal(t, "empty notes", dropped(a, book.DropEmptyNote), 1)
		}},
		{"Anarchy_In_Action_Examples", func(t *testing.T, _ *book.Article, c counts) {
			equal(t, "code spans", c.codes, 0)
			without(t, c.text, "''", "<big>", "`", "big>")
		}},
		{"TankieUkrainian_famine_1932-1933", func(t *testing.T, a *book.Article, c counts) {
			without(t, c.text, "\uFFFD", "](", "<http")
			if !hasLang(a, "ru") {
				t.Error("no text is marked as Russian")
			}
		}},
		{"AnarchyInAction:Main_Page", func(t *testing.T, a *book.Article, c counts) {
			without(t, c.text, "]]", ".jpg", ".png", "\u00AD")
			equal(t, "title", book.PlainText(a.Heading), "Anarchy In Action")
		}},
		{"Main_Page", func(t *testing.T, _ *book.Article, c counts) {
			without(t, c.text, "<", "div", "****", ".png")
		}},
		{"Communism_Definition", func(t *testing.T, _ *book.Article, c counts) { equal(t, "tables", c.tables, 1) }},
		{"Contributing", func(t *testing.T, a *book.Article, c counts) {
			without(t, c.text, "{{#createpage")
			book.WalkBlocks(a.Blocks, func(b book.Block) bool {
				if _, ok := b.(*book.Verse); ok {
					t.Errorf("%s: the code of a template is set as verse", b.Position())
				}
				return true
			})
		}},
		{"Tankie:Glossary", func(t *testing.T, _ *book.Article, c counts) { without(t, c.text, ".jpg", "](", "|") }},
		{"Tankie:Uyghur_genocide", func(t *testing.T, a *book.Article, c counts) {
			if !utf8.ValidString(c.text) || !hasLang(a, "zh") {
				t.Error("the text is not UTF-8, or none of it is marked as Chinese")
			}
			without(t, c.text, "**", "\uFFFD", "ﬁ", "\u00AD")
		}},
		{"Emma_Goldman", func(t *testing.T, a *book.Article, c counts) {
			without(t, c.text, "[1]", "[32]")
			if n := dropped(a, book.DropNoteMark); n < 100 {
				t.Errorf("%d marks of notes are dropped, want 100 or more", n)
			}
		}},
		{"Nestor_Makhno", func(t *testing.T, a *book.Article, c counts) {
			without(t, c.text, "**", "[124]")
			equal(t, "title", book.PlainText(a.Heading), "Nestor Makhno")
		}},
		{"Zoe_Baker", func(t *testing.T, a *book.Article, c counts) {
			equal(t, "notes", c.notes, 3)
			without(t, c.text, "<ref>")
			if !strings.Contains(c.text, "External Links") {
				t.Error("the section after the open note is gone")
			}
		}},
		{"French_Revolution_and_Anarchy", func(t *testing.T, _ *book.Article, c counts) { without(t, c.text, "<ref>") }},
		{"Quebec_General_Strike_(1972)", func(t *testing.T, _ *book.Article, c counts) {
			equal(t, "code spans", c.codes, 0)
			without(t, c.text, "`")
		}},
		{"Ono_Tozaburo", func(t *testing.T, _ *book.Article, c counts) { equal(t, "code spans", c.codes, 0) }},
		{"Propaganda_of_the_deed", func(t *testing.T, _ *book.Article, c counts) { equal(t, "tables", c.tables, 1) }},
		{"Russification", func(t *testing.T, a *book.Article, c counts) {
			equal(t, "boxes", dropped(a, book.DropMaintenance), 2)
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := corpusPage(t, test.name).result.Article
			test.ok(t, a, countPage(a))
		})
	}
}

// hasLang reports whether some text of an article is marked as of a language.
func hasLang(a *book.Article, lang string) bool {
	found := false
	book.EachText(a.Blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			span, ok := in.(*book.Span)
			found = found || ok && span.Lang == lang
			return true
		})
	})
	return found
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// without holds that leftovers of markup are not in a text.
func without(t *testing.T, text string, leftovers ...string) {
	t.Helper()
	for _, s := range leftovers {
		if i := strings.Index(text, s); i >= 0 {
			t.Errorf("%q stands in the text: …%s…", s, text[max(0, i-40):min(len(text), i+40)])
		}
	}
}

// TestCorpusRedirects holds that every page that is only another name is known
// as one.
func TestCorpusRedirects(t *testing.T) {
	targets := map[string]string{
		"Dual_power": "Dual power", "African-Seminole_alliance": "Seminoles and Black Seminoles",
		"Russian_Revolution": "Russian Revolution Failure",
	}
	for _, p := range readCorpus(t) {
		a := p.result.Article
		said := strings.HasPrefix(string(p.src), "1.  REDIRECT")
		if said != (a.Redirect != nil) && a.Name != "Diggity" {
			t.Errorf("%s: redirect %v, the source says %v", p.file, a.Redirect != nil, said)
		}
		if want, ok := targets[a.Name]; ok && a.Redirect.Target != want {
			t.Errorf("%s leads to %q, want %q", p.file, a.Redirect.Target, want)
		}
	}
}

// TestCorpusHasNoMarkup holds that hardly any sign of markup is left in the text
// of the real articles.
func TestCorpusHasNoMarkup(t *testing.T) {
	signs := []string{"</", "<a ", "<ref", "<div", "''", "]]", "[[", "**", "class=\"", "wikilink", " Category:", "{{"}
	var found []string
	for _, p := range readCorpus(t) {
		a := p.result.Article
		blocks := slices.Clone(a.Blocks)
		for _, n := range a.Notes {
			blocks = append(blocks, n.Blocks...)
		}
		book.EachText(blocks, func(inlines []book.Inline) {
			book.WalkInlines(inlines, func(in book.Inline) bool {
				text, ok := in.(*book.Text)
				for _, s := range signs {
					if ok && strings.Contains(text.Value, s) {
						found = append(found, text.Pos.String()+": "+s+" in "+text.Value)
					}
				}
				return true
			})
		})
	}
	for _, f := range found {
		t.Error(f)
	}
}
