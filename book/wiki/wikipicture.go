package wiki

import (
	"path"
	"strings"

	"publish/book"
)

// wikiPicture reads the inside of [[File:press.jpg|thumb|300px|A press]]: the options
// that MediaWiki has for pictures (Help:Images) and Gollum (name=value), among which
// what is no option is the caption, the last one if there are several.
func (c *converter) wikiPicture(inner string, off int) *book.Image {
	source, options, _ := strings.Cut(inner, "|")
	c.drop(book.DropPicture, off, source)
	if ns, rest := namespace(source); ns == "file" || ns == "image" {
		source = rest
	}
	var size book.PictureSize
	alt, caption := "", ""
	for option := range strings.SplitSeq(options, "|") {
		option = strings.TrimSpace(option)
		name, value, found := strings.Cut(option, "=")
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		box, sizes := boxSize(option)
		switch {
		case sizes:
			size = box
		case found && name == "alt":
			alt, option = value, name
		case found && name == "width":
			size.Share, size.Width = pictureLength(value)
		case found && name == "height":
			_, size.Height = pictureLength(value)
		case option == "" || isPictureOption(name, found):
		default:
			caption = option
			continue
		}
		if option != "" {
			c.drop(book.DropMarkup, off, option)
		}
	}
	if caption == "" {
		caption = alt
	} else if alt != "" {
		c.drop(book.DropPicture, off, alt)
	}
	p := c.picture(strings.TrimSpace(source), caption, "", off)
	p.Size = size
	return p
}

// pictureFile reports whether the inside of [[File:press.jpg|…]] names a picture: a
// film, a sound or a document in print would be a frame with nothing in it.
func pictureFile(inner string) bool {
	name, _, _ := strings.Cut(inner, "|")
	switch strings.ToLower(path.Ext(strings.TrimSpace(name))) {
	case ".webm", ".ogv", ".mp4":
		return false
	}
	return pictureExt(name)
}

// isPictureOption reports whether a word among the options of a picture says how it
// stands on the page. Some have a value.
func isPictureOption(name string, valued bool) bool {
	switch name {
	case "upright", "thumb", "thumbnail":
		return true
	case "frame", "framed", "enframed", "frameless", "border", "left", "right", "center", "centre", "none", "float",
		"baseline", "sub", "super", "top", "text-top", "middle", "bottom", "text-bottom":
		return !valued
	case "link", "lang", "page", "class", "align", "float-left", "float-right":
		return valued
	}
	return false
}
