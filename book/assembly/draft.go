package assembly

import (
	"runtime"
	"sync"
	"sync/atomic"

	"publish/book"
)

// draft is a chapter in the making. Between the steps that run in order, the
// drafts of a book are worked on side by side; each holds what it reports.
type draft struct {
	*book.Chapter
	spec     book.ChapterSpec
	article  *book.Article
	sections map[string]string // ID by the folded text of its heading
	slugs    map[string]string // ID by what tools that make web pages call it
	headings []string          // plain texts, in order
	readings []reading
	asked    []book.Block     // the editor's questions, not yet resolved
	related  []*book.WikiLink // the See Also list, not yet resolved
	mentions []book.Mention
	targets  []destination                  // of the mentions
	calls    map[*book.Note][]*book.NoteRef // by the note that they call
	shingles []uint64
	dropped  []book.Drop
	diags    book.Diags
}

// drop records words of the source that are left out.
func (d *draft) drop(pos book.Pos, class book.DropClass, words string) {
	if words != "" {
		d.dropped = append(d.dropped, book.Drop{Pos: pos, Class: class, Text: words})
	}
}

// side runs f for each draft, on all processors at once.
func side(drafts []*draft, f func(*draft)) {
	workers := min(runtime.GOMAXPROCS(0), len(drafts))
	if workers <= 1 {
		for _, d := range drafts {
			f(d)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(drafts) {
					return
				}
				f(drafts[i])
			}
		})
	}
	wait.Wait()
}
