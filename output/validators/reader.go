package validators

import (
	"encoding/json"
	"fmt"
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
	Pictures      int
	Fonts         int // the most embedded fonts that one document loads
}

// Reader opens the EPUB at path in foliate-js and then in epub.js, in Chromium,
// reads through it, and fails t for each thing that goes wrong: an entry of the
// contents, the landmarks or the page list, or a link, that leads nowhere or
// shows another place; a note whose reference and way back do not lead to each
// other; a picture or a font that does not load; text cut off at the edge of the
// page; a document that shows nothing; anything on the browser's console; any
// request to the outside.
func Reader(t testing.TB, path string) Tour {
	t.Helper()
	tour, found, err := reader(path)
	report(t, "reading engine", found, err)
	return tour
}

func reader(path string) (Tour, []Problem, error) {
	h, err := findHome()
	if err != nil {
		return Tour{}, nil, err
	}
	node, err := h.node("reader/check.mjs", path)
	if err != nil {
		return Tour{}, nil, err
	}
	out, err := node.run()
	if err != nil {
		return Tour{}, nil, err
	}
	if out.status > 1 {
		return Tour{}, nil, fmt.Errorf("%s: %s", path, out.said())
	}
	return readTour(path, out.stdout)
}

func readTour(path, printed string) (Tour, []Problem, error) {
	var r struct {
		Tour
		Problems []struct{ Rule, File, Text string }
	}
	if err := json.Unmarshal([]byte(printed), &r); err != nil {
		return Tour{}, nil, fmt.Errorf("%s: %w", path, err)
	}
	var found []Problem
	for _, p := range r.Problems {
		file := path
		if p.File != "" {
			file += ":" + p.File
		}
		found = append(found, Problem{File: file, Rule: p.Rule, Text: p.Text})
	}
	return r.Tour, found, nil
}

// Screenshots writes pictures of the EPUB at path, as foliate-js shows it, into
// the folder dir: its cover, contents, first chapter, notes, bibliography and
// index, those that it has, in three sizes and in dark mode.
func Screenshots(t testing.TB, path, dir string) {
	t.Helper()
	report(t, "screenshots", nil, screenshots(path, dir))
}

func screenshots(path, dir string) error {
	h, err := findHome()
	if err != nil {
		return err
	}
	node, err := h.node("reader/shots.mjs", path, dir)
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
