package book

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// topKeys returns the keys of a manifest, in the order of the contract.
func (r *manifestReader) topKeys() []manifestKey {
	return slices.Concat(r.metaKeys(), r.contentKeys(), r.apparatusKeys(), r.editionKeys())
}

// metaKeys returns the keys of what is said about the book.
func (r *manifestReader) metaKeys() []manifestKey {
	meta := &r.m.Meta
	return []manifestKey{
		r.text("title", func(s string) { meta.Title = s }),
		r.text("subtitle", func(s string) { meta.Subtitle = s }),
		{name: "authors", read: r.authors},
		r.checked("language", r.language),
		r.checked("identifier", func(s string) (string, string) { return r.identifier(s, &meta.Identifier) }),
		{name: "identifiers", read: r.identifiers},
		r.text("publisher", func(s string) { meta.Publisher = s }),
		r.checked("date", r.date),
		r.text("rights", func(s string) { meta.Rights = s }),
		r.checked("source", r.source),
		r.text("description", func(s string) { meta.Description = s }),
		{name: "subjects", read: func(n *yaml.Node) {
			r.list(n, quoted("subjects"), func(item *yaml.Node) {
				if s, ok := r.scalar(item, "a subject"); ok {
					meta.Subjects = append(meta.Subjects, s)
				}
			})
		}},
		{name: "series", inner: func() []manifestKey {
			return []manifestKey{
				r.text("name", func(s string) { meta.Series = s }),
				r.text("number", func(s string) { meta.SeriesNumber = s }),
			}
		}},
		r.path("cover", "cover", func(s string) { meta.Cover = s }),
	}
}

// contentKeys returns the keys of what the book is made of.
func (r *manifestReader) contentKeys() []manifestKey {
	m := r.m
	return []manifestKey{
		r.path("articles", "articles", func(s string) { m.Articles = s }),
		r.path("images", "images", func(s string) { m.Images = s }),
		{name: "front", read: func(n *yaml.Node) { m.Front = r.chapters(n, "front") }},
		{name: "chapters", read: func(n *yaml.Node) {
			m.Parts = append(m.Parts, PartSpec{Pos: r.at(n), Chapters: r.chapters(n, "chapters")})
		}},
		{name: "parts", read: r.parts},
		{name: "back", read: func(n *yaml.Node) { m.Back = r.chapters(n, "back") }},
	}
}

// apparatusKeys returns the keys of notes, links, index and bibliography, and of how
// the text is finished.
func (r *manifestReader) apparatusKeys() []manifestKey {
	m := r.m
	return []manifestKey{
		{name: "notes", inner: func() []manifestKey {
			return []manifestKey{
				r.choice("place", []string{"book", "chapter", "foot"}, func(i int) { m.Notes.Place = NotePlace(i) }),
				r.choice("numbering", []string{"chapter", "book"}, func(i int) { m.Notes.Numbering = Numbering(i) }),
			}
		}},
		{name: "links", inner: func() []manifestKey {
			return []manifestKey{
				r.choice("inside", []string{"page", "none"}, func(i int) { m.Links.Inside = InsideLinks(i) }),
				r.choice("outside", []string{"text", "note", "list"}, func(i int) { m.Links.Outside = OutsideLinks(i) }),
				r.boolean("codes", func(on bool) { m.Links.Codes = on }),
			}
		}},
		r.optional("index", func(omit bool) { m.Index.Omit = omit }, func() []manifestKey {
			return []manifestKey{
				r.path("file", "index.file", func(s string) { m.Index.File = s }),
				r.checked("depth", r.depth),
			}
		}),
		r.optional("bibliography", func(omit bool) { m.Bibliography.Omit = omit }, r.bibliographyKeys),
		r.optional("typography", r.noTypography, r.typographyKeys),
	}
}

