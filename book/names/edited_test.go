package names

import "testing"

func TestWith(t *testing.T) {
	plain := New()
	l := plain.With(map[string]Name{"Bart de Ligt": Inverted("de Ligt, Bart"), "Mother Jones": {}, "Printing Press": {}, "Felt": {}}, []string{"William Caslon"})
	for title, want := range map[string]string{
		"Bart de Ligt": "de Ligt, Bart", "bart_de_Ligt": "de Ligt, Bart", "Mother Jones": "Jones, Mother",
		"Printing Press": "Press, Printing", "Felt": "Felt", "William Caslon": "William Caslon", "Emma Goldman": "Goldman, Emma",
	} {
		if got := l.Parse(title).Inverted(); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
		if person := l.Person(title) == Likely; person != (title != "William Caslon") {
			t.Errorf("%s: a person: %v", title, person)
		}
	}
	if got := plain.Parse("Mother Jones").Inverted(); got != "Mother Jones" || plain.Person("William Caslon") != Likely {
		t.Errorf("the lexicon itself has changed: %q", got)
	}
}
