package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"publish/book"
	"publish/book/account"
)

// closeAccount closes the account of the words of every article, and reports those
// that are lost.
func (p *program) closeAccount(w *writer) error {
	w.account = account.Close(w.book, w.source.texts)
	w.source.texts = nil
	var diags book.Diags
	for _, s := range w.account {
		if len(s.Lost) == 0 {
			continue
		}
		d := diags.Add(book.TextLost, s.Lost[0].Pos, "%s neither in the book nor left out: %s", areWords(len(s.Lost)), someWords(s.Lost))
		d.Hint("look whether the book has the text round this place")
	}
	return p.report(diags)
}

func areWords(n int) string {
	if n == 1 {
		return "1 word is"
	}
	return fmt.Sprintf("%d words are", n)
}

// someWords lists the first few words.
func someWords(words []account.Word) string {
	const few = 5
	var list []string
	for _, w := range words[:min(few, len(words))] {
		list = append(list, fmt.Sprintf("%q", w.Text))
	}
	if len(words) > few {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}

// writeAccount prints the account of the whole book.
func writeAccount(w io.Writer, sheets []account.Sheet) {
	total := account.Total(sheets)
	fmt.Fprintf(w, "publish: %s in %s: %d in the book, %d left out on purpose", counted(total.Source, "word"),
		counted(len(sheets), "article"), total.Book, total.Source-total.Book-len(total.Lost))
	var classes []string
	for _, class := range book.DropClasses() {
		if n := total.Dropped[class].Words; n > 0 {
			classes = append(classes, fmt.Sprintf("%d %s", n, class))
		}
	}
	if classes != nil {
		fmt.Fprintf(w, " (%s)", strings.Join(classes, ", "))
	}
	fmt.Fprintf(w, ", %d lost\n", len(total.Lost))
}

func dropClasses() []string {
	var names []string
	for _, class := range book.DropClasses() {
		names = append(names, string(class))
	}
	return names
}

// checkDropped reports classes that do not exist.
func (p *program) checkDropped() error {
	for _, class := range p.flags.dropped {
		if err := oneOf("--dropped", class, append(dropClasses(), "all")...); err != nil {
			return err
		}
	}
	return nil
}

// droppedPlaces returns a message for every piece that was left out in the classes
// that the user asked for.
func (p *program) droppedPlaces(b *book.Book) book.Diags {
	var diags book.Diags
	all := slices.Contains(p.flags.dropped, "all")
	for _, d := range b.Dropped {
		if !all && !slices.Contains(p.flags.dropped, string(d.Class)) {
			continue
		}
		if d.Text == "" {
			diags.Add(book.TextDropped, d.Pos, "left out: %s", d.Class)
			continue
		}
		diags.Add(book.TextDropped, d.Pos, "left out: %s %q", d.Class, shortened(d.Text))
	}
	return diags
}

// shortened returns the beginning of a text.
func shortened(s string) string {
	const most = 80
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return strings.TrimSpace(string(runes[:most])) + "…"
}
