package assembly

import (
	"strconv"
	"strings"

	"publish/book"
)

// questionnaire gives the questions of the editor's file to the chapters that its
// headings name.
type questionnaire struct {
	drafts map[string]*draft // by every name of a chapter
	titles []string          // for hints
	pack   bool              // chapters are left out, and with them their questions
	first  map[*draft]book.Pos
	diags  book.Diags
}

// askQuestions gives every draft its questions, not yet resolved, and reports what has no
// place in the book.
func askQuestions(m *book.Manifest, drafts []*draft) book.Diags {
	a := m.Study.QuestionSet
	if a == nil {
		return nil
	}
	q := &questionnaire{drafts: map[string]*draft{}, pack: m.Pack != nil, first: map[*draft]book.Pos{}}
	for _, d := range drafts {
		q.name(d)
	}
	q.read(a)
	return q.diags
}

// name notes every name that a heading may have for a chapter. The title in the book
// comes before the others.
func (q *questionnaire) name(d *draft) {
	title := book.PlainText(d.Title)
	q.titles = append(q.titles, title)
	q.drafts[book.FoldTitle(title)] = d
	names := []string{d.article.Title, d.article.Name, book.PlainText(d.article.Heading)}
	if d.Number > 0 {
		names = append(names, strconv.Itoa(d.Number))
	}
	for _, name := range names {
		if key := book.FoldTitle(name); q.drafts[key] == nil {
			q.drafts[key] = d
		}
	}
}

// find returns the chapter that a heading names, with its number before its title or
// without; nil if there is none.
func (q *questionnaire) find(heading string) *draft {
	key := book.FoldTitle(strings.TrimSpace(heading))
	if d := q.drafts[key]; d != nil {
		return d
	}
	number, title, ok := strings.Cut(key, " ")
	if d := q.drafts[strings.TrimSpace(title)]; ok && d != nil && strings.TrimSuffix(number, ".") == strconv.Itoa(d.Number) {
		return d
	}
	return nil
}

// read divides the file at its highest headings. A lone one above the others that names
// no chapter is the title of the file.
func (q *questionnaire) read(a *book.Article) {
	blocks := a.Blocks
	if len(a.Heading) > 0 && a.Heading[0].Position().Line > 0 {
		top := &book.Heading{Pos: a.Heading[0].Position(), Level: 1, Inlines: a.Heading}
		_, headed := firstHeading(blocks)
		if !headed || q.find(book.PlainText(top.Inlines)) != nil {
			blocks = append([]book.Block{top}, blocks...)
		}
	}
	level := highest(blocks)
	if _, headed := firstHeading(blocks); len(blocks) > 0 && !headed {
		q.diags.Add(book.StudyQuestions, blocks[0].Position(), "this stands below no heading that names a chapter").
			Hint("put the title of the chapter above it, as a heading")
	}
	for i, b := range blocks {
		if h, ok := b.(*book.Heading); ok && h.Level == level {
			q.section(h, sectionOf(blocks[i+1:], level))
		}
	}
}

// firstHeading returns the heading that blocks begin with.
func firstHeading(blocks []book.Block) (*book.Heading, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	h, ok := blocks[0].(*book.Heading)
	return h, ok
}

// highest returns the level of the highest heading, 0 for none.
func highest(blocks []book.Block) int {
	level := 0
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok && (level == 0 || h.Level < level) {
			level = h.Level
		}
	}
	return level
}

// sectionOf returns the blocks up to the next heading of a level.
func sectionOf(blocks []book.Block, level int) []book.Block {
	for i, b := range blocks {
		if h, ok := b.(*book.Heading); ok && h.Level == level {
			return blocks[:i]
		}
	}
	return blocks
}

// section gives the questions below a heading to its chapter.
func (q *questionnaire) section(h *book.Heading, blocks []book.Block) {
	title := book.PlainText(h.Inlines)
	d := q.find(title)
	switch {
	case d == nil && q.pack:
		return
	case d == nil:
		diag := q.diags.Add(book.StudyQuestions, h.Pos, "no chapter has the title %q", title)
		for _, near := range book.Nearest(title, q.titles, 1) {
			diag.Hint("there is %q", near)
		}
		return
	case q.first[d] != book.Pos{}:
		q.diags.Add(book.StudyQuestions, h.Pos, "the questions to %q stand here a second time", title).
			Hint("they stand first at %s", q.first[d])
		return
	}
	q.first[d] = h.Pos
	d.asked = q.withoutNotes(withoutHeadings(blocks))
}

// withoutNotes returns blocks without calls of notes, which it reports.
func (q *questionnaire) withoutNotes(blocks []book.Block) []book.Block {
	return book.MapText(blocks, func(inlines []book.Inline) []book.Inline {
		return book.MapInlines(inlines, func(in book.Inline) []book.Inline {
			if _, ok := in.(*book.NoteRef); !ok {
				return []book.Inline{in}
			}
			q.diags.Add(book.StudyQuestions, in.Position(), "a question has no notes").
				Hint("write in parentheses what the note says")
			return nil
		})
	})
}

// writeQuestions resolves what the editor asks. The index has nothing of it.
func (w *writer) writeQuestions() {
	w.silent, w.asking = true, true
	w.draft.Questions = w.blocks(w.draft.present(w.draft.asked, w.pictures))
	w.silent, w.asking = false, false
}

// checkCited takes the links out of questions that lead to paragraphs which the book does
// not have, and reports them. In a pack they may be those of a chapter that is left out, and
// where paragraphs have no numbers nothing is amiss.
func checkCited(b *book.Book, pack bool) book.Diags {
	var diags book.Diags
	known := map[string]bool{}
	for _, n := range b.ParagraphNumbers() {
		known[n.ID()] = true
	}
	check := func(in book.Inline) []book.Inline {
		ref, ok := in.(*book.CrossRef)
		if !ok || !strings.Contains(ref.Target, ".") || known[ref.Target] {
			return []book.Inline{in}
		}
		if !pack && b.Study.Paragraphs {
			diags.Add(book.StudyQuestions, ref.Pos, "no paragraph has the number %q", ref.Target[1:]).
				Hint("the numbers stand in the margins of the PDF")
		}
		return ref.Inlines
	}
	for _, c := range b.Chapters() {
		if len(c.Questions) == 0 {
			continue
		}
		c.Questions = book.MapText(c.Questions, func(list []book.Inline) []book.Inline { return book.MapInlines(list, check) })
	}
	return diags
}
