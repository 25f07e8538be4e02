package epub

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// check is what was found in one document.
type check struct {
	name     string
	ids      map[string]bool
	refs     []string // href and src that lead into the publication
	types    map[string]bool
	elements map[string]bool // of those that the manifest has to declare
}

// inspect reads a document with a strict decoder. It reports what is not
// well-formed (XML 1.0 §2.1, and the unique attributes of §3.1), namespace
// prefixes that are not declared, and IDs that occur twice.
func inspect(name string, data []byte) (*check, error) {
	c := &check{name: name, ids: make(map[string]bool), types: make(map[string]bool), elements: make(map[string]bool)}
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []xml.Name
	roots := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			switch t := token.(type) {
			case xml.StartElement:
				if len(open) == 0 {
					roots++
				}
				open = append(open, t.Name)
				err = c.element(t)
			case xml.EndElement:
				if len(open) == 0 || open[len(open)-1] != t.Name {
					err = fmt.Errorf("end of %s where another element is open", t.Name.Local)
				} else {
					open = open[:len(open)-1]
				}
			}
		}
		if err != nil {
			line, column := d.InputPos()
			return nil, fmt.Errorf("%s:%d:%d: %w", name, line, column, err)
		}
	}
	if roots != 1 || len(open) > 0 {
		return nil, fmt.Errorf("%s: %d root elements, %d elements without end", name, roots, len(open))
	}
	return c, nil
}

// element looks at one start tag.
func (c *check) element(t xml.StartElement) error {
	if t.Name.Space != "" && t.Name.Space != "dc" {
		return fmt.Errorf("prefix %q is not declared", t.Name.Space)
	}
	switch t.Name.Local {
	case "svg":
		c.elements["svg"] = true
	case "math":
		c.elements["mathml"] = true
	case "script", "form":
		c.elements["scripted"] = true
	}
	for i, a := range t.Attr {
		for _, b := range t.Attr[:i] {
			if a.Name == b.Name {
				return fmt.Errorf("attribute %s twice in one tag", a.Name.Local)
			}
		}
		if err := c.attribute(a); err != nil {
			return err
		}
	}
	return nil
}

func (c *check) attribute(a xml.Attr) error {
	switch a.Name.Space {
	case "", "xml", "xmlns":
	case "epub":
		for _, word := range strings.Fields(a.Value) {
			c.types[word] = true
		}
		return nil
	default:
		return fmt.Errorf("prefix %q is not declared", a.Name.Space)
	}
	switch a.Name.Local {
	case "id":
		if c.ids[a.Value] {
			return fmt.Errorf("ID %q twice", a.Value)
		}
		c.ids[a.Value] = true
	case "href", "src":
		if !strings.Contains(a.Value, ":") {
			c.refs = append(c.refs, a.Value)
		}
	}
	return nil
}

// crossCheck reports links that lead to no file or to no ID of a file.
func crossCheck(checks []*check, media []*file) error {
	targets := make(map[string]*check, len(checks)+len(media))
	for _, c := range checks {
		targets[c.name] = c
	}
	for _, f := range media {
		targets[f.name] = nil
	}
	for _, c := range checks {
		for _, ref := range c.refs {
			file, fragment, _ := strings.Cut(ref, "#")
			name := c.name
			if file != "" {
				name = path.Join(path.Dir(c.name), file)
			}
			to, ok := targets[name]
			if !ok || fragment != "" && (to == nil || !to.ids[fragment]) {
				return fmt.Errorf("%s: link to %q leads nowhere", c.name, ref)
			}
		}
	}
	return nil
}
