package wiki

import "publish/book"

// token is a piece of running text on its way from goldmark's tree to book
// inlines. A flat list of them is what leftovers of wikitext are looked for in,
// because these open in one node of the tree and close in another.
type token struct {
	kind tokenKind
	elem element // of open and shut
	mark mark    // of sign
	only side    // of a sign: what it can be, from the characters round it
	html bool    // open or shut stands as a tag in the source
	off  int     // in the repaired text
	text string  // characters; of a sign and a shut, as the source has it
	node book.Inline
}

type tokenKind uint8

const (
	tokText tokenKind = iota // characters
	tokOpen                  // an element starts
	tokShut                  // an element ends
	tokAtom                  // a whole inline, node
	tokSign                  // a leftover that has a meaning only with its counterpart
)

// element says what an open token starts.
type element uint8

const (
	elemPlain element = iota // nothing of its own: <small>, <span>
	elemEmphasis
	elemStrong
	elemStrike
	elemSup
	elemSub
	elemSmallCaps
	elemCode
	elemLink
	elemWiki
	elemNoLink   // a link that leads nowhere, of which only the text is left
	elemCategory // a link that puts the article into a category
	elemRef      // a note in running text
	elemLang     // text in a language that the source names
	elemSkip     // text that is not printed: <script>

	elemCall      // the call of a note in a list of HTML
	elemExtension // what an extension of the wiki draws; node has its name
)

// isLink reports whether </a> ends the element.
func (e element) isLink() bool {
	return e == elemLink || e == elemWiki || e == elemNoLink || e == elemCategory || e == elemCall
}

// transparent reports whether the element leaves only what it encloses.
func (e element) transparent() bool { return e == elemPlain || e == elemNoLink }

// side says whether a sign can open an element, end it, or both.
type side uint8

const (
	either side = iota
	onlyOpens
	onlyShuts
)

// mark is a kind of sign.
type mark uint8

const (
	markQuote2    mark = iota // ''  emphasis
	markQuote3                // ''' strong
	markQuote5                // '''''
	markStar                  // *   emphasis, escaped in the source
	markStar2                 // **  strong that goldmark did not take
	markTilde2                // ~~
	markCurly                 // ‘’  emphasis typed with a word processor, closed by ’’
	markCurlyShut             // ’’
	markRef                   // <ref>
	markRefShut               // </ref>
	markNote                  // ^[
	markNoteShut              // ] of a note
	markSpan                  // [ that may start a span with attributes
	marks                     // how many there are
)

// element returns what a pair of these marks stands for.
func (m mark) element() element {
	switch m {
	case markQuote3, markQuote5, markStar2:
		return elemStrong
	case markTilde2:
		return elemStrike
	case markRef, markRefShut, markNote, markNoteShut:
		return elemRef
	}
	return elemEmphasis
}
