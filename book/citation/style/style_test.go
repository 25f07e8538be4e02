package style

import (
	"testing"

	"publish/book"
	"publish/book/citation/entry"
)

// shown writes inlines with their marks: /italic/, [linked], <bare address>, {language:
// words}.
func shown(list []book.Inline) string {
	s := ""
	for _, in := range list {
		switch in := in.(type) {
		case *book.Emphasis:
			s += "/" + shown(in.Inlines) + "/"
		case *book.Span:
			s += "{" + in.Lang + ": " + shown(in.Inlines) + "}"
		case *book.Link:
			if in.Bare {
				s += "<" + in.URL + ">"
			} else {
				s += "[" + shown(in.Inlines) + "]"
			}
		default:
			s += book.PlainText([]book.Inline{in})
		}
	}
	return s
}

// set returns the entry of a work in a language.
func set(lang string, w book.Work, change func(*entry.Entry)) string {
	e := &entry.Entry{Work: w, Known: true, TitleLine: w.Title,
		Part: w.Kind == book.ArticleWork || w.Kind == book.ChapterWork || w.Kind == book.WebWork}
	if change != nil {
		change(e)
	}
	return shown(New(lang).Entry(e, book.Pos{}))
}

func persons(names ...string) (list []book.PersonName) {
	for i := 0; i+1 < len(names); i += 2 {
		list = append(list, book.PersonName{Family: names[i], Given: names[i+1]})
	}
	return list
}

