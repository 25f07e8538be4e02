package assembly

import "testing"

func TestLikeness(t *testing.T) {
	l := newLikeness([]string{
		"Trade_Union", "Open_source", "The_Haymarket_Martyrs", "Pierre-Joseph_Proudhon", "Federica_Montsenny",
		"World_War_II", "Patriarchy", "Soviets(1)", "Timeline_of_Eastern_Asia", "Revolutions_of_1943", "Ink", "Métis",
	})
	for title, want := range map[string]string{
		"Trade unions":                "Trade Union",
		"Open-Source":                 "Open source",
		"Haymarket Martyrs":           "The Haymarket Martyrs",
		"Pierre Joseph Proudhon":      "Pierre-Joseph Proudhon",
		"Pierre-Josef Proudhon":       "",
		"Federica Montseny":           "Federica Montsenny",
		"Federica Montzenny":          "Federica Montsenny",
		"Soviet (council)":            "Soviets",
		"Metis":                       "Métis",
		"World War I":                 "",
		"World War III":               "",
		"Matriarchy":                  "",
		"Timeline of Western Asia":    "",
		"Revolutions of 1953":         "",
		"Ind":                         "",
		"Nothing that is like any":    "",
		"":                            "",
		"Timeline of Eastern Asia II": "",
	} {
		if got := l.like(title); got != want {
			t.Errorf("%q is like %q, want %q", title, got, want)
		}
	}
}
