package entry_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"publish/book"
	"publish/book/citation/citationtest"
	"publish/book/citation/entry"
	"publish/book/citation/line"
)

// seeds are entries in the forms that reading lists have.
func seeds() []string {
	return []string{
		"Doe, Jane, and Richard Roe. *The Forme: A History*. 2nd ed. Leeds: Galley Press, 1931. ISBN 978-0-306-40615-7.",
		"Doe, J., & Roe, R. (1931). The Forme. Galley Press. pp. 12–15.",
		"Jane Doe, \"On Ink,\" *Printing Studies* 12, no. 3 (Spring 1993): 243-51",
		"Jane Doe, “On Ink,” in *The Trade*, ed. Richard Roe (Leeds: Galley Press, 1931), 12–15",
		"“On Ink” by Jane Doe <https://press.example/ink> [PDF, 2MB, EN] (a gift)",
		"[On Ink, Jane Doe, 1921](https://press.example/jane-doe-on-ink)",
		"[Jane Doe - On Ink](https://press.example/ink), Press Library",
		"Regula Doe: *Vom Papier*. Ein Bericht, in: Anna Roe (Hrsg.): *Bogen*. Chronos, Zürich 2003, ISBN|3-0340-0639-X.",
		"«Лист» А. Б. Доу [RU] (two of three)",
		"1921: The Vat", "The Vat, Doe and Roe", "Doe. The Vat, c. 1921, 12 May 1921. Retrieved May 5, 2010.",
		"*Vats* / *Bütten* (*Journal*, 5 March 1918)", "Jane Doe et al., Title (n.d.) doi:10.1000/182 OCLC 12345",
		"Voline, Jane Doe and Rudolf Roe", "", "“", "*", "[a](https://x.example)", "İ, ß. ŉ: ǰ",
	}
}

// FuzzParse holds what must be true of any entry: it is parsed without a panic, no field
// has a word that the source has not, and a title that was found is not empty. What was
// not understood keeps every word of the source.
func FuzzParse(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s, "further reading")
	}
	p := entry.New()
	f.Fuzz(func(t *testing.T, raw, section string) {
		inlines := citationtest.Inlines(strings.ToValidUTF8(raw, "?"))
		for _, e := range p.ParseAll(inlines, entry.Hint{Section: section}) {
			checkWords(t, e)
			checkWhole(t, e)
		}
	})
}

// checkWords holds that every word of the fields is one of the source.
func checkWords(t *testing.T, e *entry.Entry) {
	t.Helper()
	have := map[string]bool{}
	for _, w := range wordsOf(line.Words(e.Source)) {
		have[strings.ToLower(w)] = true
	}
	fields := []string{e.Title, e.Remark, e.Container, e.Volume, e.Issue, e.Edition, e.Place, e.Publisher, e.Pages, e.ISBN, e.DOI, e.Genre}
	for _, list := range [][]book.PersonName{e.Authors, e.Editors, e.Translators} {
		for _, n := range list {
			if n.Family != book.EtAl {
				fields = append(fields, n.Family, n.Given)
			}
		}
	}
	for _, r := range e.Rest {
		fields = append(fields, line.Words(r))
	}
	source := strings.ToLower(strings.Join(wordsOf(line.Words(e.Source)), ""))
	for _, field := range fields {
		for _, w := range wordsOf(field) {
			// Numbers with a letter are set in lower case.
			if w := strings.ToLower(w); !have[w] && !strings.Contains(source, w) {
				t.Errorf("%q: the word %q of %q is not in the source", e.Source, w, field)
			}
		}
	}
}

// checkWhole holds that an entry says whether it was understood, and that it keeps its
// words if it was not.
func checkWhole(t *testing.T, e *entry.Entry) {
	t.Helper()
	switch {
	case e.Known && e.Title == "" && len(wordsOf(line.Words(e.Source))) > 0 && len(e.Rest) == 0 && e.URL == "":
		t.Errorf("%q: known, but with nothing to set", e.Source)
	case !e.Known && !slices.Equal(wordsOf(e.Title), wordsOf(line.Plain(e.Source))):
		t.Errorf("%q: not understood, and set as %q", e.Source, e.Title)
	}
	if strings.ContainsFunc(e.Title+e.Container+e.Publisher+e.Remark, line.IsMark) {
		t.Errorf("%q: a field has a mark of a line: %q", e.Source, []string{e.Title, e.Container, e.Publisher, e.Remark})
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
}