// editionKeys returns the keys of the editions.
func (r *manifestReader) editionKeys() []manifestKey {
	m := r.m
	return []manifestKey{
		{name: "fonts", inner: r.fontsKeys},
		{name: "pdf", inner: func() []manifestKey {
			trims := trims()
			return []manifestKey{
				r.choice("trim", trims, func(i int) { m.PDF.Trim = trims[i] }),
				r.choice("opening", []string{"recto", "any"}, func(i int) { m.PDF.Opening = []string{"recto", "any"}[i] }),
				r.checked("font-size", r.fontSize),
				r.boolean("compact", func(on bool) { m.PDF.Compact = on }),
				{name: "attach", read: func(n *yaml.Node) { m.PDF.Attach = r.subset(n, "attach", attachable()) }},
			}
		}},
		{name: "epub", inner: func() []manifestKey {
			names, standards := conformance()
			return []manifestKey{
				r.boolean("pages", func(b bool) { m.EPUB.Pages = b }),
				r.choice("conforms-to", names, func(i int) { m.EPUB.ConformsTo = standards[i] }),
				r.text("certified-by", func(s string) { m.EPUB.CertifiedBy = s }),
			}
		}},
		{name: "booklet", inner: r.bookletKeys},
		{name: "large-print", inner: r.largePrintKeys},
		{name: "wrap-cover", inner: r.wrapCoverKeys},
		{name: "study", inner: r.studyKeys},
		{name: "editions", read: r.editions},
	}
}

func trims() []string { return []string{"a5", "a6", "a4", "letter", "half-letter", "6x9", "e-reader"} }

// conformance returns the levels of accessibility that an EPUB may claim, and how it
// names them (EPUB Accessibility 1.1 §4.2.1).
func conformance() (names, standards []string) {
	for _, version := range []string{"2.0", "2.1", "2.2"} {
		for _, level := range []string{"A", "AA", "AAA"} {
			names = append(names, "wcag-"+version+"-"+strings.ToLower(level))
			standards = append(standards, "EPUB Accessibility 1.1 - WCAG "+version+" Level "+level)
		}
	}
	return names, standards
}

func editionNames() []string {
	return []string{"epub", "kepub", "pdf", "booklet", "large-print", "wrap-cover"}
}

func (r *manifestReader) authors(n *yaml.Node) {
	r.list(n, quoted("authors"), func(item *yaml.Node) {
		who := Contributor{Role: "aut"}
		if item.Kind == yaml.MappingNode {
			r.mapping(item, "an author", r.authorKeys(&who))
			if who.Name == "" {
				r.diags.Add(ManifestMissing, r.at(item), "an author without a name")
				return
			}
		} else if s, ok := r.scalar(item, "an author"); ok {
			who.Name = s
		} else {
			return
		}
		r.m.Meta.Authors = append(r.m.Meta.Authors, who)
	})
}

func (r *manifestReader) authorKeys(who *Contributor) []manifestKey {
	return []manifestKey{
		r.text("name", func(s string) { who.Name = s }),
		r.text("sort", func(s string) { who.Sort = s }),
		r.checked("role", func(s string) (string, string) {
			roles := []string{"aut", "edt", "trl", "ill", "aui", "aft", "com", "ctb", "cov", "pht", "ann", "pfr", "bkd"}
			for _, role := range roles {
				if role == s {
					who.Role = s
					return "", ""
				}
			}
			return notAWord("role", s, roles)
		}),
	}
}

func (r *manifestReader) language(s string) (problem, hint string) {
	tag, err := language.Parse(s)
	if err != nil {
		return fmt.Sprintf("%q is not the tag of a language", s), "write a tag such as en, en-GB, de or pt-BR"
	}
	r.m.Meta.Language = tag.String()
	return "", ""
}

// identifiers reads further identifiers.
func (r *manifestReader) identifiers(n *yaml.Node) {
	r.list(n, quoted("identifiers"), func(item *yaml.Node) {
		s, ok := r.scalar(item, "an identifier")
		if !ok {
			return
		}
		var id string
		if problem, hint := r.identifier(s, &id); problem != "" {
			r.badValue(item, problem, hint)
			return
		}
		r.m.Meta.Identifiers = append(r.m.Meta.Identifiers, id)
	})
}

