package wiki

import (
	"strings"

	"publish/book"
)

// tasks makes tasks of the items that begin with a box, "[ ]" or "[x]" (GFM 0.29
// §5.3). In a list with numbers the box stays a sign in the text.
func (c *converter) tasks(list *book.List) {
	for i := range list.Items {
		item := &list.Items[i]
		p, ok := item.Blocks[0].(*book.Paragraph)
		if !ok || len(p.Inlines) == 0 {
			continue
		}
		text, ok := p.Inlines[0].(*book.Text)
		if !ok || len(text.Value) < 4 {
			continue
		}
		task, rest := taskBox(text.Value)
		if task == book.NoTask {
			continue
		}
		c.article.Dropped = append(c.article.Dropped, book.Drop{Pos: text.Pos, Class: book.DropMarkup, Text: text.Value[:3]})
		if list.Ordered {
			text.Value = task.Box() + " " + rest
			continue
		}
		item.Task, text.Value = task, rest
		text.Col += 4
		if rest == "" {
			p.Inlines = p.Inlines[1:]
		}
	}
}

// taskBox returns what the box says that a text begins with, and what follows it.
func taskBox(s string) (task book.Task, rest string) {
	if rest, ok := strings.CutPrefix(s, "[ ] "); ok {
		return book.TaskOpen, rest
	}
	if rest, ok := strings.CutPrefix(strings.ToLower(s[:4]), "[x] "); ok {
		return book.TaskDone, rest + s[4:]
	}
	return book.NoTask, s
}
