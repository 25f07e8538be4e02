package index

import (
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// mark says how a token stands in its sentence.
type mark uint16

const (
	opens     mark = 1 << iota // it begins a sentence
	parted                     // more than a blank or a hyphen is before it
	hyphened                   // a hyphen joins it to the token before
	comma                      // what parts it is a comma
	bracket                    // it stands behind an opening bracket
	closes                     // a closing bracket is behind it
	quoted                     // it stands behind an opening quotation mark
	italic                     // it is set in italic
	bold                       // it is set in bold
	linkStart                  // a link to a topic begins here
	linkEnd
	colon // what parts it is a colon
)

// token is a word of the running text, with the Text node and the byte at which it
// begins.
type token struct {
	word   wordID
	node   int32 // index into the nodes of its chapter
	offset int32
	marks  mark
}

// section is a part of a chapter between two headings.
type section struct {
	chapter *chapter
	id      string // of its heading, of the chapter for the part before the first
	title   string // "" for the part before the first heading
	level   int
	parent  *section // that of the heading above, nil for the chapter's own text
	order   int      // in the book; no two chapters have sections that follow each other
	generic bool     // its title says nothing of what is in it
	sources bool     // it lists where to read on
	begin   int      // order of its first paragraph
	last    spot     // its last paragraph, or that of a section below it
	end     int      // order of the last section below it, its own if there is none
}

// paragraph is a run of tokens that belong together: a paragraph, an item, a cell, a
// heading, a paragraph of a note.
type paragraph struct {
	from, to int // tokens of the chapter
	section  *section
	order    int        // in the book, without headings and notes
	note     *book.Note // that holds it, nil for text
	heading  bool
	cites    bool // it names something to read, and says nothing itself
}

// silent reports whether no locator leads to a paragraph.
func (p *paragraph) silent() bool { return p.section.sources || p.cites }

// chapter is the words of one chapter of the book.
type chapter struct {
	*book.Chapter
	number     int // in reading order, from 0
	nodes      []*book.Text
	tokens     []token
	paragraphs []paragraph
	sections   []*section
}

// reader parts the chapters of a book into words.
type reader struct {
	*lexicon
	*chapter
	linked   map[*book.Text]int // first text of a link to the length of its words
	calls    calls
	section  *section
	sections int
	order    int
	marks    mark // of the next token
	link     int  // bytes of the link's words that are still to come
	heading  bool
	note     *book.Note
	outside  int // words of the paragraph in links that lead outside
	within   int // links that do, around the words being read
	bare     bool
}

// read parts the chapters into words, in reading order. Linked gives the first text
// of each link to a topic and the bytes of its words.
func (l *lexicon) read(chapters []*chapter, linked map[*book.Text]int, calls calls) {
	r := &reader{lexicon: l, linked: linked, calls: calls}
	for _, c := range chapters {
		r.chapter = c
		r.readChapter()
	}
}

func (r *reader) readChapter() {
	r.open("", r.ID, 1)
	r.order += 3
	for _, b := range r.Blocks {
		if h, ok := b.(*book.Heading); ok {
			r.open(book.PlainText(h.Inlines), h.ID, h.Level)
			r.heading = true
			r.paragraph(h.Inlines)
			r.heading = false
			continue
		}
		book.EachText([]book.Block{b}, r.paragraph)
	}
	r.section = r.chapter.sections[0]
	for _, n := range r.Notes {
		if !isRemark(n) {
			continue
		}
		r.note = n
		book.EachText(n.Blocks, r.paragraph)
	}
	r.note = nil
	r.sections++
}

// open begins the section of a heading.
func (r *reader) open(title, id string, level int) {
	r.sections++
	s := &section{chapter: r.chapter, id: id, title: title, level: level, order: r.sections, begin: r.order + 1}
	if level > 1 {
		for up := r.section; up != nil && up.chapter == r.chapter; up = up.parent {
			if up.level < level {
				s.parent = up
				break
			}
		}
		c := r.vocabulary.sectionClass(title)
		s.generic = c.has(isGenericSection | isSourceSection)
		s.sources = c.has(isSourceSection) || s.parent != nil && s.parent.sources
	}
	for up := s; up != nil; up = up.parent {
		up.end = s.order
	}
	r.section = s
	r.chapter.sections = append(r.chapter.sections, s)
}

// paragraph adds the tokens of one paragraph.
func (r *reader) paragraph(inlines []book.Inline) {
	from := len(r.tokens)
	r.marks, r.link = opens|parted, 0
	r.outside, r.bare = 0, false
	r.inlines(inlines, 0)
	if r.link != 0 {
		r.endLink()
	}
	if len(r.tokens) == from {
		return
	}
	if !r.heading && r.note == nil {
		r.order++
		tok := r.tokens[from]
		for s := r.section; s != nil; s = s.parent {
			s.last = spot{order: r.order, node: r.nodes[tok.node], offset: int(tok.offset)}
		}
	}
	r.paragraphs = append(r.paragraphs, paragraph{
		from: from, to: len(r.tokens), section: r.section, order: r.order, note: r.note, heading: r.heading, cites: r.cites(len(r.tokens) - from),
	})
}

// cites reports whether the paragraph just read, of so many words, does no more than
// say where to read on: most of it is a link, or it is short and an address stands
// in it.
func (r *reader) cites(words int) bool {
	if r.heading || r.note != nil {
		return false
	}
	return r.bare && words <= longestCitation || r.outside*2 > words
}

// longestCitation is how many words an item of a reading list may have.
const longestCitation = 40

func (r *reader) inlines(list []book.Inline, form mark) {
	for _, in := range list {
		switch in := in.(type) {
		case *book.Text:
			r.nodes = append(r.nodes, in)
			r.text(in, form)
		case *book.Emphasis:
			r.inlines(in.Inlines, form^italic)
		case *book.CodeSpan, *book.Image, *book.LineBreak:
			r.marks |= parted
		case *book.NoteRef:
		case *book.Link:
			if in.Bare {
				r.marks |= parted
				r.bare = true
				continue
			}
			r.within++
			r.inlines(in.Inlines, form)
			r.within--
		case *book.Strong:
			r.inlines(in.Inlines, form|bold)
		default:
			r.inlines(book.Children(in), form)
		}
	}
}

// text adds the tokens of one node.
func (r *reader) text(node *book.Text, form mark) {
	s := node.Value
	if n := r.linked[node]; n > 0 {
		r.marks |= linkStart
		r.link = n
	}
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(c) {
			if c != '!' || r.marks != 0 || !r.calls.has(r.tokens, r.lexicon.words) {
				r.between(c)
				if c == '–' && i > 0 && s[i-1] != ' ' && r.marks == parted {
					if next, _ := utf8.DecodeRuneInString(s[i+size:]); unicode.IsUpper(next) && unicode.IsLetter(rune(s[i-1])) {
						r.marks = hyphened // the Orvel–Brellin Pact
					}
				}
				if r.marks&hyphened != 0 && i > 0 && s[i-1] == ' ' {
					r.marks = r.marks&^hyphened | parted // a dash
				}
			} else if next, _ := utf8.DecodeRuneInString(s[i+size:]); unicode.IsLetter(next) {
				r.marks |= hyphened // the Earth First!ers
			}
			i += size
			continue
		}
		end := wordEnd(s, i)
		r.tokens = append(r.tokens, token{word: r.word(s[i:end]), node: int32(len(r.nodes) - 1), offset: int32(i), marks: r.marks | form})
		r.count()
		if r.within > 0 && r.link == 0 {
			r.outside++
		}
		r.marks = 0
		i = end
		if r.link > 0 && i >= r.link {
			r.endLink()
		}
	}
	if r.link > 0 {
		r.link = max(r.link-len(s), 1)
	}
}

