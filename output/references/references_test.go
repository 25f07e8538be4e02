package references

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"publish/book"
	"publish/output/validators"
)

// works are entries with whatever might trouble a reader of references.
func works() []*book.Entry {
	entry := func(key string, w book.Work) *book.Entry {
		return &book.Entry{Key: key, Text: []book.Inline{&book.Text{Value: "words of " + key}}, Work: w}
	}
	person := func(family, given string) book.PersonName { return book.PersonName{Family: family, Given: given} }
	return []*book.Entry{
		entry("doe-press", book.Work{Kind: book.BookWork, Title: `Ink & Paper: 100% Rag {sic} \ $5 #1 a_b ^ ~`, Year: "1931", Publisher: "Galley & Sons", Place: "Leeds",
			Authors: []book.PersonName{person("Doe", "Jane"), person("Roe", "Richard, Jr."), person("Mises", "Ludwig von"), person("de Cleyre", "Voltairine")},
			ISBN:    "978-0-306-40615-7", Edition: "2nd ed.", Volume: "2", Language: "en", Remark: "a gift"}),
		entry("guardia-llibre", book.Work{Kind: book.ChapterWork, Title: "Ein Blatt, ein Bogen", Container: "Vom Papier", Pages: "12–15", Year: "1996–2003",
			Authors: []book.PersonName{person("Ferrer i Guardia", "Francesc")}, Editors: []book.PersonName{person("Friends and Foes of the Press", "")}, Language: "de"}),
		entry("vat", book.Work{Kind: book.WebWork, Title: "Чан", URL: "https://press.example/vat_{a}%20b#c~d", Accessed: "2020-12-19", Date: "2017-05-22", Year: "2017",
			Container: "The Press", Language: "ru"}),
		entry("daily", book.Work{Kind: book.ArticleWork, Title: "Strike!", Container: "Leeds Times", Date: "1912-03-04", Year: "1912", Authors: []book.PersonName{person("Porter", "A. B."), person(book.EtAl, "")}}),
		entry("journal", book.Work{Kind: book.ArticleWork, Title: "On “Type”", Container: "Printing Studies", Volume: "12", Issue: "3", Date: "1993-21", Year: "1993", DOI: "10.1000/182"}),
		entry("thesis", book.Work{Kind: book.Thesis, Title: "Sorts", Genre: "PhD diss.", Publisher: "University of Leeds", Year: "1921", Date: "1921~", Authors: []book.PersonName{person("Moxon", "")}}),
		entry("sheet", book.Work{Kind: book.PamphletWork, Title: "To All Pressmen", Publisher: "Galley Press", Year: "forthcoming"}),
		entry("film", book.Work{Kind: book.FilmWork, Title: "The Vatman", Year: "1929/1930"}),
		entry("unknown", book.Work{}),
	}
}

// written returns the two files of works.
func written(t *testing.T, list []*book.Entry) (csl, bib []byte) {
	t.Helper()
	var c, b bytes.Buffer
	if err := CSL(&c, list); err != nil {
		t.Fatal(err)
	}
	if err := BibTeX(&b, list); err != nil {
		t.Fatal(err)
	}
	return c.Bytes(), b.Bytes()
}

// TestCSL holds what CSL-JSON says of each kind of work and each form of name and date.
func TestCSL(t *testing.T) {
	csl, _ := written(t, works())
	var items []item
	if err := json.Unmarshal(csl, &items); err != nil {
		t.Fatal(err)
	}
	types := []string{}
	for _, i := range items {
		types = append(types, i.Type)
	}
	if want := []string{"book", "chapter", "webpage", "article-newspaper", "article-journal", "thesis", "pamphlet", "motion_picture", "document"}; !slices.Equal(types, want) {
		t.Errorf("types %v, want %v", types, want)
	}
	wantNames := []name{{Family: "Doe", Given: "Jane"}, {Family: "Roe", Given: "Richard", Suffix: "Jr."}, {Family: "Mises", Given: "Ludwig", Dropping: "von"}, {Family: "Cleyre", Given: "Voltairine", NonDropping: "de"}}
	if !slices.Equal(items[0].Author, wantNames) {
		t.Errorf("names %+v", items[0].Author)
	}
	if got := items[1].Editor; !slices.Equal(got, []name{{Literal: "Friends and Foes of the Press"}}) {
		t.Errorf("body %+v", got)
	}
	for i, want := range map[int]string{
		0: `{"date-parts":[[1931]]}`, 1: `{"date-parts":[[1996],[2003]]}`, 2: `{"date-parts":[[2017,5,22]]}`, 4: `{"date-parts":[[1993]],"season":1}`,
		5: `{"date-parts":[[1921]],"circa":true}`, 6: `{"literal":"forthcoming"}`, 7: `{"date-parts":[[1929],[1930]]}`, 8: `null`,
	} {
		if got, _ := json.Marshal(items[i].Issued); string(got) != want {
			t.Errorf("%s: date %s, want %s", items[i].ID, got, want)
		}
	}
	if items[8].Title != "words of unknown" {
		t.Errorf("title of an entry that was not understood: %q", items[8].Title)
	}
}

