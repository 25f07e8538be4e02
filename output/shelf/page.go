package shelf

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
)

//go:embed catalogue.html
var catalogue string

// Page writes the shelf as a page for browsers.
func (s *Shelf) Page(w io.Writer) error {
	t, err := template.New("catalogue").Funcs(template.FuncMap{
		"join": func(list []string) string { return strings.Join(list, ", ") },
		"size": sizeOf, "count": countOf, "lang": langAttribute,
	}).Parse(catalogue)
	if err != nil {
		return err
	}
	return t.Execute(w, s)
}

// sizeOf returns a number of bytes as people read it.
func sizeOf(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 1_000_000:
		return fmt.Sprintf("%d KB", (n+500)/1000)
	}
	return fmt.Sprintf("%d.%d MB", n/1_000_000, n%1_000_000/100_000)
}

func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// langAttribute returns an attribute for a tag of letters, figures and hyphens, and
// nothing for any other.
func langAttribute(language string) template.HTMLAttr {
	if language == "" || strings.Trim(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
		return ""
	}
	return template.HTMLAttr(` lang="` + language + `"`)
}
