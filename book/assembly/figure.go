package assembly

import (
	"cmp"
	"strings"

	"publish/book"
)

// present returns the blocks without the pictures that are not there, and reports
// each of those. A figure goes with its caption; an item or quotation that held
// nothing else goes too.
func (d *draft) present(blocks []book.Block, pictures map[string]*book.Picture) []book.Block {
	found := false
	book.WalkBlocks(blocks, func(b book.Block) bool {
		_, ok := b.(*book.Figure)
		found = found || ok
		return !found
	})
	if !found {
		return blocks
	}
	return replaceAll(blocks, func(b book.Block) []book.Block {
		switch b := b.(type) {
		case *book.Figure:
			if pictures[b.Source] == nil {
				return d.without(b, pictures)
			}
			d.checkAlt(b)
		case *book.Quote:
			if len(b.Blocks) == 0 {
				return nil
			}
		case *book.List:
			return withoutEmptyItems(b)
		}
		return []book.Block{b}
	})
}

// without returns what is left of a figure without its picture. Nobody has seen one
// that is not there, and its caption is often but the name of a file; of a picture
// that is damaged the caption stays.
func (d *draft) without(f *book.Figure, pictures map[string]*book.Picture) []book.Block {
	caption := book.PlainText(f.Caption)
	if _, damaged := pictures[f.Source]; !damaged || caption == "" {
		d.missing(f.Pos, f.Source, pictures)
		d.drop(f.Pos, book.DropPicture, cmp.Or(caption, f.Alt))
		return nil
	}
	if f.Alt != caption {
		d.drop(f.Pos, book.DropPicture, f.Alt)
	}
	return []book.Block{&book.Paragraph{Pos: f.Pos, Inlines: []book.Inline{&book.Emphasis{Pos: f.Pos, Inlines: f.Caption}}}}
}

func withoutEmptyItems(list *book.List) []book.Block {
	items := make([]book.Item, 0, len(list.Items))
	for _, item := range list.Items {
		if len(item.Blocks) > 0 {
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		return nil
	}
	kept := *list
	kept.Items = items
	return []book.Block{&kept}
}

// missing reports a picture that is not there; one that could not be used, which
// stands among the pictures as nil, has been reported.
func (d *draft) missing(pos book.Pos, name string, pictures map[string]*book.Picture) {
	if _, reported := pictures[name]; reported {
		return
	}
	if book.LeavesFolder(name) {
		d.diags.Add(book.PathOutside, pos, "the picture %q lies outside the folder of pictures", name).
			Hint("put the picture into the folder, and name it there")
		return
	}
	if strings.Contains(name, "://") || strings.HasPrefix(name, "//") || strings.HasPrefix(name, "data:") {
		d.diags.Add(book.PictureMissing, pos, "the picture %q is not in the folder of pictures, and nothing is fetched from elsewhere", shortened(name)).
			Hint("put the picture into the folder, and name it there")
		return
	}
	d.diags.Add(book.PictureMissing, pos, "no picture named %q", shortened(name))
}

// shortened returns a name that is short enough for a message: one may hold a whole
// picture.
func shortened(name string) string {
	const most = 120
	if letters := []rune(name); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return name
}

// checkAlt reports a picture that tells nothing to those who do not see it.
func (d *draft) checkAlt(f *book.Figure) {
	if alt := strings.TrimSpace(f.Alt); alt == "" || alt == f.Source {
		d.diags.Add(book.PictureAlt, f.Pos, "the picture %q has no description", f.Source).
			Hint("say in words what it shows, as its alt text")
	}
}

// shown returns the pictures that the chapters show.
func shown(drafts []*draft, pictures map[string]*book.Picture) map[string]*book.Picture {
	used := map[string]*book.Picture{}
	for _, d := range drafts {
		eachBlocks(d.Chapter, func(blocks []book.Block) {
			for _, call := range picturesIn(blocks) {
				used[call.Name] = pictures[call.Name]
			}
		})
	}
	return used
}

// eachBlocks calls f with the text of a chapter and of each of its notes.
func eachBlocks(c *book.Chapter, f func([]book.Block)) {
	f(c.Blocks)
	for _, n := range c.Notes {
		f(n.Blocks)
	}
	f(c.Questions)
}

// picturesIn lists the pictures in the blocks, figures first.
func picturesIn(blocks []book.Block) []book.PictureCall {
	var calls []book.PictureCall
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if f, ok := b.(*book.Figure); ok {
			calls = append(calls, book.PictureCall{Pos: f.Pos, Name: f.Source})
		}
		return true
	})
	book.EachText(blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			if image, ok := in.(*book.Image); ok {
				calls = append(calls, book.PictureCall{Pos: image.Pos, Name: image.Source})
			}
			return true
		})
	})
	return calls
}

// PictureCalls lists the places at which the articles show pictures, in the order of
// the articles.
func PictureCalls(articles []*book.Article) []book.PictureCall {
	var calls []book.PictureCall
	for _, a := range articles {
		calls = append(calls, picturesIn(a.Blocks)...)
		for _, n := range a.Notes {
			calls = append(calls, picturesIn(n.Blocks)...)
		}
	}
	return calls
}
