package wiki

import (
	"fmt"
	"strings"

	"publish/book"
)

// extensionKind says what becomes of a tag that an extension of MediaWiki adds.
type extensionKind uint8

const (
	noExtension extensionKind = iota
	quiet                     // serves the wiki's own pages: left out
	drawn                     // shows a reader something that a book cannot make: left out and reported
)

// extensionOf sorts the tags of MediaWiki's extensions whose inside is no text (its
// manual, Category:Tag extensions). The others are among the elements.
func extensionOf(name string) extensionKind {
	switch name {
	case "categorytree", "inputbox", "dynamicpagelist", "templatedata", "templatestyles", "indicator":
		return quiet
	case "timeline", "imagemap", "score", "graph", "chart", "mapframe", "maplink", "hiero":
		return drawn
	}
	return noExtension
}

// dropExtension leaves an element of an extension out, with the text inside it.
func (c *converter) dropExtension(name, text string, off int) {
	if extensionOf(name) == drawn {
		c.diags.Add(book.MarkupUnknown, c.src.pos(off), "what <%s> draws is left out", name).
			Hint("put a picture in its place, or write what the reader should see")
	}
	c.drop(book.DropMarkup, off, strings.TrimSpace(fmt.Sprintf("<%s> %s", name, text)))
}