// TestRoundTrip holds that a reader of BibTeX gets back what was written, and that both
// files are the same for the same works.
func TestRoundTrip(t *testing.T) {
	csl, bib := written(t, works())
	again, twice := written(t, works())
	if !bytes.Equal(csl, again) || !bytes.Equal(bib, twice) {
		t.Error("the same works gave other bytes")
	}
	entries := readBibTeX(t, string(bib))
	for i, e := range works() {
		got := entries[i]
		if got["key"] != e.Key || unescape(got["title"]) != titleOf(e) {
			t.Errorf("%s: %q, title %q", got["key"], got["kind"], unescape(got["title"]))
		}
		for field, want := range map[string]string{publisherField(&e.Work): e.Work.Publisher, "address": e.Work.Place, "volume": e.Work.Volume,
			"isbn": e.Work.ISBN, "doi": e.Work.DOI, "note": e.Work.Remark} {
			if have := unescape(got[field]); have != want {
				t.Errorf("%s: %s %q, want %q", e.Key, field, have, want)
			}
		}
	}
	for key, want := range map[string]string{"year": "1931", "author": "Doe, Jane and Roe, Jr., Richard and von Mises, Ludwig and {de Cleyre}, Voltairine"} {
		if got := entries[0][key]; got != want {
			t.Errorf("%s %q, want %q", key, got, want)
		}
	}
	dates := []string{}
	for _, e := range entries {
		dates = append(dates, e["date"]+e["pubstate"])
	}
	if got := entries[3]["author"]; got != "Porter, A. B. and others" {
		t.Errorf("others: %q", got)
	}
	if want := []string{"", "1996/2003", "2017-05-22", "1912-03-04", "1993-21", "1921~", "forthcoming", "1929/1930", ""}; !slices.Equal(dates, want) {
		t.Errorf("dates %q", dates)
	}
	if got := entries[2]["url"]; got != "https://press.example/vat_%7Ba%7D%20b#c~d" {
		t.Errorf("address %q", got)
	}
}

// TestReaders holds that other programs read both files, and the same in both.
func TestReaders(t *testing.T) {
	csl, bib := written(t, works())
	dir := t.TempDir()
	a, b := filepath.Join(dir, "works.csl.json"), filepath.Join(dir, "works.bib")
	for name, data := range map[string][]byte{a: csl, b: bib} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	validators.References(t, a, b)
}

// TestWorks holds that a work is written once, however many lists have it.
func TestWorks(t *testing.T) {
	list := works()
	got := Works(&book.Book{Bibliography: &book.Bibliography{Entries: append(list, list[0])}})
	if !slices.Equal(got, list) {
		t.Errorf("%d works of %d", len(got), len(list))
	}
	if got := Works(&book.Book{}); len(got) != 0 {
		t.Errorf("%d works of a book without lists", len(got))
	}
}

// readBibTeX reads entries as BibTeX does: a field's value ends at the brace that closes
// it, a backslash or none before it.
func readBibTeX(t *testing.T, s string) []map[string]string {
	t.Helper()
	var entries []map[string]string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		kind, rest, ok := strings.Cut(s, "{")
		key, rest, found := strings.Cut(rest, ",")
		if !ok || !found || kind[0] != '@' {
			t.Fatalf("no entry begins at %.40q", s)
		}
		e := map[string]string{"kind": kind[1:], "key": key}
		for rest = strings.TrimSpace(rest); rest[0] != '}'; rest = strings.TrimSpace(rest) {
			field, value, ok := strings.Cut(rest, " = {")
			if !ok || e[field] != "" {
				t.Fatalf("%s: no field, or one twice, at %.40q", key, rest)
			}
			end := closing(value)
			e[field] = value[:end]
			rest = strings.TrimPrefix(value[end+1:], ",")
		}
		entries, s = append(entries, e), rest[1:]
	}
	return entries
}

// closing returns the index of the brace that closes a value.
func closing(s string) int {
	depth := 0
	for i := range s {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return i
			}
		}
	}
	return len(s) - 1
}

// unescape takes the words of TeX for characters, and braces about the whole, out of a
// value.
func unescape(s string) string {
	if head, ok := strings.CutPrefix(s, "{"); ok {
		s = strings.TrimSuffix(head, "}")
	}
	of := map[string]string{`\textbackslash{}`: `\`, `\textbraceleft{}`: "{", `\textbraceright{}`: "}", `\$`: "$", `\&`: "&", `\#`: "#", `\%`: "%", `\_`: "_", `\textasciicircum{}`: "^", `\textasciitilde{}`: "~"}
	var pairs []string
	for _, word := range slices.Sorted(maps.Keys(of)) {
		pairs = append(pairs, word, of[word])
	}
	return strings.NewReplacer(pairs...).Replace(s)
}
