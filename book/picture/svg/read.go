package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits of a drawing. The largest maps of the web's encyclopedias have some
// 50,000 elements and 10 MB.
const (
	maxBytes    = 16 << 20
	maxElements = 100_000
	maxDepth    = 100
	maxCopies   = 200_000 // of elements, after references are followed
	maxEntities = 100
	maxEntity   = 64 // letters of an entity
	maxCalls    = 100_000
)

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
)

// LimitError says that a drawing is beyond a limit.
type LimitError struct{ text string }

func (e *LimitError) Error() string { return e.text }

var errNotSVG = errors.New("it is no drawing in SVG")

// node is an element, or text if it has no name.
type node struct {
	name  string
	attrs []attr // in the order of the file, each name once
	kids  []*node
	text  string
}

type attr struct{ name, value string }

// get returns the value of an attribute, "" if there is none.
func (n *node) get(name string) string {
	for _, a := range n.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// set gives an attribute a value.
func (n *node) set(name, value string) {
	for i := range n.attrs {
		if n.attrs[i].name == name {
			n.attrs[i].value = value
			return
		}
	}
	n.attrs = append(n.attrs, attr{name, value})
}

func (n *node) drop(keep func(a attr) bool) {
	kept := n.attrs[:0]
	for _, a := range n.attrs {
		if keep(a) {
			kept = append(kept, a)
		}
	}
	n.attrs = kept
}

// Is reports whether a file begins like a drawing in SVG: an XML file whose first
// element is of that name.
func Is(data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), 1<<16)], []byte("\xef\xbb\xbf"))
	head = bytes.TrimLeft(head, " \t\r\n")
	if !bytes.HasPrefix(head, []byte("<")) {
		return false
	}
	at := bytes.Index(head, []byte("<svg"))
	if at < 0 {
		at = bytes.Index(head, []byte(":svg"))
	}
	return at >= 0 && !bytes.Contains(bytes.ToLower(head[:at]), []byte("<html"))
}

// parser builds the tree of the elements of a file.
type parser struct {
	decoder *xml.Decoder
	count   int
	styles  strings.Builder // the text of all style sheets
	root    *node
	open    []*node
	skip    int // depth inside an element that is left out
	missing map[string]bool
	style   bool // inside a style sheet
}

func parse(data []byte) (*parser, error) {
	if len(data) > maxBytes {
		return nil, &LimitError{fmt.Sprintf("is a drawing of more than %d MB", maxBytes>>20)}
	}
	p := &parser{decoder: xml.NewDecoder(bytes.NewReader(data)), missing: map[string]bool{}}
	p.decoder.CharsetReader = latin1
	for {
		token, err := p.decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.Directive:
			if p.decoder.Entity, err = entities(token, data); err != nil {
				return nil, err
			}
		case xml.StartElement:
			if err := p.start(token); err != nil {
				return nil, err
			}
		case xml.EndElement:
			p.end()
		case xml.CharData:
			p.chars(string(token))
		}
	}
	if p.root == nil {
		return nil, errNotSVG
	}
	return p, nil
}

// latin1 reads the encodings besides UTF-8 that old programs write.
func latin1(charset string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(charset) {
	case "iso-8859-1", "us-ascii", "latin1":
	default:
		return nil, fmt.Errorf("its encoding %q is unknown", charset)
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for _, c := range data {
		b.WriteRune(rune(c))
	}
	return strings.NewReader(b.String()), nil
}

// entities reads the entities that a document type declares: drawing programs give
// short names to the addresses of namespaces. One whose value calls others is not
// read, so that none grows when it is called.
func entities(directive xml.Directive, data []byte) (map[string]string, error) {
	known := map[string]string{}
	parts := strings.Split(string(directive), "<!ENTITY")
	if len(parts) > maxEntities || len(parts) > 1 && bytes.Count(data, []byte("&")) > maxCalls {
		return nil, &LimitError{"declares or calls too many entities"}
	}
	for _, part := range parts[1:] {
		name, rest, ok := strings.Cut(strings.TrimSpace(part), " ")
		rest = strings.TrimSpace(rest)
		if !ok || name == "%" || len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
			continue
		}
		value, _, ok := strings.Cut(rest[1:], rest[:1])
		if ok && len(value) <= maxEntity && !strings.ContainsAny(value, "&<%") {
			known[name] = value
		}
	}
	return known, nil
}

func (p *parser) start(e xml.StartElement) error {
	if p.count++; p.count > maxElements {
		return &LimitError{fmt.Sprintf("is a drawing of more than %d elements", maxElements)}
	}
	if len(p.open)+p.skip >= maxDepth {
		return &LimitError{fmt.Sprintf("is a drawing with elements nested more than %d deep", maxDepth)}
	}
	if p.root == nil && e.Name.Local != "svg" {
		return errNotSVG
	}
	drawn := e.Name.Space == svgSpace || e.Name.Space == ""
	if drawn && e.Name.Local == "style" && p.skip == 0 {
		p.style, p.skip = true, 1
		return nil
	}
	if p.skip > 0 || !drawn || !knownElement(e.Name.Local) {
		if p.skip == 0 && drawn && isSeen(e.Name.Local) {
			p.missing[e.Name.Local] = true
		}
		p.skip++
		return nil
	}
	n := &node{name: e.Name.Local}
	seen := map[string]bool{}
	for _, a := range e.Attr {
		name := attrName(a.Name)
		if name != "" && !seen[name] {
			seen[name] = true
			n.attrs = append(n.attrs, attr{name, strings.TrimSpace(a.Value)})
		}
	}
	if len(p.open) > 0 {
		top := p.open[len(p.open)-1]
		top.kids = append(top.kids, n)
	} else if p.root == nil {
		p.root = n
	}
	p.open = append(p.open, n)
	return nil
}

// attrName returns the name by which this package knows an attribute; "" if it does
// not.
func attrName(name xml.Name) string {
	switch {
	case name.Space == xlinkSpace && name.Local == "href", name.Space == "xlink" && name.Local == "href":
		return "href"
	case name.Space != "":
		return ""
	case isProperty(name.Local), isAttribute(name.Local):
		return name.Local
	case name.Local == "class", name.Local == "style", name.Local == "systemLanguage":
		return name.Local // needed to clean, then dropped
	}
	return ""
}

func (p *parser) end() {
	if p.skip > 0 {
		p.skip--
		p.style = p.style && p.skip > 0
		return
	}
	if len(p.open) > 0 {
		p.open = p.open[:len(p.open)-1]
	}
}

func (p *parser) chars(text string) {
	switch {
	case p.style:
		p.styles.WriteString(text)
	case p.skip > 0 || len(p.open) == 0:
	default:
		if top := p.open[len(p.open)-1]; holdsText(top.name) {
			top.kids = append(top.kids, &node{text: text})
		}
	}
}
