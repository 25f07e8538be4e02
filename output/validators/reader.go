package validators

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// A Tour counts what two reading engines found in a book while reading through
// it, so that a test can say what it expects them to find.
type Tour struct {
	Sections      int // documents in the reading order
	TOC           int // entries of the contents, at every level
	Landmarks     int
	Pages         int // entries of the page list
	Links         int // links into the book, from every document
	ExternalLinks int
	Notes         int // references to notes
	Popups        int // of those that were tried, two dozen at most, the ones whose pop-up shows the note
	Pictures      int
	Fonts         int // the most embedded fonts that one document loads
}

// Reader opens the EPUB at path in foliate-js and then in epub.js, in Chromium,
// reads through it, and fails t for each thing that goes wrong: an entry of the
// contents, the landmarks or the page list, or a link, that leads nowhere or
// shows another place; a note whose reference and way back do not lead to each
// other; a picture or a font that does not load; text cut off at the edge of the
// page; a pop-up that does not show its note, and that alone; a document that shows nothing; anything on the browser's console; any
// request to the outside. Links are all resolved; of the notes and the page list,
// two dozen spread over the book are followed on the screen.
func Reader(t testing.TB, path string) Tour {
	t.Helper()
	return ReaderAll(t, path)[0]
}

// ReaderAll is Reader for many books with one start of Chromium. The result has a
// Tour for each of them.
func ReaderAll(t testing.TB, paths ...string) []Tour {
	t.Helper()
	tours, found, err := reader(paths)
	report(t, "reading engine", found, err)
	return tours
}

func reader(paths []string) ([]Tour, []Problem, error) {
	if len(paths) == 0 {
		return nil, nil, errNoFiles
	}
	h, err := findHome()
	if err != nil {
		return nil, nil, err
	}
	node, err := h.node("reader/check.mjs", paths...)
	if err != nil {
		return nil, nil, err
	}
	out, err := node.run()
	if err != nil {
		return nil, nil, err
	}
	if out.status != 0 && out.status != 1 {
		return nil, nil, fmt.Errorf("status %d: %s", out.status, out.said())
	}
	return readTours(paths, out)
}

func readTours(paths []string, out outcome) ([]Tour, []Problem, error) {
	var books []struct {
		Tour
		Problems []struct{ Rule, File, Text string }
	}
	if err := json.Unmarshal([]byte(out.stdout), &books); err != nil {
		return nil, nil, fmt.Errorf("%w: %s", err, out.said())
	}
	if len(books) != len(paths) {
		return nil, nil, fmt.Errorf("%d verdicts on %d books", len(books), len(paths))
	}
	var tours []Tour
	var found []Problem
	for i, book := range books {
		tours = append(tours, book.Tour)
		for _, p := range book.Problems {
			file := paths[i]
			if p.File != "" {
				file += ":" + p.File
			}
			found = append(found, Problem{File: file, Rule: p.Rule, Text: p.Text})
		}
	}
	return tours, found, nil
}

// Screenshots writes pictures of the EPUB at path, as foliate-js shows it, into
// the folder dir: its cover, title page, contents, first chapter, notes,
// bibliography and index, those that it has, each in the given sizes: "small",
// "phone", "tablet", "desktop", and "dark", a phone in dark mode; all five if none is
// given.
func Screenshots(t testing.TB, path, dir string, sizes ...string) {
	t.Helper()
	report(t, "screenshots", nil, screenshots(path, dir, sizes))
}

func screenshots(path, dir string, sizes []string) error {
	h, err := findHome()
	if err != nil {
		return err
	}
	args := []string{path, dir}
	if len(sizes) > 0 {
		args = append(args, "--sizes", strings.Join(sizes, ","))
	}
	node, err := h.node("reader/shots.mjs", args...)
	if err != nil {
		return err
	}
	out, err := node.run()
	if err != nil {
		return err
	}
	if out.status != 0 {
		return fmt.Errorf("%s: %s", path, out.said())
	}
	return nil
}
