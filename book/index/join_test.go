package index_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"publish/book"
	"publish/book/assembly"
	"publish/book/index"
	"publish/book/wiki"
)

// madeOf returns the index of a book whose chapters are articles given as a title and
// the text, in turn.
func madeOf(t *testing.T, articles ...string) string {
	t.Helper()
	b := indexed(articles...)
	if b.Index == nil {
		return ""
	}
	check(t, b)
	var out bytes.Buffer
	if err := book.DumpIndex(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// indexed returns a book with its index. The articles are names and texts in turn.
func indexed(articles ...string) *book.Book {
	var list []*book.Article
	var chapters []book.ChapterSpec
	for i := 0; i < len(articles); i += 2 {
		name := strings.ReplaceAll(articles[i], " ", "_")
		a, _ := wiki.Read(name+".md", name, []byte(articles[i+1]))
		list = append(list, a)
		chapters = append(chapters, book.ChapterSpec{Article: name})
	}
	m := &book.Manifest{Meta: book.Meta{Language: "en"}, Parts: []book.PartSpec{{Chapters: chapters}}}
	b, _ := assembly.Assemble(m, list, nil)
	index.Build(b, m.Index)
	return b
}

// wantParts holds that the listing of an index has some parts and lacks others.
func wantParts(t *testing.T, name, got string, has, lack []string) {
	t.Helper()
	for _, want := range has {
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", name, want, got)
		}
	}
	for _, not := range lack {
		if strings.Contains(got, not) {
			t.Errorf("%s: %q in\n%s", name, not, got)
		}
	}
}

func link(title string) string {
	return `<a href="` + strings.ReplaceAll(title, " ", "_") + `" class="wikilink" title="` + title + `">` + title + `</a>`
}

// TestJoins holds which names of one thing become one entry, and that no two things
// of like name do.
func TestJoins(t *testing.T) {
	const filler = "\n\nThe mill stood by the river. Nobody went there in winter, for the road was bad and the days were short.\n"
	for name, test := range map[string]struct {
		text      string
		has, lack []string
	}{
		"forms of a given name":    {link("Mikhail Baranov") + " ran the press. Later Michael Baranov sold it.", []string{"Baranov, Mikhail"}, []string{"Baranov, Michael"}},
		"a second name":            {link("Nestor Baranov") + " ran the press. Nestor Ivanovich Baranov sold it.", []string{"Baranov, Nestor,"}, []string{"Ivanovich"}},
		"an initial":               {link("Nestor Baranov") + " ran the press. N. Baranov sold it.", []string{"Baranov, Nestor,"}, []string{"Baranov, N."}},
		"initials in one word":     {link("Georg Wilhelm Baranov") + " ran the press. G.W. Baranov sold it.", []string{"Baranov, Georg Wilhelm,"}, []string{"Baranov, G."}},
		"other initials":           {link("Georg Wilhelm Baranov") + " ran the press. " + link("G.K. Baranov") + " sold it.", []string{"Baranov, Georg Wilhelm,", "Baranov, G. K.,"}, nil},
		"an epithet":               {link("Bill Baranov") + " ran the press. Later Big Bill Baranov sold it.", []string{"Baranov, Bill,"}, []string{"Baranov, Big Bill"}},
		"saints of places":         {"He went to " + link("Saint Petersburg") + ". In St. Petersburg he sold it. Nobody left.", []string{"Saint Petersburg,"}, []string{"St. Petersburg"}},
		"between kind and country": {"The " + link("Revolutionary Brelt Army of Ukraine") + " came by. Then the Brelt Army left, and the Brelt Army was gone.", []string{"Revolutionary Brelt Army of Ukraine, 1#term-1\n", "Brelt Army, 1#term-1\n"}, nil},
		"a name inside another":    {"The " + link("Red Army") + " came by. Later the " + link("Red Army Faction") + " robbed banks.", []string{"Red Army, ", "Red Army Faction, "}, nil},
		"parties of one name":      {"The " + link("Communist Party of Spain") + " split. The " + link("Communist Party") + " of Denmark did not.", []string{"Communist Party, ", "Communist Party of Spain, "}, nil},
		"what befell a person":     {"They feared " + link("Otto Baranov") + ". " + link("Baranov's assassination") + " shook the town.", []string{"Baranov, Otto,"}, []string{"assassination,"}},
		"combining forms":          {"Some held with " + link("anarcho-fervorism") + ", others with " + link("anarchist fervorism") + ". Of anarcho-fervorism little is left.", []string{"anarcho-fervorism,"}, []string{"anarchist fervorism"}},
		"a movement":               {"The " + link("Fervorists") + " met. The " + link("Fervorist movement") + " grew, and Fervorists were many.", []string{"Fervorists,"}, []string{"Fervorist movement,"}},
		"another movement":         {"The " + link("Fervorists") + " met. The " + link("Danish Fervorist movement") + " grew.", []string{"Fervorists,", "Danish Fervorist movement"}, nil},
		"marks":                    {"The " + link("Federación Brenz") + " met. The " + link("Federacion Brenz") + " met again.", []string{"Federaci"}, []string{"Federacion Brenz, 1#term-2", "Federación Brenz, 1#term-2"}},
		"marks of one word":        {"The town of " + link("Brenzón") + " is old. The firm " + link("Brenzon") + " is not.", []string{"Brenzón, 1#", "Brenzon, 1#"}, nil},
		"initials and a noun":      {"The " + link("Boycott of Brenz Mills") + " (BBM) began. The BBM movement grew, and the BBM movement won.", []string{"Boycott of Brenz Mills,"}, []string{"BBM movement,"}},
		"an event under a link":    {"The " + link("Danish Revolution") + ` began. The <a href="Danish_Revolution" class="wikilink" title="Bread Revolution">Bread Revolution</a> came. After the Bread Revolution all slept; the Bread Revolution was short.`, []string{"Danish Revolution,", "Bread Revolution,"}, nil},
		"a people's plural":        {"The " + link("Brelti") + " woods burned. They burned for the Breltis too, and for few Breltis again.", []string{"Breltis,"}, []string{"\nBrelti,"}},
		"whose":                    {"The " + link("Blue Army") + " stood by. The Brelts' Blue Army won. Many Brelts left.", []string{"Blue Army,"}, []string{"Brelts' Blue", "Brelts’ Blue"}},
		"two years of a country":   {"The " + link("Spanish Revolution of 1936") + " won. The " + link("Spanish Revolution of 1868") + " lost.", []string{"Spanish Revolution of 1936,", "Spanish Revolution of 1868,"}, nil},
		"of equal rank":            {link("John Baranov") + " ran the press. " + link("John P. Baranov") + " sold it.", []string{"Baranov, John"}, []string{"Baranov, John P., 1#term-2", "Baranov, John, 1#term-2"}},
		"marks in a name":          {link("Nguyễn Văn Tạo") + " ran the press. Then Nguyen Van Tao sold it.", []string{"Nguyễn Văn Tạo,"}, []string{"nguyen van tao,"}},
		"a letter in a surname":    {link("Peter Brenzhinov") + " ran the press. " + link("Peter Benzhinov") + " sold it.", []string{"nov, Peter,"}, []string{"nov, Peter, 1#term-2"}},
		"short surnames apart":     {link("Peter Bremin") + " ran the press. " + link("Peter Bemin") + " sold it.", []string{"Bremin, Peter,", "Bemin, Peter,"}, nil},
		"rebellions in general":    {"The " + link("Millers' Revolt") + " failed. There were millers' rebellions before it, and millers' rebellions came after.", []string{"Millers' Revolt, 1#"}, []string{"Millers' Revolt, 1#term-1, "}},
		"a page that tells of it":  {"They sat at the " + `<a href="Mill_Protests" class="wikilink" title="Clam Alliance">Clam Alliance</a>` + ". The Clam Alliance met. The " + link("Mill Protests") + " ended.", []string{"Mill Protests,"}, nil},
		"a surname's spelling":     {link("Alexei Borovoi") + " ran the press. Alexei Borovoy sold it.", []string{"Borovoi, Alexei,"}, []string{"Borovoy,"}},
		"brothers":                 {link("Mikhail Baranov") + " ran the press. " + link("Alexander Baranov") + " sold it.", []string{"Baranov, Mikhail", "Baranov, Alexander"}, nil},
		"a short form apart":       {link("Thomas Mannering") + " ran the press. " + link("Tom Mannering") + " sold it.", []string{"Mannering, Thomas", "Mannering, Tom,"}, nil},
		"an ambiguous initial":     {link("Mary Baranov") + " ran the press with " + link("Martha Baranov") + ". M. Baranov sold it.", []string{"Baranov, Mary", "Baranov, Martha"}, nil},
		"kinds of event":           {"The " + link("Brenz Rebellion") + " began here. Few remember the Brenz Uprising. After the Brenz Revolt all was still.", []string{"Brenz Rebellion, "}, []string{"Brenz Uprising, ", "Brenz Revolt, "}},
		"events of two years":      {"The " + link("Brenz Rebellion (1821)") + " failed, and the " + link("Brenz Rebellion (1848)") + " won.", []string{"Brenz Rebellion (1821)", "Brenz Rebellion (1848)"}, nil},
		"a country's revolutions":  {"The " + link("Danish Revolution (1821)") + " failed. The " + link("Danish Revolution") + " of our day won.", []string{"Danish Revolution (1821)", "Danish Revolution,"}, nil},
		"a slip of the pen":        {"The " + link("Brenzdorf Assembly") + " met. The " + link("Brenzdrof Assembly") + " met again.", []string{"Brenzdorf Assembly, "}, []string{"Brenzdrof Assembly, "}},
		"a slip in a given name":   {link("Federica Baranov") + " ran the press. Then Frederica Baranov sold it.", []string{"Baranov, Federica,"}, []string{"Baranov, Frederica"}},
		"known by two names":       {"The " + link("First World War") + " came. Then " + link("World War I") + " ended.", []string{"World War I, "}, nil},
		"nation and nationalism":   {"The " + link("Fervorism") + " of the millers is old; the " + link("Fervorization") + " of mills is new.", []string{"Fervorism, ", "Fervorization, "}, nil},
	} {
		got := strings.ToLower(madeOf(t, "Mills", test.text+filler))
		for _, want := range test.has {
			if !strings.Contains(got, strings.ToLower(want)) {
				t.Errorf("%s: no %q in\n%s", name, want, got)
			}
		}
		for _, not := range test.lack {
			if strings.Contains(got, strings.ToLower(not)) {
				t.Errorf("%s: %q in\n%s", name, not, got)
			}
		}
	}
}

// TestOwnChapter holds that a surname, in the chapter on a person, is that person's,
// whoever else bears it.
func TestOwnChapter(t *testing.T) {
	got := madeOf(t,
		"Mikhail Baranov", "**Mikhail Petrovich Baranov** was born in Brenz. His sister Sonya Baranov kept the books.\n\nBaranov set type. Baranov never slept. In Brenz Baranov was known.",
		"Brenz", "Brenz is a town. "+link("Mikhail Baranov")+" lived there.")
	if strings.Contains(got, "Baranov, Sonya, 1#term-1, ") || strings.Contains(got, "Petrovich") || !strings.Contains(got, "Baranov, Mikhail, 1#") {
		t.Error(got)
	}
}

// TestSameBuild makes the index of one text many times: what is said of why each entry is
// there, which tells the forms in their order, is the same each time.
func TestSameBuild(t *testing.T) {
	why := func() (list []string) {
		for _, group := range indexed("Nguyễn An Ninh", "Nguyễn An Ninh spoke. Ninh printed, Ninh wrote, and Nguyễn was read. Ninh left.").Index.Groups {
			for _, e := range group.Entries {
				list = append(list, e.Why...)
			}
		}
		return list
	}
	want := why()
	if text := strings.Join(want, "; "); !strings.Contains(text, `"ninh"`) || !strings.Contains(text, `"nguyễn"`) {
		t.Fatalf("the parts of the name are not in %s", text)
	}
	for range 30 {
		if got := why(); !slices.Equal(got, want) {
			t.Fatalf("%q, and before %q", got, want)
		}
	}
}
