package epub

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"publish/book"
)

//go:embed book.css
var styleSheet string

// Folders of the media, as go-epub names them.
const (
	imageFolder = "images/"
	fontFolder  = "fonts/"
	cssFolder   = "css/"
)

// medium is a file of the publication that is not a document.
type medium struct {
	folder, name, mime string
	properties         string
	data               []byte
}

func (f *medium) path() string { return f.folder + f.name }

// media returns the style sheet, faces and pictures.
func (e *edition) media() []*medium {
	faces := e.faces()
	list := []*medium{{folder: cssFolder, name: "book.css", mime: "text/css", data: []byte(e.style(faces))}}
	list = append(list, faces...)
	if len(e.opt.Cover) > 0 {
		list = append(list, &medium{imageFolder, e.coverName(), coverMIME(e.opt.CoverMIME), "cover-image", e.opt.Cover})
	}
	for _, key := range slices.Sorted(maps.Keys(e.Pictures)) {
		p := e.Pictures[key]
		list = append(list, &medium{folder: imageFolder, name: e.pictures[key], mime: p.Screen.MIME, data: p.Screen.Data})
	}
	return list
}

func coverMIME(mime string) string { return orElse(mime, "image/png") }

// faces returns the embedded faces in the order of the options.
func (e *edition) faces() []*medium {
	taken := make(names)
	list := make([]*medium, len(e.opt.Fonts))
	for i, f := range e.opt.Fonts {
		ext, mime := ".ttf", "font/ttf"
		if strings.HasPrefix(string(f.Data[:min(4, len(f.Data))]), "OTTO") {
			ext, mime = ".otf", "font/otf"
		}
		list[i] = &medium{folder: fontFolder, name: taken.take(orElse(f.Name, f.Family), ext), mime: mime, data: f.Data}
	}
	return list
}

// style returns the style sheet with the rules of the embedded faces before it.
func (e *edition) style(faces []*medium) string {
	sheet := styleSheet
	if e.hasAids() {
		sheet += studySheet
	}
	if !e.Typography.Has(book.OldStyleFigures) {
		sheet = strings.ReplaceAll(sheet, "oldstyle-nums", "lining-nums")
	}
	if len(faces) == 0 {
		return sheet
	}
	var b strings.Builder
	var families, headings, mono []string
	for i, f := range e.opt.Fonts {
		style := "normal"
		if f.Italic {
			style = "italic"
		}
		fmt.Fprintf(&b, "@font-face {\n\tfont-family: %s;\n\tfont-weight: %d;\n\tfont-style: %s;\n\tsrc: url(../%s);\n}\n",
			quoted(f.Family), f.Weight, style, faces[i].path())
		list := map[FontPart]*[]string{TextFont: &families, HeadingFont: &headings, MonoFont: &mono}[f.Part]
		if !slices.Contains(*list, quoted(f.Family)) {
			*list = append(*list, quoted(f.Family))
		}
	}
	fmt.Fprintf(&b, "body {\n\tfont-family: %s, serif;\n}\n", strings.Join(families, ", "))
	b.WriteString(sheet)
	if headings != nil {
		fmt.Fprintf(&b, "h1, h2, h3, h4, h5, h6, hgroup, .ordinal {\n\tfont-family: %s, serif;\n}\n", strings.Join(slices.Concat(headings, families), ", "))
	}
	if mono != nil {
		fmt.Fprintf(&b, "pre, code {\n\tfont-family: %s, monospace;\n}\n", strings.Join(mono, ", "))
	}
	return b.String()
}

// quoted returns a family's name as a string of CSS.
func quoted(family string) string {
	return `"` + strings.Map(func(r rune) rune {
		if r < ' ' || r == '"' || r == '\\' {
			return -1
		}
		return r
	}, family) + `"`
}
