package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// write writes the plan as a manifest with comments.
func (p *plan) write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, manifestHead, quoteYAML(p.title))
	if len(p.parts) == 1 && p.parts[0].title == "" {
		writeChapters(out, p.parts[0].chapters, "")
	} else {
		fmt.Fprintln(out, "parts:")
		for _, part := range p.parts {
			fmt.Fprintf(out, "  - title: %s\n", quoteYAML(part.title))
			writeChapters(out, part.chapters, "    ")
		}
	}
	if p.index {
		fmt.Fprint(out, "\nindex: {file: index.yaml}\n")
	} else {
		fmt.Fprint(out, "\n# index: {file: index.yaml} # your rules for it; publish init --index writes a first one\n")
	}
	fmt.Fprint(out, manifestFoot)
	writeLeftOut(out, "Redirects: other names of articles. They become see references of the index.", p.redirects)
	writeLeftOut(out, fmt.Sprintf("Stubs: fewer than %d words.", stubWords), p.stubs)
	writeLeftOut(out, "Nearly the same as another article.", p.repeats)
	writeLeftOut(out, "Front pages of the wiki.", p.portals)
	return out.Flush()
}

const manifestHead = `# The book of this folder, as publish init proposes it. Change what you like:
# publish check tells what does not fit, publish build makes the editions.
title: %s
# subtitle: A Reader
# authors: [Name, {name: Another Name, role: edt}]
language: en
# date: 2026-01-31          # default: the day of the build
# rights: CC BY-SA 4.0
# source: https://example.org/wiki/   # where links to other articles lead
articles: .
# images: images            # folder of the pictures
# front: [preface.md]       # before chapter 1, without numbers

# The order: what the others lead to comes first; then parts by the wiki's
# categories, each article near those that it has links with.
`

const manifestFoot = `# back: [afterword.md]
notes: {place: book, numbering: chapter}
pdf: {trim: a5, opening: recto}
editions: [epub, pdf]
`

func writeChapters(out *bufio.Writer, names []string, indent string) {
	fmt.Fprintf(out, "%schapters:\n", indent)
	for _, name := range names {
		fmt.Fprintf(out, "%s  - %s\n", indent, quoteYAML(name))
	}
}

// writeLeftOut names articles that are not chapters in a comment.
func writeLeftOut(out *bufio.Writer, head string, list []leftOut) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(out, "\n# Not in the book. %s\n", head)
	for _, l := range list {
		line := "#   " + quoteYAML(l.name)
		if l.why != "" {
			line += ": " + strings.ReplaceAll(l.why, "\n", " ")
		}
		fmt.Fprintln(out, line)
	}
}

// quoteYAML returns a text in double quotation marks, as YAML (which takes in the
// strings of JSON) reads it.
func quoteYAML(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func countWords(n int) string {
	if n == 1 {
		return "1 word"
	}
	return fmt.Sprintf("%d words", n)
}
