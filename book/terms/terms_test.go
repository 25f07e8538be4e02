package terms

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var name = regexp.MustCompile(`\{[a-z]+\}`)

// Every language has every word, the names of the English phrases, twelve months,
// and nothing else.
func TestFilesAreWhole(t *testing.T) {
	entries, err := files.ReadDir("words")
	if err != nil || len(entries) < 13 {
		t.Fatalf("%d languages, error %v", len(entries), err)
	}
	english := For(fallback)
	for _, entry := range entries {
		language := strings.TrimSuffix(entry.Name(), ".txt")
		w := For(language)
		if w.Language() != language {
			t.Errorf("%s is read as %s", language, w.Language())
		}
		for key, phrase := range english.words {
			got, want := name.FindAllString(w.words[key], -1), name.FindAllString(phrase, -1)
			slices.Sort(got)
			slices.Sort(want)
			if w.words[key] == "" || !slices.Equal(got, want) {
				t.Errorf("%s: %s is %q, want words with %q", language, key, w.words[key], want)
			}
		}
		for key := range w.words {
			if _, ok := english.words[key]; !ok && key != First {
				t.Errorf("%s: %s is no key", language, key)
			}
		}
		if n := len(strings.Split(w.words[Months], " ")); n != 12 {
			t.Errorf("%s has %d months", language, n)
		}
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]string{
		"de-AT": "Inhalt", "pt-BR": "Sumário", "EN-gb": "Contents", "tlh": "Contents", "": "Contents", "../en": "Contents",
	} {
		if got := For(tag).Word(Contents); got != want {
			t.Errorf("%q: got %q, want %q", tag, got, want)
		}
	}
}

func TestPhrases(t *testing.T) {
	day := time.Date(2026, 3, 1, 23, 0, 0, 0, time.UTC)
	for _, test := range []struct{ got, want string }{
		{For("en").Date(day), "1 March 2026"},
		{For("de").Date(day), "1. März 2026"},
		{For("fr").Date(day), "1er mars 2026"},
		{For("es").Date(day), "1 de marzo de 2026"},
		{For("ca").Date(day.AddDate(0, 1, 0)), "1 d’abril de 2026"},
		{For("ca").Date(day), "1 de març de 2026"},
		{For("ru").Date(day), "1 марта 2026 года"},
		{For("cs").Date(day), "1. března 2026"},
		{For("en").Number(1234567), "1,234,567"},
		{For("de").Number(1234), "1.234"},
		{For("fr").Number(1234), "1234"},
		{For("fr").Number(12345), "12\u202f345"},
		{For("en").Number(12), "12"},
		{For("en").Capital(SeeAlso), "See also"},
		{For("ru").Capital(See), "См."},
		{For("en").Phrase(BackToNote, "note", "3", "chapter", "{note}"), "Back to reference 3 in {note}"},
		{For("en").Phrase(MadeOn, "title", "Ink", "made", "", "date", "today"), "Ink was made on today."},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
	if before, after := For("de").Around(MadeOn, "title", "made", "so", "date", "dann"); before != "" || after != " entstand so am dann." {
		t.Errorf("got %q and %q", before, after)
	}
}
