package epub

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"publish/book"
)

// TestNoteLists holds that no document or chapter's piece has more notes than devices
// open, that each note is an item of a list with an ID of its own, and that lists which
// go on in the next document go on counting.
func TestNoteLists(t *testing.T) {
	for place, want := range map[book.NotePlace]int{book.NotesBook: 3, book.NotesChapter: 3} {
		b := longBook(t)
		b.NotePlace = place
		files, _ := unzip(t, write(t, b, Options{}))
		item := regexp.MustCompile(`<li id="([^"]*)" epub:type="endnote footnote">`)
		start := regexp.MustCompile(`<ol class="notes"( start="(\d+)")?>`)
		ids, full := map[string]bool{}, 0
		numbers := map[string]int{}
		for _, c := range b.Chapters() {
			for _, n := range c.Notes {
				numbers[n.ID] = n.Number
			}
		}
		for name, data := range files {
			items := item.FindAllSubmatchIndex(data, -1)
			if len(items) > mostNotes {
				t.Errorf("place %d: %s has %d notes", place, name, len(items))
			}
			if len(items) > 100 {
				full++
			}
			for _, m := range items {
				ids[string(data[m[2]:m[3]])] = true
			}
			for _, m := range start.FindAllSubmatchIndex(data, -1) {
				first := 1
				if m[4] >= 0 {
					first, _ = strconv.Atoi(string(data[m[4]:m[5]]))
				}
				next := item.FindSubmatch(data[m[1]:])
				if next == nil || numbers[string(next[1])] != first {
					t.Errorf("place %d: %s: a list starts with %d, its first note is another", place, name, first)
				}
			}
		}
		if len(ids) != len(numbers) {
			t.Errorf("place %d: %d of %d notes are items of lists", place, len(ids), len(numbers))
		}
		if full < want {
			t.Errorf("place %d: the notes stand in %d documents, want %d or more", place, full, want)
		}
	}
}

// TestNoteUsedTwice holds that a note called twice has two links back, each said in
// other words, and that each leads to its own call.
func TestNoteUsedTwice(t *testing.T) {
	files, _ := unzip(t, write(t, sampleBook(t), Options{}))
	back := regexp.MustCompile(`<a class="backlink" href="[^"]*#([^"]*)" role="doc-backlink" aria-label="([^"]*)">`)
	for name, data := range files {
		_, rest, ok := bytes.Cut(data, []byte(`<li id="note-1" `))
		if !ok {
			continue
		}
		note, _, _ := bytes.Cut(rest, []byte("</li>"))
		links := back.FindAllSubmatch(note, -1)
		if len(links) != 2 {
			t.Fatalf("%s: the note has %d links back", name, len(links))
		}
		if to := string(links[0][1]) + " " + string(links[1][1]); to != "ref-1 ref-1b" {
			t.Errorf("%s: the note leads back to %s", name, to)
		}
		if first, second := string(links[0][2]), string(links[1][2]); first == second || !strings.Contains(first, "1") {
			t.Errorf("%s: the links back are called %q and %q", name, first, second)
		}
		return
	}
	t.Error("the note is in no document")
}
