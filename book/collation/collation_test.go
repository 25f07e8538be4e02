package collation

import (
	"slices"
	"strings"
	"testing"
)

// TestKey holds the order of headings, given in their right order.
func TestKey(t *testing.T) {
	for name, want := range map[string][]string{
		"en": {"9 Thermidor", "21 Conditions", "1905, events of", "Aldus", "“Areopagitica”", "Ávila", "Élisée, an", "New York", "newsprint", "Øland",
			"Over the Press", "The Press", "press gang", "Pressler, Anna", "Zapata", "Житков"},
		// Chicago 18, ch. 15, "Letter by letter or word by word".
		"en-GB": {"new", "New (band)", "New, Arthur", "New, Zoe", "New Deal", "“new economics, the”", "New Zealand", "Newark", "newborn", "New-fangled", "newlyweds", "news, lamentable", "news conference", "newsletter"},
		"en-US": {"Mabel", "MacAlister, Paul", "Macauley, Catharine", "Macmillan, Harold", "Madison, James", "McAllister, Ward", "McAuley, Catherine", "Munro", "O’Brien, Edna", "Oster", "Sacco", "Saint-Gaudens, Augustus", "San Francisco", "Sánchez", "St. Denis, Ruth", "Stalin"},
		"en-AU": {"Henry, Patrick", "Henry II", "Henry IV", "Henry VIII", "Henry IX"},
		"en-CA": {"Muller, Adam", "Müller, Bruno", "Muller, Karl", "Pius V", "Pius IX", "Pius XI"},
		"en-NZ": {"Art, Zoe", "Art & Design", "art and life"},
		"es":    {"ala", "calle", "Los chicos", "cuna", "leer", "lucha", "un mundo nuevo", "naranja", "nube", "ñandú", "Oaxaca"},
		"sv":    {"Anna", "Olof", "Zapata", "Åland", "Älvsborg", "Öland"},
		"de":    {"Äpfel", "Arbeit", "Das Buch", "eine Frage", "Ofen", "Öfen", "Zeit"},
		"ru":    {"1917", "Бакунин", "Кропоткин", "Bakunin", "Kropotkin"},
		"hu":    {"cinema", "csata", "dal", "az élet", "só", "szabadság"},
		"":      {"Kropotkin", "Бакунин"},
	} {
		lang := name
		s := New(lang)
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortStableFunc(got, func(a, b string) int { return strings.Compare(s.Key(a), s.Key(b)) })
		if !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, want)
		}
	}
}

func TestNameKey(t *testing.T) {
	want := []string{"De Leon, Daniel", "Dean, Jodi", "La Guardia, Fiorello", "Le Guin, Ursula K.", "Lenin, Vladimir", "Leo X", "Leo XIII"}
	s := New("en")
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(s.NameKey(a), s.NameKey(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestLetter(t *testing.T) {
	for _, test := range [][3]string{
		{"en", "The Press", "P"}, {"en", "Éluard", "E"}, {"en", "1905", ""}, {"en", "L’Internationale", "I"}, {"en", "Øland", "O"}, {"en", "Łódź", "L"},
		{"en", "Житков", "Ж"}, {"en", "Los Angeles", "L"}, {"en", "", ""}, {"en", "«Il Popolo»", "P"}, {"en", "Ōsugi", "O"}, {"en", "Ñandú", "N"},
		{"en", "İstanbul", "I"}, {"en", "Þingvellir", "Þ"}, {"en", "Žižek", "Z"}, {"en", "Æthelred", "A"}, {"en", "Đà Nẵng", "D"},
		{"es", "ñandú", "Ñ"}, {"es", "Ávila", "A"}, {"es", "una casa", "C"}, {"sv", "Öland", "Ö"}, {"sv", "Åland", "Å"}, {"de", "Öfen", "O"},
		{"da", "Øst", "Ø"}, {"pl", "Łódź", "Ł"}, {"cs", "Chléb", "Ch"}, {"cs", "Cukr", "C"}, {"hu", "szabadság", "Sz"}, {"hu", "szó", "Sz"}, {"hu", "só", "S"}, {"en", "Szabó", "S"}, {"en", "Zz", "Z"}, {"ru", "Ёлка", "Е"}, {"tr", "Çin", "Ç"}, {"nl", "De Nieuwe Tijd", "N"}, {"en", "De Leonism", "D"},
	} {
		if got := New(test[0]).Letter(test[1]); got != test[2] {
			t.Errorf("%s, %s: %q, want %q", test[0], test[1], got, test[2])
		}
	}
}

// TestLetterOrder holds that entries in order have their letters in order: no letter
// comes back behind another.
func TestLetterOrder(t *testing.T) {
	words := strings.Fields("Adam Ábel Äbel Åbo Ångström Æbel Béla Čapek Ćosić Đilas Ðorðe Élan Ğül Gül Haïti İzmir Iran Łódź Lenin Ñandú Nabat Ödön Ohio Øst Őrség Štúr Shaw Þór Tyne Żuk Zapata Žižek Житков Ёлка Αθήνα 1905 Œuvre Ühel Ulm Chleb Háj Ibsen Csata Cukor Czuczor Gyula Szabó Suba Zsolt Zala Zzyzx Ljubljana Lyon Njegoš Nyék Tyutchev Dzsámi Džamija Aarhus")
	for _, lang := range []string{"en", "es", "sv", "da", "de", "pl", "cs", "hu", "tr", "fi", "ro", "hr", "is", "lt", "et", "ru", "el", "ca", "pt", "fr"} {
		s := New(lang)
		sorted := slices.Clone(words)
		slices.SortFunc(sorted, func(a, b string) int { return strings.Compare(s.Key(a), s.Key(b)) })
		seen, last := map[string]bool{}, "?"
		for _, w := range sorted {
			letter := s.Letter(w)
			if letter != last && seen[letter] {
				t.Errorf("%s: the letter %q comes again at %s: %q", lang, letter, w, sorted)
				break
			}
			seen[letter], last = true, letter
		}
	}
}

func TestArticle(t *testing.T) {
	for whole, want := range map[string]string{
		"The Press": "The", "L’Internationale": "L’", "La Révolte": "La", "La Paz": "", "El Salvador": "", "Le Havre": "", "Das Kapital": "Das",
		"A": "", "The ": "", "Theory": "", "Un Chien": "", "UN Charter": "", "Los Angeles": "", "Die Aktion": "Die",
	} {
		if got, _ := Article(whole); got != want {
			t.Errorf("%s: %q, want %q", whole, got, want)
		}
	}
}