// identifier checks an identifier and puts it in its place.
func (r *manifestReader) identifier(s string, to *string) (problem, hint string) {
	scheme, rest, ok := strings.Cut(s, ":")
	if !ok || rest == "" || strings.ContainsAny(s, " \t") || !regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*$`).MatchString(scheme) {
		return fmt.Sprintf("%q is not a URN or another kind of URI", s), "write urn:isbn:… or urn:uuid:…, or leave the key out"
	}
	if isbn, ok := strings.CutPrefix(strings.ToLower(s), "urn:isbn:"); ok && !validISBN(isbn) {
		return fmt.Sprintf("the ISBN %q is not right: its check digit does not fit", isbn), ""
	}
	*to = s
	return "", ""
}

// validISBN reports whether an ISBN of ten or thirteen digits has the right check
// digit (ISO 2108).
func validISBN(s string) bool {
	s = strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(s))
	if len(s) != 10 && len(s) != 13 {
		return false
	}
	sum := 0
	for i := range len(s) {
		digit := int(s[i] - '0')
		switch {
		case s[i] == 'X' && i == 9 && len(s) == 10:
			digit = 10
		case s[i] < '0' || s[i] > '9':
			return false
		}
		if len(s) == 10 {
			sum += digit * (10 - i)
		} else {
			sum += digit * (1 + 2*(i%2))
		}
	}
	return len(s) == 10 && sum%11 == 0 || len(s) == 13 && sum%10 == 0
}

func (r *manifestReader) date(s string) (problem, hint string) {
	for _, layout := range []string{"2006-01-02", time.RFC3339, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			r.m.Meta.Date = t.UTC()
			return "", ""
		}
	}
	return fmt.Sprintf("%q is not a date", s), "write year, month and day: 2026-03-01"
}

func (r *manifestReader) source(s string) (problem, hint string) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Sprintf("%q is not the address of a site", s), "write it in full, with https:// before it"
	}
	r.m.Meta.Source = s
	return "", ""
}

func (r *manifestReader) depth(s string) (problem, hint string) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 3 {
		return fmt.Sprintf("the depth of the index cannot be %q", s), "use 1, 2 or 3"
	}
	r.m.Index.Depth = n
	return "", ""
}

func (r *manifestReader) fontSize(s string) (problem, hint string) {
	points, unit := strings.CutSuffix(s, "pt")
	size, err := strconv.ParseFloat(strings.TrimSpace(points), 64)
	if !unit || err != nil || !(size >= 6 && size <= 36) {
		return fmt.Sprintf("the font size cannot be %q", s), "write 6pt to 36pt, such as 11pt"
	}
	r.m.PDF.FontSize = strings.TrimSpace(points) + "pt"
	return "", ""
}

func (r *manifestReader) editions(n *yaml.Node) {
	var names []string
	r.list(n, quoted("editions"), func(item *yaml.Node) {
		s, ok := r.scalar(item, "an edition")
		if !ok {
			return
		}
		for _, name := range editionNames() {
			if name == s {
				names = append(names, s)
				r.m.places[given{"editions", s}] = r.at(item)
				return
			}
		}
		problem, hint := notAWord("editions", s, editionNames())
		r.badValue(item, problem, hint)
	})
	if len(names) > 0 {
		r.m.Editions = names
	}
}

func (r *manifestReader) parts(n *yaml.Node) {
	r.list(n, quoted("parts"), func(item *yaml.Node) {
		part := PartSpec{Pos: r.at(item)}
		r.mapping(item, "a part", r.partKeys(&part))
		if item.Kind != yaml.MappingNode {
			return
		}
		if part.Title == "" {
			r.diags.Add(ManifestMissing, part.Pos, "a part without a title")
		}
		if len(part.Chapters) == 0 {
			r.diags.Add(ManifestMissing, part.Pos, "a part without chapters")
		}
		r.m.Parts = append(r.m.Parts, part)
	})
}

func (r *manifestReader) partKeys(part *PartSpec) []manifestKey {
	return []manifestKey{
		r.text("title", func(s string) { part.Title = s }),
		{name: "chapters", read: func(n *yaml.Node) { part.Chapters = r.chapters(n, "chapters") }},
	}
}

func (r *manifestReader) chapterKeys(spec *ChapterSpec) []manifestKey {
	return []manifestKey{
		r.text("article", func(s string) { spec.Article = s }),
		r.text("title", func(s string) { spec.Title = s }),
	}
}

// chapters reads a list of chapters: names, or names with titles.
func (r *manifestReader) chapters(n *yaml.Node, what string) []ChapterSpec {
	var specs []ChapterSpec
	r.list(n, quoted(what), func(item *yaml.Node) {
		spec := ChapterSpec{Pos: r.at(item)}
		if item.Kind == yaml.MappingNode {
			r.mapping(item, "a chapter", r.chapterKeys(&spec))
			if spec.Article == "" {
				r.diags.Add(ManifestMissing, spec.Pos, "a chapter without an article")
				return
			}
		} else if s, ok := r.scalar(item, "a chapter"); ok {
			spec.Article = s
		} else {
			return
		}
		if LeavesFolder(spec.Article) {
			r.diags.Add(PathOutside, spec.Pos, "%q leads out of the folder of articles", spec.Article).
				Hint("put the file into the folder, or let the key articles name the folder that it lies in")
			return
		}
		specs = append(specs, spec)
	})
	return specs
}
