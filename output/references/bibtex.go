package references

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"publish/book"
)

// BibTeX writes works as a file of BibTeX in UTF-8, for biblatex.
func BibTeX(out io.Writer, works []*book.Entry) error {
	to := bufio.NewWriter(out)
	for i, e := range works {
		if i > 0 {
			to.WriteByte('\n')
		}
		fmt.Fprintf(to, "@%s{%s,\n", bibType(&e.Work), e.Key)
		for _, f := range bibFields(e) {
			if f.value != "" {
				fmt.Fprintf(to, "  %s = {%s},\n", f.name, f.value)
			}
		}
		to.WriteString("}\n")
	}
	return to.Flush()
}

// field is a field of BibTeX, its value escaped.
type field struct{ name, value string }

// bibFields returns the fields of a work, some of them empty. A title has braces of its
// own: the book has its capitals as they are to be.
func bibFields(e *book.Entry) []field {
	w := &e.Work
	fields := []field{
		{"author", bibNames(w.Authors)}, {"editor", bibNames(w.Editors)}, {"translator", bibNames(w.Translators)},
		{"title", "{" + escape(titleOf(e)) + "}"},
	}
	fields = append(fields, holderOf(w)...)
	fields = append(fields, field{"volume", escape(w.Volume)}, field{"number", escape(w.Issue)}, field{"edition", escape(w.Edition)},
		field{"type", escape(w.Genre)}, field{publisherField(w), escape(w.Publisher)}, field{"address", escape(w.Place)})
	fields = append(fields, dateFields(w)...)
	return append(fields, field{"pages", strings.ReplaceAll(escape(w.Pages), "–", "--")},
		field{"isbn", escape(w.ISBN)}, field{"doi", verbatim(w.DOI)}, field{"url", verbatim(w.URL)},
		field{"urldate", readEDTF(w.Accessed).edtf()}, languageOf(w), field{"note", escape(noteOf(w))})
}

// holderOf returns what holds a work: the field for it differs with the type.
func holderOf(w *book.Work) []field {
	if w.Container == "" {
		return nil
	}
	value := escape(w.Container)
	switch w.Kind {
	case book.ArticleWork:
		fields := []field{{"journal", value}}
		if kind := periodicalOf(w); kind != journal {
			fields = append(fields, field{"entrysubtype", strings.TrimPrefix(kind, "article-")})
		}
		return fields
	case book.ChapterWork:
		return []field{{"booktitle", "{" + value + "}"}}
	case book.WebWork:
		return []field{{"organization", value}}
	}
	return []field{{"series", value}}
}

// publisherField returns the field for who publishes a work.
func publisherField(w *book.Work) string {
	switch w.Kind {
	case book.Thesis:
		return "institution"
	case book.PamphletWork:
		return "howpublished"
	}
	return "publisher"
}

// dateFields returns the date of a work. A bare year goes into the field that older
// styles know too.
func dateFields(w *book.Work) []field {
	d := issued(w)
	switch {
	case d == nil:
		return nil
	case d.Literal == "forthcoming":
		return []field{{"pubstate", "forthcoming"}}
	case d.Literal != "":
		return []field{{"year", escape(d.Literal)}}
	case len(d.Parts) == 1 && len(d.Parts[0]) == 1 && !d.Circa && d.Season == 0:
		return []field{{"year", d.edtf()}}
	}
	return []field{{"date", d.edtf()}}
}

// languageOf returns the language of a work by its name in babel, or its tag where babel
// has no name that is known here.
func languageOf(w *book.Work) field {
	const babel = " ar=arabic ca=catalan cs=czech da=danish de=german el=greek en=english eo=esperanto es=spanish eu=basque fi=finnish" +
		" fr=french gl=galician he=hebrew hr=croatian hu=hungarian it=italian ja=japanese ko=korean nl=dutch pl=polish pt=portuguese" +
		" ro=romanian ru=russian sr=serbian sv=swedish tr=turkish uk=ukrainian vi=vietnamese zh=chinese "
	base, _, _ := strings.Cut(w.Language, "-")
	if _, rest, ok := strings.Cut(babel, " "+base+"="); ok && base != "" {
		name, _, _ := strings.Cut(rest, " ")
		return field{"langid", name}
	}
	return field{"language", escape(w.Language)}
}

// escape writes characters that mean something to TeX in the words for them. Braces
// must not stand even behind a backslash: BibTeX counts them.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "$", `\$`, "&", `\&`, "#", `\#`,
		"%", `\%`, "_", `\_`, "^", `\textasciicircum{}`, "~", `\textasciitilde{}`).Replace(s)
}

// verbatim returns an address for a field that biblatex takes as it stands; what would
// end the field is percent-encoded (RFC 3986).
func verbatim(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(s)
}
