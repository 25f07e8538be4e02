package wiki

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"

	"publish/book"
)

// maxFront is the greatest size of front matter in bytes: it is a list of facts
// about a text, not a text.
const maxFront = 64 << 10

// frontMatter reads what stands before the text of a file: YAML between two lines
// of three dashes, as static sites and notebooks have it, or pandoc's title block.
// It puts blanks in its place, so that every offset stays true. What cannot be
// understood is left as text.
func (c *converter) frontMatter() {
	text := c.src.text
	if bytes.HasPrefix(text, []byte("% ")) {
		c.titleBlock()
		return
	}
	from, to := frontBounds(text)
	if to == 0 {
		return
	}
	front := map[string]string{}
	if !readYAML(text[from:to], front) && !readLines(text[from:to], front) {
		c.diags.Add(book.MarkupUnknown, c.src.pos(from), "front matter is not YAML that can be read").Hint("it is taken for text")
		return
	}
	c.article.Front = front
	for _, key := range [...]string{"categories", "category", "tags"} {
		for _, name := range strings.Split(front[key], ", ") {
			c.category(strings.TrimPrefix(name, "#"))
		}
	}
	blankOut(text[:lineEnd(text, to+1)])
}

// frontBounds returns where front matter starts and ends between its lines of
// dashes or dots; to is 0 if there is none. A first line that is no "key:" is the
// text after a rule.
func frontBounds(text []byte) (from, to int) {
	const start = len("---\n")
	if !bytes.HasPrefix(text, []byte("---\n")) {
		return 0, 0
	}
	key, _, ok := bytes.Cut(bytes.TrimLeft(text[start:min(len(text), start+200)], "\n"), []byte(":"))
	if ok = ok && len(key) > 0 && bytes.IndexByte(key, '\n') < 0; !ok && !bytes.HasPrefix(key, []byte("#")) {
		return 0, 0
	}
	for at := start; at < min(len(text), maxFront); {
		end := lineEnd(text, at)
		if line := string(bytes.TrimRight(text[at:end], " ")); line == "---" || line == "..." {
			return start, at - 1
		}
		at = end + 1
	}
	return 0, 0
}

// readYAML reads a mapping. Aliases are not followed, so that none can multiply
// what it stands for.
func readYAML(src []byte, front map[string]string) bool {
	var doc yaml.Node
	if yaml.Unmarshal(src, &doc) != nil || len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return false
	}
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		var values []string
		scalars(pairs[i+1], &values)
		front[pairs[i].Value] = strings.Join(values, ", ")
	}
	return len(front) > 0
}

// scalars adds the values of a node and of those inside it.
func scalars(n *yaml.Node, values *[]string) {
	if n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
		*values = append(*values, strings.Join(strings.Fields(n.Value), " "))
	}
	for i, k := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			scalars(k, values)
		}
	}
}

// readLines reads lines of "key: value", for values that YAML wants in quotation
// marks and people write without.
func readLines(src []byte, front map[string]string) bool {
	for _, line := range strings.Split(string(src), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || key == "" || strings.ContainsAny(key, " \t") {
			clear(front)
			return false
		}
		front[key] = strings.Trim(strings.TrimSpace(value), `"'`)
	}
	return len(front) > 0
}

// titleBlock reads pandoc's lines "% title", "% authors" and "% date". A line
// that starts with a blank goes on with the one before.
func (c *converter) titleBlock() {
	text := c.src.text
	var values []string
	at := 0
	for at < len(text) {
		end := lineEnd(text, at)
		line := string(text[at:end])
		switch {
		case strings.HasPrefix(line, "%") && len(values) < 3:
			values = append(values, strings.TrimSpace(line[1:]))
		case strings.HasPrefix(line, " ") && strings.TrimSpace(line) != "":
			values[len(values)-1] += " " + strings.TrimSpace(line)
		default:
			line = ""
		}
		if line == "" {
			break
		}
		at = min(end+1, len(text))
	}
	c.article.Front = map[string]string{}
	for i, value := range values {
		if value != "" {
			c.article.Front[[...]string{"title", "author", "date"}[i]] = value
		}
	}
	blankOut(text[:at])
}

// blankOut overwrites text with blanks, line by line.
func blankOut(text []byte) {
	for i := range text {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
}
