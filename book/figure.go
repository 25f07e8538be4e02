package book

import "strings"

// present returns the blocks without the pictures that are not there, and reports
// each of those. A figure goes with its caption; an item or quotation that held
// nothing else goes too.
func (d *draft) present(blocks []Block, pictures map[string]*Picture) []Block {
	found := false
	WalkBlocks(blocks, func(b Block) bool {
		_, ok := b.(*Figure)
		found = found || ok
		return !found
	})
	if !found {
		return blocks
	}
	return replaceAll(blocks, func(b Block) []Block {
		switch b := b.(type) {
		case *Figure:
			if pictures[b.Source] == nil {
				d.missing(b.Pos, b.Source)
				d.drop(b.Pos, DropPicture, PlainText(b.Caption))
				return nil
			}
			d.checkAlt(b)
		case *Quote:
			if len(b.Blocks) == 0 {
				return nil
			}
		case *List:
			return withoutEmptyItems(b)
		}
		return []Block{b}
	})
}

func withoutEmptyItems(list *List) []Block {
	items := make([]Item, 0, len(list.Items))
	for _, item := range list.Items {
		if len(item.Blocks) > 0 {
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Block{&List{list.Pos, list.Ordered, list.Start, list.Tight, items}}
}

func (d *draft) missing(pos Pos, name string) {
	d.diags.Add(PictureMissing, pos, "no picture named %q", name)
}

// checkAlt reports a picture that tells nothing to those who do not see it.
func (d *draft) checkAlt(f *Figure) {
	if alt := strings.TrimSpace(f.Alt); alt == "" || alt == f.Source {
		d.diags.Add(PictureAlt, f.Pos, "the picture %q has no description", f.Source).
			Hint("say in words what it shows, as its alt text")
	}
}

// shown returns the pictures that the chapters show.
func shown(drafts []*draft, pictures map[string]*Picture) map[string]*Picture {
	used := map[string]*Picture{}
	for _, d := range drafts {
		eachBlocks(d.Chapter, func(blocks []Block) {
			for _, name := range picturesIn(blocks) {
				used[name] = pictures[name]
			}
		})
	}
	return used
}

// eachBlocks calls f with the text of a chapter and of each of its notes.
func eachBlocks(c *Chapter, f func([]Block)) {
	f(c.Blocks)
	for _, n := range c.Notes {
		f(n.Blocks)
	}
}

// picturesIn lists the names of the pictures in the blocks, in reading order.
func picturesIn(blocks []Block) []string {
	var names []string
	WalkBlocks(blocks, func(b Block) bool {
		if f, ok := b.(*Figure); ok {
			names = append(names, f.Source)
		}
		return true
	})
	EachText(blocks, func(inlines []Inline) {
		WalkInlines(inlines, func(in Inline) bool {
			if image, ok := in.(*Image); ok {
				names = append(names, image.Source)
			}
			return true
		})
	})
	return names
}

// PictureNames lists the pictures that the articles show, each once, in the order
// of the articles.
func PictureNames(articles []*Article) []string {
	var names []string
	seen := map[string]bool{}
	for _, a := range articles {
		found := picturesIn(a.Blocks)
		for _, n := range a.Notes {
			found = append(found, picturesIn(n.Blocks)...)
		}
		for _, name := range found {
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}
