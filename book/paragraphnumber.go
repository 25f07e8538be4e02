package book

import (
	"strconv"
	"strings"
)

// ParagraphNumber is the number by which a paragraph is cited, "4.12": the twelfth of
// chapter 4. Pieces of front matter have roman numbers in place of the chapter's, "i.3",
// those of back matter capitals, "A.3", as appendices have.
type ParagraphNumber string

// ID returns the ID of the paragraph in every edition. No other ID has a full stop.
func (n ParagraphNumber) ID() string {
	if n == "" {
		return ""
	}
	return "p" + string(n)
}

// ParagraphNumbers tells which number a piece of the text has: a *[Paragraph], an
// *[Item], a *[Definition], a *[Quote], *[Verse], *[Verbatim] or *[Table]. What is not
// in it has none.
type ParagraphNumbers map[any]ParagraphNumber

// ParagraphNumbers numbers the paragraphs of every chapter from 1; nil for a book
// without such numbers. They come from the text alone, so that they are the same in
// every edition and printing, and in a book of chosen chapters.
//
// What is counted is the author's running text, as in law reports and in editions that
// scholars cite. A quotation, a poem, a list, a table belongs to the paragraph that
// introduces it and has no number of its own; the paragraph after it has the next.
// Where nothing introduces it, at the start of a chapter or right below a heading or a
// break, it is the text itself: then each item of the list has a number, and each other
// thing has one as a whole. Headings, pictures, notes and questions have none.
func (b *Book) ParagraphNumbers() ParagraphNumbers {
	if !b.Study.Paragraphs {
		return nil
	}
	c := paragraphCount{numbers: ParagraphNumbers{}}
	for i, ch := range b.Front {
		c.chapter(strings.ToLower(Roman(i+1)), ch)
	}
	for _, ch := range b.Body() {
		c.chapter(strconv.Itoa(ch.Number), ch)
	}
	for i, ch := range b.Back {
		c.chapter(letterNumber(i+1), ch)
	}
	return c.numbers
}

// letterNumber returns A, B … Z, AA, AB … for 1, 2 …
func letterNumber(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// paragraphCount numbers the paragraphs of one chapter after the other.
type paragraphCount struct {
	numbers ParagraphNumbers
	prefix  string
	last    int
	prose   bool // a paragraph stands in the section so far
	any     bool // something with a number does
}

// chapter numbers the blocks of a chapter.
func (c *paragraphCount) chapter(prefix string, ch *Chapter) {
	c.prefix, c.last, c.prose, c.any = prefix, 0, false, false
	for _, b := range ch.Blocks {
		c.block(b)
	}
}

func (c *paragraphCount) block(b Block) {
	switch b := b.(type) {
	case *Heading, *Break:
		c.prose, c.any = false, false
	case *Paragraph:
		if hasWords(b.Inlines) {
			c.prose = true
			c.next(b)
		}
	case *List:
		for i := range b.Items {
			c.item(&b.Items[i], HasText(b.Items[i].Blocks))
		}
	case *DefinitionList:
		for i := range b.Items {
			c.item(&b.Items[i], hasWords(b.Items[i].Term) || HasText(b.Items[i].Blocks))
		}
	case *Quote:
		c.apart(b, HasText(b.Blocks))
	case *Verse:
		c.apart(b, HasText([]Block{b}))
	case *Verbatim:
		c.apart(b, strings.TrimSpace(b.Text) != "")
	case *Table:
		c.apart(b, HasText([]Block{b}))
	}
}

// item numbers an item of a list that no paragraph introduces.
func (c *paragraphCount) item(item any, shows bool) {
	if !c.prose && shows {
		c.next(item)
	}
}

// apart numbers what is set apart from the text, if nothing introduces it.
func (c *paragraphCount) apart(b Block, shows bool) {
	if !c.any && shows {
		c.next(b)
	}
}

func (c *paragraphCount) next(at any) {
	c.last++
	c.any = true
	c.numbers[at] = ParagraphNumber(c.prefix + "." + strconv.Itoa(c.last))
}

// hasWords reports whether inlines show any text.
func hasWords(inlines []Inline) bool { return strings.TrimSpace(PlainText(inlines)) != "" }

// HasText reports whether blocks show any text, pictures left out.
func HasText(blocks []Block) bool {
	found := false
	EachText(blocks, func(inlines []Inline) { found = found || hasWords(inlines) })
	WalkBlocks(blocks, func(b Block) bool {
		v, ok := b.(*Verbatim)
		found = found || ok && strings.TrimSpace(v.Text) != ""
		return !found
	})
	return found
}
