package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"publish/layout"
	"publish/output/validators"
)

// structureTypes are the types of ISO 32000-1 §14.8.4 that books have need of. Those
// left out are Art, Quote, NonStruct, Private, H, THead, TBody, TFoot, Annot, Formula,
// Form, and those for Ruby and Warichu, which the book has no notation for.
const structureTypes = "Document Part Sect Div H1 H2 H3 H4 P L LI Lbl LBody BlockQuote Table TR TH TD " +
	"Figure Caption Note Reference Link TOC TOCI Index BibEntry Code Span"

// TestStructure holds the structure tree of a book that has everything to what
// testdata/structure/roles.txtar says of it, and the PDF as pdfinfo reads it to the
// same tree.
func TestStructure(t *testing.T) {
	path, err := filepath.Abs("testdata/structure/roles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	unpack(t, archive)
	w := prepareTest(t, "book.yaml")
	t.Chdir(filepath.Dir(path))
	// The colophon names faces and sums up the sources: nothing of the structure.
	got, _, _ := strings.Cut(structureTree(w.doc), "  Sect (title Colophon)\n")
	compareFile(t, path, archive, "structure", got)
	for _, role := range strings.Fields(structureTypes) {
		if !strings.Contains(got, " "+role+" ") && !strings.Contains(got, " "+role+"\n") && !strings.HasPrefix(got, role) {
			t.Errorf("the book has no %s", role)
		}
	}
	file := writePDF(t, w)
	t.Run("pdfinfo", func(t *testing.T) {
		nodes, _ := validators.PDFStructure(t, file)
		checkStructure(t, w.doc, nodes)
	})
	for _, profile := range []validators.Profile{validators.PDFUA1, validators.PDFA2A} {
		t.Run(string(profile), func(t *testing.T) { validators.VeraPDF(t, profile, file) })
	}
}

// structureTree lists the elements of a document that have content, or hold some that
// have.
func structureTree(doc *layout.Document) string {
	texts := ownTexts(doc)
	var out bytes.Buffer
	var walk func(e *layout.Element, depth int) string
	walk = func(e *layout.Element, depth int) string {
		var inner strings.Builder
		for _, kid := range e.Kids {
			inner.WriteString(walk(kid, depth+1))
		}
		text, has := texts[e]
		if !has && inner.Len() == 0 && e.Role != "TD" {
			return ""
		}
		return fmt.Sprintf("%s%s%s%s\n%s", strings.Repeat("  ", depth), e.Role, traitsOf(e), text, &inner)
	}
	out.WriteString(walk(doc.Root, 0))
	return out.String()
}

// ownTexts returns what elements show themselves: quoted text, and pictures as nothing.
func ownTexts(doc *layout.Document) map[*layout.Element]string {
	texts := map[*layout.Element]string{}
	var last *layout.Element
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			switch item := item.(type) {
			case *layout.Line:
				for i := range item.Words {
					w := &item.Words[i]
					if w.Element == nil {
						continue
					}
					text := strings.TrimSuffix(texts[w.Element], `"`)
					switch {
					case text == "":
						text = ` "`
					case last != w.Element:
						text += "+"
					case w.Space:
						text += " "
					}
					texts[w.Element], last = text+shown(w)+`"`, w.Element
				}
			case *layout.Picture:
				texts[item.Element] = ""
			}
		}
	}
	delete(texts, nil)
	return texts
}

// traitsOf lists what an element says of itself.
func traitsOf(e *layout.Element) string {
	var traits []string
	add := func(name, value string) {
		if value != "" {
			traits = append(traits, name+" "+value)
		}
	}
	add("lang", e.Lang)
	add("alt", e.Alt)
	add("title", e.Title)
	add("scope", e.Header)
	add("labels", e.Labels)
	if e.ID != "" {
		traits = append(traits, "id")
	}
	if len(traits) == 0 {
		return ""
	}
	return " (" + strings.Join(traits, ", ") + ")"
}
