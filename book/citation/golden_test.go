package citation

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"publish/book"
)

// mergeGroup is entries of one work, and others that are not, as somebody who read them
// says. An entry is a page and how the entry begins there.
type mergeGroup struct {
	Work       string
	Same       [][2]string
	NotSame    [][2]string `json:"not_same"`
	KeepAuthor string      `json:"keep_author"`
}

// TestMergeGroups holds the merging of entries to groups made by hand: all of them must
// be right.
func TestMergeGroups(t *testing.T) {
	src, err := os.ReadFile(shared + "golden/bibliography.json")
	if err != nil {
		t.Skip("the groups made by hand are not on this machine")
	}
	var golden struct {
		Groups []mergeGroup `json:"merge_groups"`
	}
	if err := json.Unmarshal(src, &golden); err != nil || len(golden.Groups) == 0 {
		t.Fatal("no groups", err)
	}
	b := listItems(realArticles(t))
	works := newGatherer(b).bibliography()
	for _, g := range golden.Groups {
		g.check(t, works)
	}
}

// check holds that the entries of a group are in one work, those that are not of it in
// other ones, each in its own.
func (g *mergeGroup) check(t *testing.T, works []*work) {
	same := map[*work]bool{}
	var one *work
	for _, e := range g.Same {
		if one = workOf(works, e); one == nil {
			t.Errorf("%s: no entry %q", g.Work, e)
			continue
		}
		same[one] = true
	}
	if len(same) > 1 {
		t.Errorf("%s: %d works, want one", g.Work, len(same))
	}
	for _, e := range g.NotSame {
		other := workOf(works, e)
		if other == nil {
			t.Errorf("%s: no entry %q", g.Work, e)
		} else if same[other] {
			t.Errorf("%s: %q is in a work with others", g.Work, e)
		} else {
			same[other] = true
		}
	}
	if one != nil && g.KeepAuthor != "" {
		if who := one.heads(); len(who) == 0 || who[0].String() != g.KeepAuthor {
			t.Errorf("%s: the author is %v, want %s", g.Work, who, g.KeepAuthor)
		}
	}
}

// workOf returns the work that an entry of a page is in, nil for none.
func workOf(works []*work, e [2]string) *work {
	begins := bareWords(regexp.MustCompile(`<https?:.*| \(left-SRs.*|\[sic: \w+\]|….*`).ReplaceAllString(e[1], ""))
	for _, w := range works {
		if slices.ContainsFunc(w.sources, func(s *work) bool {
			return filepath.Base(s.entry.File) == e[0] && containsAll(bareWords(s.Source), begins)
		}) {
			return w
		}
	}
	return nil
}

func bareWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), isEdge)
}

// containsAll reports whether one list of words has another as a run.
func containsAll(list, run []string) bool {
	for i := 0; i+len(run) <= len(list); i++ {
		if slices.Equal(list[i:i+len(run)], run) {
			return true
		}
	}
	return false
}

// TestSameWork holds which entries are one work and which look alike only.
func TestSameWork(t *testing.T) {
	for _, test := range []struct {
		name    string
		entries []string
		works   int
	}{
		{"without subtitle, publisher and year", []string{"Porter, Jane. *The Screw: A History*. Leeds: Forme, 1931.", "Jane Porter, The Screw", "*The Screw* by J. Porter"}, 1},
		{"transliterations", []string{"Kropotkine, Pierre. *La Forme et la vis*", "Kropotkin, P. *La Forme et la vis*"}, 1},
		{"letters with and without marks", []string{"Müller, Jörg. *Der Setzer und sein Kasten*", "Muller, Jorg. *Der Setzer und sein Kasten*"}, 1},
		{"initials", []string{"Doe, J. A. *Quoins*. Leeds: Forme, 1931.", "Doe, Jane Ann. *Quoins*"}, 1},
		{"spelling", []string{"Doe, Jane. *The Labour of Setting*", "Doe, Jane. *The Labor of Setting*"}, 1},
		{"years for a subtitle", []string{"Doe, Jane. *The Vat, 1861-1900*", "Doe, Jane. *The Vat*"}, 1},
		{"ISBN", []string{"Doe, Jane. *Vat and Mould*. ISBN 978-0-306-40615-7.", "Doe. *The Vat & the Mold*. ISBN 9780306406157."}, 1},
		{"others with the title", []string{"Porter, Jane. *The Screw*", "Lambert, Richard. *The Screw*"}, 2},
		{"volumes", []string{"Doe, Jane. *The Trade*. Vol. 1. Leeds: Forme, 1931.", "Doe, Jane. *The Trade*. Vol. 2. Leeds: Forme, 1933."}, 2},
		{"chapters", []string{"[How Paper Is Made (Chapter 1)](https://press.example/a)", "[How Paper Is Made (Chapter 2)](https://press.example/b)"}, 2},
		{"editions", []string{"Doe, Jane. *The Trade*. Leeds: Forme, 1931.", "Doe, Jane. *The Trade*. London: Galley Press, 1960."}, 2},
		{"other subtitles", []string{"Doe, Jane. *The Trade: Paper and Its Makers*", "Doe, Jane. *The Trade: Ink and Its Makers*"}, 2},
		{"addresses alone", []string{"<https://press.example/a>", "<https://press.example/b>"}, 2},
		{"short titles of nobody", []string{"[Official website](https://press.example/)", "[Official website](https://forme.example/)"}, 2},
	} {
		b := &book.Book{Meta: book.Meta{Language: "en"}, Bibliography: &book.Bibliography{}}
		c := &book.Chapter{ID: "one"}
		for _, raw := range test.entries {
			b.Bibliography.Entries = append(b.Bibliography.Entries, listed(c, "further reading", raw))
		}
		Gather(b, book.BibliographySpec{})
		if got := len(b.Bibliography.Entries); got != test.works {
			t.Errorf("%s: %d works, want %d", test.name, got, test.works)
			for _, e := range b.Bibliography.Entries {
				t.Logf("\t%s", book.PlainText(e.Text))
			}
		}
	}
}
