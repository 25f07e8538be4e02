package names

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/things.txt
var things string

func TestPerson(t *testing.T) {
	l := New()
	for title, want := range map[string]Likelihood{
		"William Caslon": Likely, "J. M. Dent": Likely, "Bi Sheng": Likely, "Ludwig von Mises": Likely, "Adelaide Procter": Likely,
		"Printing Press": No, "Doves Press": No, "Nat Turner's rebellion": No, "Aldus": No, "Paris Commune": No,
		"Little Gidding": No, "Bhagwat Xylo": Maybe, "Russian Revolution": No, "Strike (1911)": No, "The Trade": No,
		"Augusta Lewis": Likely, "bell hooks": Likely, "Subcomandante Marcos": Likely, "Nicholas II": Likely, "Joan of Arc": Likely,
		"": No, " ": No, "Émile Henry (anarchist)": No, "(Emma)": No,
	} {
		if got := l.Person(title); got != want {
			t.Errorf("%s: %d (%d %%), want %d", title, got, l.Chance(title, Clues{}), want)
		}
	}
}

// TestCalibration holds the judgement of persons and of other titles to few errors.
func TestCalibration(t *testing.T) {
	l := New()
	persons, found := 0, 0
	for _, line := range lines(famous + world) {
		name, _, _ := strings.Cut(line, " = ")
		if strings.ContainsAny(name, ",_") || !strings.Contains(name, " ") {
			continue
		}
		persons++
		if l.Person(name) == Likely {
			found++
		} else {
			t.Logf("%s: %d %%", name, l.Chance(name, Clues{}))
		}
	}
	others, wrong := 0, 0
	for _, title := range lines(things) {
		others++
		if l.Person(title) == Likely {
			wrong++
			t.Logf("%s: %d %%", title, l.Chance(title, Clues{}))
		}
	}
	t.Logf("%d of %d persons found, %d of %d other titles taken for persons", found, persons, wrong, others)
	if 100*found < 95*persons || 100*wrong > 2*others {
		t.Error("too many errors")
	}
}

func TestClues(t *testing.T) {
	l := New()
	for _, test := range []struct {
		title string
		clues Clues
		want  Likelihood
	}{
		{"Bhagwat Xylo", Clues{Categories: []string{"1881 births"}}, Likely},
		{"Bhagwat Xylo", Clues{Categories: []string{"Anarchists"}}, Likely},
		{"Bhagwat Xylo", Clues{Categories: []string{"Magazines"}}, No},
		{"Bhagwat Xylo", Clues{Lead: "Bhagwat Xylo (1881–1940) was a printer."}, Likely},
		{"Bhagwat Xylo", Clues{Lead: "Bhagwat Xylo is a magazine of typographers."}, No},
		{"Bhagwat Xylo", Clues{After: []string{"wrote", "said", "said"}}, Likely},
		{"Bhagwat Xylo", Clues{Before: []string{"the", "the"}}, No},
		{"Bhagwat Xylo", Clues{ByLastWord: 4}, Likely},
		{"Xylo", Clues{Categories: []string{"1881 births"}}, Likely},
		{"Xylo", Clues{}, No},
		{"Printing Press", Clues{Categories: []string{"1881 births"}, ByLastWord: 9}, No},
		{"Rose Garland", Clues{Small: 3}, No},
	} {
		if got := l.PersonBy(test.title, test.clues); got != test.want {
			t.Errorf("%s %+v: %d (%d %%), want %d", test.title, test.clues, got, l.Chance(test.title, test.clues), test.want)
		}
	}
}

// FuzzParse holds that no name, however odd, stops the program or loses a letter of
// a plain one.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"Emma Goldman", "bin", "d'", "al-", "St. ", "A, B", `"`, "(a", "U", "de la", "X II", "Saint of", "‘Abd", "\xff \xfe", "Sir"} {
		f.Add(name)
	}
	l := New()
	f.Fuzz(func(t *testing.T, name string) {
		got := l.Parse(name).Inverted()
		if strings.TrimSpace(strings.ReplaceAll(name, "_", " ")) != "" && got == "" {
			t.Errorf("%q gives nothing", name)
		}
		if c := l.Chance(name, Clues{}); c < 0 || c > 100 {
			t.Errorf("%q: %d %%", name, c)
		}
	})
}
