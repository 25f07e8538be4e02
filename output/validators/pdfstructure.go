package validators

import (
	"fmt"
	"strings"
	"testing"
)

// A Node is an element of the structure of a PDF with its own text: that of its kids
// is theirs.
type Node struct {
	Depth int    // 0 for the root
	Role  string // standard structure type
	Title string
	Texts []string // in reading order, a piece for each run of marked content
	Links int      // annotations
}

// PDFStructure returns the elements of the PDF at path in reading order, parents
// first, and the text of all of them as it is read, as pdfinfo finds them. It fails t
// if pdfinfo has a complaint. It takes seconds for a hundred pages.
func PDFStructure(t testing.TB, path string) ([]Node, string) {
	t.Helper()
	nodes, text, found, err := pdfStructure(path)
	report(t, "pdfinfo", found, err)
	return nodes, text
}

func pdfStructure(path string) ([]Node, string, []Problem, error) {
	cmd, err := program("pdfinfo", "-enc", "UTF-8", "-struct-text", path)
	if err != nil {
		return nil, "", nil, err
	}
	out, err := cmd.run()
	if err != nil {
		return nil, "", nil, err
	}
	nodes, text, err := readStructure(out.stdout)
	return nodes, text, complaints(path, out), err
}

// readStructure reads what pdfinfo prints: a line for each element, with its kind and
// its title behind it, and lines of text in quotes, each two blanks deeper than its
// parent.
func readStructure(listing string) ([]Node, string, error) {
	var nodes []Node
	var text strings.Builder
	var open []int // the elements that a line may belong to, by depth
	for line := range strings.Lines(listing) {
		line = strings.TrimSuffix(line, "\n")
		what := strings.TrimLeft(line, " ")
		depth := (len(line) - len(what)) / 2
		if depth > len(open) || what == "" || depth == 0 && what[0] == '"' {
			return nil, "", fmt.Errorf("unknown line of structure %q", line)
		}
		open = open[:depth]
		switch {
		case what[0] == '"' && len(what) > 1 && strings.HasSuffix(what, `"`):
			n := &nodes[open[depth-1]]
			n.Texts = append(n.Texts, what[1:len(what)-1])
			text.WriteString(what[1 : len(what)-1])
		case strings.HasPrefix(what, "Object "):
			nodes[open[depth-1]].Links++
		default:
			open = append(open, len(nodes))
			nodes = append(nodes, newNode(depth, what))
		}
	}
	return nodes, text.String(), nil
}

// newNode reads the line of an element, such as `Sect "Preface"` or `P (block)`.
func newNode(depth int, line string) Node {
	n := Node{Depth: depth}
	if start := strings.IndexByte(line, '"'); start >= 0 {
		n.Title = strings.TrimSuffix(line[start+1:], `"`)
		if end := strings.LastIndexByte(line[start+1:], '"'); end >= 0 {
			n.Title = line[start+1 : start+1+end]
		}
		line = line[:start]
	}
	n.Role, _, _ = strings.Cut(line, " ")
	return n
}
