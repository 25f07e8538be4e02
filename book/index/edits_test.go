package index_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/index"
	"publish/book/wiki"
)

// shop is a small wiki: three articles that name the same people and things.
var shop = map[string]string{
	"Ink": `Ink was boiled by William Caslon's neighbours, says <a href="Adelaide_Procter" class="wikilink" title="Adelaide Procter">Adelaide Procter</a>.

## The varnish

Procter wrote that linseed oil makes the varnish. The varnish is boiled twice. The <a href="Felt_Guild" class="wikilink" title="Felt Guild">Felt Guild</a> sold the oil.
`,
	"Paper": `Paper came from rags. The <a href="Felt_Guild" class="wikilink" title="Felt Guild">Felt Guild</a> laid sheets on felt.

## The sorters

Sorters were women, and compositors' wives helped them. <a href="William_Caslon" class="wikilink" title="William Caslon">William Caslon</a> bought the sheets.
`,
	"Vellum": `Vellum is older than paper, and <a href="Mother_Felt" class="wikilink" title="Mother Felt">Mother Felt</a> is a song of the trade. William Caslon never used it.
`,
}

// edited returns the index of the shop's book, made with rules, and the messages.
func edited(t *testing.T, rules string) (text string, messages string) {
	t.Helper()
	m := &book.Manifest{Meta: book.Meta{Language: "en"}, Parts: []book.PartSpec{{Chapters: []book.ChapterSpec{{Article: "Ink"}, {Article: "Paper"}, {Article: "Vellum"}}}}}
	var articles []*book.Article
	for _, name := range []string{"Ink", "Paper", "Vellum"} {
		a, _ := wiki.Read(name+".md", name, []byte(shop[name]))
		articles = append(articles, a)
	}
	b, _ := assembly.Assemble(m, articles, nil)
	edits, diags := book.ReadIndexEdits("index.yaml", []byte(rules))
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	m.Index.Edits = edits
	var found strings.Builder
	for _, d := range index.Build(b, m.Index) {
		found.WriteString(d.String() + "\n")
	}
	check(t, b)
	var out bytes.Buffer
	if err := book.DumpIndex(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.String(), found.String()
}

// TestEdits holds what each kind of rule does to a small index.
func TestEdits(t *testing.T) {
	for name, test := range map[string]struct {
		rules     string
		has, lack []string
	}{
		"nothing":   {"", []string{"Caslon, William, ", "Procter, Adelaide, ", "Felt Guild, ", "Vellum, 3"}, []string{"Mother, "}},
		"exclude":   {"exclude: [Felt Guild, vellum]", []string{"Procter, Adelaide"}, []string{"Felt Guild", "Vellum"}},
		"rename":    {"rename: {Felt Guild: Guild of Felters}", []string{"[G]\nGuild of Felters, 1#"}, []string{"Felt Guild"}},
		"sort-as":   {`sort-as: {Felt Guild: Zwirn}`, []string{"[Z]\nFelt Guild, "}, nil},
		"merge":     {"merge: {Paper: Vellum}", []string{"2#paper-#paper-end*, 3#vellum*", "Vellum. See paper"}, []string{"Vellum, 3"}},
		"new head":  {"merge: {writing surfaces: [paper, vellum]}", []string{"writing surfaces, 2#", "3#vellum*", "Vellum. See writing surfaces"}, []string{"paper, 2"}},
		"see":       {"see: {parchment: vellum}", []string{"parchment. See Vellum"}, nil},
		"see takes": {"see: {Felt Guild: paper}", []string{"Felt Guild. See paper", "paper, 1#"}, []string{"Felt Guild, 1"}},
		"see two":   {"see: {surfaces: [paper, vellum]}", []string{"surfaces. See paper. See Vellum"}, nil},
		"see also":  {"see-also: {'Caslon, William': [Felt Guild, paper]}", []string{". See also Felt Guild. See also paper"}, nil},
		"add":       {"add: {'women, work of': [sorters, compositors' wives]}", []string{"women, work of, 2#"}, []string{"See women"}},
		"add plain": {"add: [linseed oil]", []string{"linseed oil, 1#"}, nil},
		"people":    {"people: {Adelaide Procter: false, Felt Guild: 'Guild, Felt'}", []string{"Adelaide Procter, ", "[G]\nGuild, Felt"}, []string{"Procter, Adelaide"}},
		"forced":    {"people: [Mother Felt]", []string{"Felt, Mother, 3"}, nil},
	} {
		text, messages := edited(t, test.rules)
		if messages != "" {
			t.Errorf("%s: %s", name, messages)
		}
		for _, want := range test.has {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", name, want, text)
			}
		}
		for _, not := range test.lack {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q in\n%s", name, not, text)
			}
		}
	}
}

