package style

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/entry"
	"publish/book/citation/line"
)

// italic sets words in italic.
func italic(s string) line.Line {
	return string(rune(line.ItalicOn)) + s + string(rune(line.ItalicOff))
}

// monograph sets what follows the title of a book or thesis.
func (w *writer) monograph() {
	e := w.e
	if e.Container != "" {
		w.sentence(e.Container)
	}
	w.sentence(w.credits(true))
	w.sentence(upper(e.Edition))
	if e.Volume != "" {
		w.sentence(upper(w.terms.vol + " " + e.Volume))
	}
	if e.Issue != "" {
		w.sentence(upper(w.terms.no + " " + e.Issue))
	}
	w.sentence(e.Genre)
	w.sentence(joined(", ", w.imprint(), e.Pages))
}

// credits returns "Edited by …" and "Translated by …", as sentences of their own or
// to go on with one.
func (w *writer) credits(sentences bool) line.Line {
	e, t := w.e, w.terms
	var list []string
	if len(e.Editors) > 0 && (len(e.Authors) > 0 || !sentences) {
		list = append(list, t.editedBy+" "+people(e.Editors, false, t))
	}
	if len(e.Translators) > 0 && (len(e.Authors)+len(e.Editors) > 0 || !sentences) {
		list = append(list, t.translatedBy+" "+people(e.Translators, false, t))
	}
	if !sentences {
		return strings.Join(list, ", ")
	}
	for i := range list {
		list[i] = upper(list[i])
	}
	return strings.Join(list, ". ")
}

// chapter sets what follows the title of a part of a book.
func (w *writer) chapter() {
	e := w.e
	holder := w.terms.in + " " + italic(e.Container)
	if e.Volume != "" {
		holder += ", " + w.terms.vol + " " + e.Volume
	}
	w.sentence(joined(", ", holder, w.credits(false), e.Edition, e.Pages))
	w.sentence(w.imprint())
}

// article sets what follows the title of an article or a page.
func (w *writer) article() {
	e := w.e
	w.sentence(w.credits(true))
	name := e.Container
	periodical := e.Volume != "" || e.Issue != "" || e.Kind.String() == "article"
	if periodical && name != "" {
		name = italic(name)
	}
	if name == "" && e.Linked != nil && e.Publisher == "" {
		name = entry.HostOf(e.Linked.URL)
	}
	if strings.EqualFold(name, e.Title) {
		name = "" // a site whose title is its host
	}
	numbers := ""
	if e.Volume != "" {
		numbers = " " + e.Volume
	}
	if e.Issue != "" {
		numbers += ", " + w.terms.no + " " + e.Issue
	}
	when := w.date()
	imprint := joined(": ", e.Place, e.Publisher)
	switch {
	case numbers != "" && when != "":
		numbers += " (" + when + ")"
	case periodical && imprint == "":
		numbers += comma(name, when)
	case when != "":
		imprint = joined(", ", imprint, when)
	}
	if numbers != "" && e.Pages != "" && (e.Volume != "" || e.Issue != "") {
		numbers += ": " + e.Pages
	} else if e.Pages != "" {
		numbers += comma(name+numbers, e.Pages)
	}
	w.sentence(strings.TrimLeft(name+numbers, ", "))
	w.sentence(imprint)
}

func comma(before, s string) string {
	if s == "" {
		return ""
	}
	if before == "" {
		return s
	}
	return ", " + s
}

// imprint returns place, publisher and date.
func (w *writer) imprint() string {
	e := w.e
	publisher := joined(": ", e.Place, e.Publisher)
	when := e.Year
	if e.Date != "" {
		when = w.date()
	}
	return joined(", ", publisher, when)
}

// joined joins the parts that are not empty.
func joined(sep string, parts ...string) string {
	var list []string
	for _, p := range parts {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, sep)
}

func upper(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// date returns the date of a work in words.
func (w *writer) date() string {
	if w.e.Date == "" {
		return w.e.Year
	}
	return w.terms.date(w.e.Date)
}

// date returns a date in EDTF in words: "May 22, 2017", "Spring 1993".
func (t terms) date(edtf string) string {
	if year, about := strings.CutSuffix(edtf, "~"); about {
		return t.about + " " + year
	}
	if from, to, ok := strings.Cut(edtf, "/"); ok {
		return t.interval(from, to)
	}
	parts := strings.Split(edtf, "-")
	if len(parts) < 2 {
		return edtf
	}
	month, _ := strconv.Atoi(parts[1])
	name := ""
	switch {
	case month >= 1 && month <= 12:
		name = strings.Fields(t.months)[month-1]
	case month >= 21 && month <= 24:
		name = strings.Fields(t.seasons)[month-21]
	}
	if len(parts) < 3 {
		return name + t.of + " " + parts[0]
	}
	day := strings.TrimLeft(parts[2], "0")
	if t.serial {
		return name + " " + day + ", " + parts[0]
	}
	if t.elides && strings.ContainsAny(name[:1], "aeio") {
		name = "d’" + name
	} else if t.of != "" {
		name = t.of[1:] + " " + name
	}
	return day + t.ordinal + " " + name + t.of + " " + parts[0]
}

// interval returns two days of a month, or two months of a year, in words: "June
// 21–22, 1892", "May–June 2001"; other dates in full.
func (t terms) interval(from, to string) string {
	first, second := t.date(from), t.date(to)
	switch a, b := strings.Split(from, "-"), strings.Split(to, "-"); {
	case len(a) == 3 && len(b) == 3 && a[1] == b[1]:
		day, last := strings.TrimLeft(a[2], "0"), strings.TrimLeft(b[2], "0")
		if t.serial {
			return strings.Replace(first, " "+day+",", " "+day+"–"+last+",", 1)
		}
		return day + t.ordinal + "–" + second
	case len(a) == 2 && len(b) == 2:
		return strings.TrimSuffix(first, t.of+" "+a[0]) + "–" + second
	}
	return first + " – " + second
}

// identifiers sets ISBN, DOI and addresses.
func (w *writer) identifiers() {
	e := w.e
	if e.ISBN != "" {
		w.sentence("ISBN " + e.ISBN)
	}
	if e.Accessed != "" && e.Year == "" {
		w.sentence(w.terms.accessed + " " + w.terms.date(e.Accessed))
	}
	if e.DOI != "" {
		w.blank()
		w.out = append(w.out, w.address("https://doi.org/"+e.DOI))
	}
	for _, link := range e.Addresses {
		w.blank()
		w.out = append(w.out, link)
	}
}

// address returns a bare address as a link.
func (w *writer) address(url string) book.Inline {
	return &book.Link{Pos: w.pos, URL: url, Bare: true, Inlines: []book.Inline{&book.Text{Pos: w.pos, Value: url}}}
}
