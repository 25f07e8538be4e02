package shelf

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Shelf is books under one title, sorted by author and title.
type Shelf struct {
	Title string
	Books []*Book
}

// New returns a shelf of the books.
func New(title string, books []*Book) *Shelf {
	sorted := slices.Clone(books)
	slices.SortStableFunc(sorted, func(a, b *Book) int {
		return cmp.Or(strings.Compare(strings.ToLower(strings.Join(a.Authors, " ")), strings.ToLower(strings.Join(b.Authors, " "))),
			strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)), strings.Compare(a.Slug, b.Slug))
	})
	return &Shelf{Title: title, Books: sorted}
}

// updated returns when the latest book was made: the catalogues must say when they
// changed, and a clock would make them differ from run to run.
func (s *Shelf) updated() time.Time {
	latest := time.Unix(0, 0).UTC()
	for _, b := range s.Books {
		if b.Date.After(latest) {
			latest = b.Date
		}
	}
	return latest
}

// Sums writes the checksums of all files in the form that sha256sum reads.
func (s *Shelf) Sums(w io.Writer) error {
	var lines []string
	for _, b := range s.Books {
		for _, f := range b.Files {
			lines = append(lines, fmt.Sprintf("%s  %s\n", f.SHA256, f.Name))
		}
	}
	slices.Sort(lines)
	_, err := io.WriteString(w, strings.Join(lines, ""))
	return err
}