// TestKinds holds the form of each kind of work (Chicago 18, 13.18-13.22 and 14).
func TestKinds(t *testing.T) {
	doe, roe := persons("Doe", "Jane"), persons("Roe", "Richard")
	for _, test := range []struct {
		name, want string
		work       book.Work
	}{
		{"book", "Doe, Jane. /The Forme/. Leeds: Galley Press, 1931.",
			book.Work{Kind: book.BookWork, Authors: doe, Title: "The Forme", Place: "Leeds", Publisher: "Galley Press", Year: "1931"}},
		{"all of a book", "Doe, Jane. /The Forme/ (a gift). Edited by Richard Roe. Translated by Ann Fell. 2nd ed. Vol. 3. Leeds: Galley Press, 1931, 12–15. ISBN 978-0-306-40615-7.",
			book.Work{Kind: book.BookWork, Authors: doe, Editors: roe, Translators: persons("Fell", "Ann"), Title: "The Forme", Remark: "a gift", Edition: "2nd ed.", Volume: "3",
				Place: "Leeds", Publisher: "Galley Press", Year: "1931", Pages: "12–15", ISBN: "978-0-306-40615-7"}},
		{"edited book", "Roe, Richard, ed. /The Forme/.", book.Work{Kind: book.BookWork, Editors: roe, Title: "The Forme"}},
		{"editors", "Roe, Richard, and Jane Doe, eds. /The Forme/.", book.Work{Kind: book.BookWork, Editors: append(roe, doe...), Title: "The Forme"}},
		{"translated only", "Roe, Richard, trans. /The Forme/.", book.Work{Kind: book.BookWork, Translators: roe, Title: "The Forme"}},
		{"nobody", "/The Forme/. 1931.", book.Work{Kind: book.BookWork, Title: "The Forme", Year: "1931"}},
		{"question", "Doe, Jane. /Why Formes?/ 1931.", book.Work{Kind: book.BookWork, Authors: doe, Title: "Why Formes?", Year: "1931"}},
		{"chapter", "Doe, Jane. “On Ink.” In /The Trade/, vol. 2, edited by Richard Roe, 12–15. Leeds: Galley Press, 1931.",
			book.Work{Kind: book.ChapterWork, Authors: doe, Editors: roe, Title: "On Ink", Container: "The Trade", Volume: "2", Pages: "12–15", Place: "Leeds", Publisher: "Galley Press", Year: "1931"}},
		{"journal", "Doe, Jane. “On Ink.” /Printing Studies/ 12, no. 3 (Spring 1993): 243–51. <https://doi.org/10.1000/182>",
			book.Work{Kind: book.ArticleWork, Authors: doe, Title: "On Ink", Container: "Printing Studies", Volume: "12", Issue: "3", Year: "1993", Date: "1993-21", Pages: "243–51", DOI: "10.1000/182"}},
		{"newspaper", "Doe, Jane. “Strike!” /Leeds Times/, March 4, 1912.",
			book.Work{Kind: book.ArticleWork, Authors: doe, Title: "Strike!", Container: "Leeds Times", Year: "1912", Date: "1912-03-04"}},
		{"site", "Doe, Jane. “On Vats.” The Press Library. 2017.",
			book.Work{Kind: book.WebWork, Authors: doe, Title: "On Vats", Container: "The Press Library", Year: "2017"}},
		{"page looked at", "“On Vats.” The Press Library. Accessed December 19, 2020.",
			book.Work{Kind: book.WebWork, Title: "On Vats", Container: "The Press Library", Accessed: "2020-12-19"}},
		{"thesis", "Doe, Jane. /Sorts/. PhD diss. University of Leeds, 1931.",
			book.Work{Kind: book.Thesis, Authors: doe, Title: "Sorts", Genre: "PhD diss.", Publisher: "University of Leeds", Year: "1931"}},
		{"pamphlet", "/To All Pressmen/. Galley Press, ca. 1921.", book.Work{Kind: book.PamphletWork, Title: "To All Pressmen", Publisher: "Galley Press", Year: "1921", Date: "1921~"}},
		{"another language", "Doe, Jane. {de: /Die Form/}.", book.Work{Kind: book.BookWork, Authors: doe, Title: "Die Form", Language: "de"}},
	} {
		if got := set("en", test.work, nil); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestNames holds how names are joined and turned round.
func TestNames(t *testing.T) {
	for _, test := range []struct {
		want  string
		names []string
	}{
		{"Doe, Jane", []string{"Doe", "Jane"}},
		{"Doe, Jane, and John Roe", []string{"Doe", "Jane", "Roe", "John"}},
		{"Doe, Jane, John Roe, and Ann Fell", []string{"Doe", "Jane", "Roe", "John", "Fell", "Ann"}},
		{"Doe, Jane, et al.", []string{"Doe", "Jane", book.EtAl, ""}},
		{"Doe, Jane, John Roe, et al.", []string{"Doe", "Jane", "Roe", "John", book.EtAl, ""}},
		{"Moxon and Caxton", []string{"Moxon", "", "Caxton", ""}},
		{"Doe, John, Jr.", []string{"Doe", "John, Jr."}},
		{"Roe, Ann, and John Doe Jr.", []string{"Roe", "Ann", "Doe", "John, Jr."}},
		{"Mises, Ludwig von", []string{"Mises", "Ludwig von"}},
	} {
		want := test.want
		if want[len(want)-1] != '.' {
			want += "."
		}
		if got := set("en", book.Work{Kind: book.BookWork, Title: "T", Authors: persons(test.names...)}, nil); got != want+" /T/." {
			t.Errorf("%q: %s, want %s /T/.", test.names, got, want)
		}
	}
}

// TestTitles holds links, quotations inside quotations, and what follows a title.
func TestTitles(t *testing.T) {
	web := book.Work{Kind: book.WebWork, Title: "On “Ink”"}
	link := &book.Link{URL: "https://www.press.example/ink"}
	for _, test := range []struct {
		name, want string
		work       book.Work
		change     func(*entry.Entry)
	}{
		{"linked", "[“On ‘Ink.’”] press.example.", web, func(e *entry.Entry) { e.TitleLine, e.Linked = "On \x03Ink\x04", link }},
		{"title that is its host", "[“Press.example.”]", book.Work{Kind: book.WebWork, Title: "Press.example"}, func(e *entry.Entry) { e.Linked = link }},
		{"addresses", "/Ink/. <https://a.example/1> <https://b.example/2>", book.Work{Kind: book.BookWork, Title: "Ink"}, func(e *entry.Entry) {
			e.Addresses = []*book.Link{{URL: "https://a.example/1", Bare: true}, {URL: "https://b.example/2", Bare: true}}
		}},
		{"rest in small letters goes on", "/Ink/ (a gift), uploaded by Roe. 1931.", book.Work{Kind: book.BookWork, Title: "Ink", Remark: "a gift", Year: "1931"},
			func(e *entry.Entry) { e.Rest = []string{"uploaded by Roe"} }},
		{"other rest follows", "/Ink/. 1931. Reprinted 1950.", book.Work{Kind: book.BookWork, Title: "Ink", Year: "1931"}, func(e *entry.Entry) { e.Rest = []string{"Reprinted 1950"} }},
		{"not understood", "Doe said /Ink/ once", book.Work{Title: "Doe said Ink once"}, func(e *entry.Entry) { e.Known, e.Source = false, "Doe said \x01Ink\x02 once" }},
	} {
		if got := set("en", test.work, test.change); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestDates holds dates in words, in several languages.
func TestDates(t *testing.T) {
	for _, test := range []struct{ lang, edtf, want string }{
		{"en", "2017-05-22", "May 22, 2017"}, {"en", "2017-05", "May 2017"}, {"en", "1993-21", "Spring 1993"}, {"en", "1921~", "ca. 1921"},
		{"en", "1892-06-21/1892-06-22", "June 21–22, 1892"}, {"en", "2001-05/2001-06", "May–June 2001"}, {"en", "1892-06-30/1892-07-02", "June 30, 1892 – July 2, 1892"},
		{"de", "2017-05-02", "2. Mai 2017"}, {"fr", "2017-05-22", "22 mai 2017"}, {"es-MX", "2017-05-22", "22 de mayo de 2017"}, {"de", "1892-06-21/1892-06-22", "21.–22. Juni 1892"},
		{"pt-BR", "2001-05/2001-06", "maio–junho de 2001"}, {"nl", "1993-22", "zomer 1993"}, {"ca", "2017-04-22", "22 d’abril de 2017"}, {"ca", "2017-05-22", "22 de maig de 2017"}, {"tlh", "2017-05-22", "May 22, 2017"},
	} {
		if got := New(test.lang).terms.date(test.edtf); got != test.want {
			t.Errorf("%s, %s: %q, want %q", test.lang, test.edtf, got, test.want)
		}
	}
}

// TestLanguages holds that entries have the words of the book's language.
func TestLanguages(t *testing.T) {
	w := book.Work{Kind: book.ChapterWork, Authors: persons("Doe", "Jane", "Roe", "John"), Editors: persons("Fell", "Ann"), Title: "Von der Tinte", Container: "Das Gewerbe", Volume: "2"}
	for lang, want := range map[string]string{
		"de": "Doe, Jane und John Roe. “Von der Tinte.” In /Das Gewerbe/, Bd. 2, hrsg. von Ann Fell.",
		"fr": "Doe, Jane et John Roe. “Von der Tinte.” Dans /Das Gewerbe/, vol. 2, sous la direction de Ann Fell.",
		"es": "Doe, Jane y John Roe. “Von der Tinte.” En /Das Gewerbe/, vol. 2, editado por Ann Fell.",
	} {
		if got := set(lang, w, nil); got != want {
			t.Errorf("%s\n got %s\nwant %s", lang, got, want)
		}
	}
}
