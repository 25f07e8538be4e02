package main

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"publish/book"
	"publish/book/terms"
	"publish/layout"
	"publish/output/validators"
)

// TestLinksLand follows every link of a PDF inside the book, as programs that are not
// ours read it, and looks for the text of its target on the line that it leads to.
func TestLinksLand(t *testing.T) {
	for _, args := range [][]string{{}, {"--notes", "foot", "--opening", "any", "--works-cited"}} {
		t.Run("sample "+strings.Join(args, " "), func(t *testing.T) { checkLinksLand(t, append(args, "--sample")...) })
	}
	if testing.Short() {
		return
	}
	for _, manifest := range realBooks(t) {
		t.Run(manifest, func(t *testing.T) { checkLinksLand(t, manifest) })
	}
}

func checkLinksLand(t *testing.T, args ...string) {
	w := prepareTest(t, args...)
	path := writePDF(t, w)
	links, words := validators.PDFLinks(t, path), validators.PDFWords(t, path)
	want := targetTexts(w.book)
	followed := map[string]int{}
	for i, page := range w.doc.Pages {
		var areas []*layout.LinkArea
		for _, item := range page.Items {
			if area, ok := item.(*layout.LinkArea); ok {
				areas = append(areas, area)
			}
		}
		if len(areas) != len(links[i]) {
			t.Fatalf("page %d has %d links, want %d", i+1, len(links[i]), len(areas))
		}
		for k, area := range areas {
			link := links[i][k]
			switch {
			case area.Target == "":
				got, err := url.PathUnescape(link.URI)
				want, _ := url.PathUnescape(area.URI)
				if err != nil || got != want || strings.IndexFunc(link.URI, func(r rune) bool { return r > '~' }) >= 0 {
					t.Errorf("page %d: a link leads to %q, want %q", i+1, link.URI, area.URI)
				}
			case want[area.Target].text == "":
				t.Errorf("page %d: %q leads to %s, which is nothing of the book", i+1, link.Says, area.Target)
			default:
				target := want[area.Target]
				followed[target.kind]++
				if line := lineAt(words[link.Page], link.X, link.Y); !shows(line, target.text) {
					t.Errorf("page %d: %q leads to %s (%s %q), and to the line %q of page %d",
						i+1, link.Says, area.Target, target.kind, target.text, line, link.Page+1)
				}
			}
		}
	}
	t.Logf("links followed: %v", followed)
	for _, kind := range []string{"chapter", "part", "section", "note", "call", "entry", "place"} {
		if followed[kind] == 0 {
			t.Errorf("no link leads to a %s", kind)
		}
	}
}

// lineAt returns the text of the first line whose letters lie below a point, and right
// of it: all words that share half their height with the first.
func lineAt(words []validators.Word, x, y float64) string {
	const slack = 1
	first := -1
	for i, w := range words {
		if middle := (w.Top + w.Foot) / 2; middle > y && w.Right > x && (first < 0 || middle < (words[first].Top+words[first].Foot)/2-slack) {
			first = i
		}
	}
	if first < 0 {
		return ""
	}
	var line strings.Builder
	for _, w := range words {
		if middle := (w.Top + w.Foot) / 2; middle > words[first].Top && middle < words[first].Foot && w.Right > x {
			line.WriteString(" " + w.Text)
		}
	}
	return line.String()
}

// shows reports whether a line has the first word of a text, or as much of it as there
// is room for.
func shows(line, text string) bool {
	word, _, _ := strings.Cut(text, " ")
	word, line = squeeze(word), strings.TrimSpace(line)
	if strings.Contains(squeeze(line), word) {
		return true
	}
	last := line[strings.LastIndexByte(line, ' ')+1:]
	part, divided := strings.CutSuffix(last, "-")
	for i := range part {
		if divided && strings.HasPrefix(word, part[i:]) {
			return true
		}
	}
	return strings.HasPrefix(word, squeeze(last)) && last != "" // an address that turns over
}

// target is what a link may lead to: its kind, and text that stands there.
type target struct{ kind, text string }

// targetTexts returns what stands at every place of a book.
func targetTexts(b *book.Book) map[string]target {
	words := terms.For(b.Meta.Language)
	out := map[string]target{
		layout.NotesID: {"list", words.Word(terms.Notes)}, layout.BibliographyID: {"list", words.Word(terms.Bibliography)},
		layout.CitedID: {"list", words.Word(terms.WorksCited)}, layout.SourcesID: {"list", words.Word(terms.Sources)},
		layout.IndexID: {"list", words.Word(terms.Index)},
	}
	for _, part := range b.Parts {
		out[part.ID] = target{"part", words.Phrase(terms.Part, "number", book.Roman(part.Number))}
	}
	for _, ch := range b.Chapters() {
		out[ch.ID] = target{"chapter", book.PlainText(ch.Title)}
		addTargets(out, ch.Blocks)
		for _, n := range ch.Notes {
			number := strconv.Itoa(n.Number)
			out[n.ID] = target{"note", number + "."}
			for _, ref := range n.Refs {
				out[ref] = target{"call", number}
			}
			addTargets(out, n.Blocks)
		}
	}
	for _, list := range b.WorkLists() {
		for _, e := range list.Entries {
			out[e.ID] = target{"work", book.PlainText(e.Text)}
		}
	}
	for _, group := range b.Index.Groups {
		addEntries(out, group.Entries)
	}
	return out
}

func addEntries(out map[string]target, list []*book.IndexEntry) {
	for _, e := range list {
		out[e.ID] = target{"entry", book.PlainText(e.Heading)}
		addEntries(out, e.Sub)
	}
}

// addTargets adds the headings of blocks, and the places in their text.
func addTargets(out map[string]target, blocks []book.Block) {
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok && h.ID != "" {
			out[h.ID] = target{"section", book.PlainText(h.Inlines)}
		}
		return true
	})
	book.EachText(blocks, func(list []book.Inline) {
		var open []string // places that wait for their text
		book.WalkInlines(list, func(in book.Inline) bool {
			switch in := in.(type) {
			case *book.Anchor:
				open = append(open, in.ID)
			case *book.Text:
				if text := strings.TrimSpace(in.Value); text != "" {
					for _, id := range open {
						out[id] = target{"place", text}
					}
					open = nil
				}
			}
			return true
		})
	})
}