func (r *reader) endLink() {
	if n := len(r.tokens); n > 0 {
		r.tokens[n-1].marks |= linkEnd
	}
	r.link = 0
}

// between notes a character that parts two words.
func (r *reader) between(c rune) {
	switch {
	case c == ':':
		r.marks |= opens | parted | colon
	case c == '.' || c == '!' || c == '?' || c == '…':
		r.marks |= opens | parted
	case c == '“' || c == '"' || c == '«' || c == '‘':
		r.marks |= quoted | parted
	case c == '”' || c == '»':
		r.marks |= parted
	case c == '-' || c == '‐' || c == '‑':
		r.marks |= hyphened
	case c == ',':
		r.marks |= comma | parted
	case c == '(' || c == '[':
		r.marks |= bracket | parted
	case c == ')' || c == ']':
		r.marks |= parted
		if n := len(r.tokens); n > 0 {
			r.tokens[n-1].marks |= closes
		}
	case c == '\'' || c == '’':
	case unicode.IsSpace(c):
		if r.marks&hyphened != 0 {
			r.marks = r.marks&^hyphened | parted
		}
	default:
		r.marks |= parted
	}
}

// count notes how the text writes the stem of the token just added, where that
// says something.
func (r *reader) count() {
	t := &r.tokens[len(r.tokens)-1]
	if r.heading || r.note != nil || t.marks&(opens|quoted|bracket|italic) != 0 {
		return
	}
	w := &r.lexicon.words[t.word]
	s := &r.stems[w.stem]
	switch {
	case !w.capital:
		s.lower++
		if len(w.text) > len(s.text) && !w.possessive {
			s.plural++
		}
	default:
		s.upper++
	}
}

// isRemark reports whether a note says something itself, and does not only name
// where something was said: most of its words are small, and there are many.
func isRemark(n *book.Note) bool {
	words, small, links := 0, 0, 0
	book.EachText(n.Blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			switch in := in.(type) {
			case *book.Link:
				links++
				return !in.Bare
			case *book.Text:
				for _, w := range wordsOf(in.Value) {
					words++
					if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
						small++
					}
				}
			}
			return true
		})
	})
	return words >= 25+25*links && 4*small >= 3*words
}

// eachSpeaking calls f for the paragraphs of running text, and for the headings that
// say what stands below them.
func (x *indexer) eachSpeaking(f func(*chapter, *paragraph)) {
	for _, c := range x.chapters {
		for i := range c.paragraphs {
			if p := &c.paragraphs[i]; p.note == nil && !p.silent() && !(p.heading && p.section.generic && x.size > 2*articleWords) {
				f(c, p)
			}
		}
	}
}

// eachProse calls f for the paragraphs of running text to which locators may lead: no
// headings and no notes.
func (x *indexer) eachProse(f func(*chapter, *paragraph)) {
	for _, c := range x.chapters {
		for i := range c.paragraphs {
			if p := &c.paragraphs[i]; !p.heading && p.note == nil && !p.silent() {
				f(c, p)
			}
		}
	}
}