// TestUnmatched wants a message for every rule that changes nothing, at its place.
func TestUnmatched(t *testing.T) {
	const rules = `exclude: [Felt Gild]
rename: {Feldt Guild: a}
merge: {paper: [papyrus]}
sort-as: {Xylo: b}
see: {parchment: velum}
see-also: {Xylo: paper, paper: Xylo}
add: {steam: [steam engines]}
people: {Adelaide Proctor: true}
`
	_, got := edited(t, rules)
	want := `index.yaml:1:11: warning: the index has no heading "Felt Gild" [index-unmatched]
hint: did you mean "Felt Guild"?
index.yaml:2:10: warning: the index has no heading "Feldt Guild" [index-unmatched]
hint: did you mean "Felt Guild"?
index.yaml:3:17: warning: the index has no heading "papyrus" [index-unmatched]
index.yaml:4:11: warning: the index has no heading "Xylo" [index-unmatched]
index.yaml:5:18: warning: the index has no heading "velum" [index-unmatched]
hint: did you mean "Vellum"?
index.yaml:6:12: warning: the index has no heading "Xylo" [index-unmatched]
index.yaml:6:32: warning: the index has no heading "Xylo" [index-unmatched]
index.yaml:7:7: warning: the text has no word that calls the heading "steam" [index-unmatched]
index.yaml:8:10: warning: the book has no name "Adelaide Proctor" [index-unmatched]
`
	if plain := strings.ReplaceAll(got, "  hint", "hint"); plain != want {
		t.Errorf("got\n%s\nwant\n%s", plain, want)
	}
}

// TestEditsOfBook holds that every kind of rule does in a whole book what it does in a
// small one, and leaves the index sound.
func TestEditsOfBook(t *testing.T) {
	const rules = `exclude: [Chicago, Third Revolution]
rename: {Red Army: "Red Army, the new"}
merge: {Bolsheviks: [Leninism], prisons and camps: [imprisonment, concentration camps]}
sort-as: {Cheka: Zcheka}
see: {Whites: White Army, Reds: [Bolsheviks, "Red Army, the new"]}
see-also: {factory committees: [soviets, Cheka]}
add: {"bread, price of": [bread], sailors: [sailors]}
people: {Gulyai-Polye: false, Nestor Makhno: "Makhno, N. I."}
`
	manifests, articles := realBooks(t)
	m := *manifests[1]
	edits, diags := book.ReadIndexEdits("index.yaml", []byte(rules))
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	m.Index.Edits = edits
	b, _ := assembly.Assemble(&m, articles, nil)
	for _, d := range index.Build(b, m.Index) {
		t.Error(d.String())
	}
	check(t, b)
	var out bytes.Buffer
	if err := book.DumpIndex(&out, b); err != nil {
		t.Fatal(err)
	}
	text := "\n" + out.String()
	for _, want := range []string{
		"\nRed Army, the new", "\nLeninism. See Bolsheviks", "\nprisons and camps", "\nimprisonment. See prisons and camps", "\nWhites. See White Army\n",
		"\nReds. See Bolsheviks. See Red Army, the new\n", "\nbread, price of", "\nsailors", "\nMakhno, N. I.,",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	for _, not := range []string{"\nChicago", "\nThird Revolution", "\nRed Army,1", "\nMakhno, Nestor"} {
		if strings.Contains(text, not) {
			t.Errorf("%q stands", not)
		}
	}
	last := text[strings.LastIndex(text, "\n["):]
	if !strings.Contains(last, "\nCheka") {
		t.Errorf("Cheka is not under the last letter: %s", last)
	}
	if _, after, _ := strings.Cut(text, "\nfactory committees"); !strings.Contains(after[:min(len(after), 400)], "See also Cheka") {
		t.Error("factory committees lead nowhere")
	}
}

// TestRelatedReference holds that a see also rule on a heading which only leads
// elsewhere leads to where that one does.
func TestRelatedReference(t *testing.T) {
	text, messages := edited(t, "see: {guildsmen: Felt Guild, felters: Felt Guild}\nsee-also: {Vellum: [guildsmen, felters]}\n")
	if messages != "" {
		t.Error(messages)
	}
	leads := false
	for line := range strings.Lines(text) {
		leads = leads || strings.HasPrefix(line, "Vellum") && strings.Contains(line, "Felt Guild")
	}
	if !leads {
		t.Errorf("no reference from Vellum to the guild:\n%s", text)
	}
}

// BenchmarkEdits makes an index with many rules of the editor.
func BenchmarkEdits(b *testing.B) {
	const rules = 60_000
	a, _ := wiki.Read("Ink.md", "Ink", []byte(shop["Ink"]))
	m := &book.Manifest{Meta: book.Meta{Language: "en"}, Parts: []book.PartSpec{{Chapters: []book.ChapterSpec{{Article: "Ink"}}}}}
	edits := &book.IndexEdits{}
	for i := range rules {
		word := func(text string, col int) book.IndexWord {
			return book.IndexWord{Pos: book.Pos{Line: i + 1, Col: col}, Text: text}
		}
		name := "heading " + strconv.Itoa(i)
		edits.Add = append(edits.Add, book.IndexEdit{IndexWord: word(name, 1), Words: []book.IndexWord{word("varnish "+strconv.Itoa(i), 9)}})
		edits.See = append(edits.See, book.IndexEdit{IndexWord: word("other "+name, 20), Words: []book.IndexWord{word("Felt Guild", 30)}})
		edits.SeeAlso = append(edits.SeeAlso, book.IndexEdit{IndexWord: word("Ink", 40), Words: []book.IndexWord{word("other "+name, 50)}})
	}
	for b.Loop() {
		made, _ := assembly.Assemble(m, []*book.Article{a}, nil)
		index.Build(made, book.IndexSpec{Edits: edits})
	}
}
