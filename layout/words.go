package layout

import "strings"

// words are the few words that the layout itself adds, in the book's language.
type words struct {
	contents, notes, notesTo, notesToPage, bibliography, index, sources, colophon string
	part, page, seeAlso, see, seeAlsoIndex, continued                             string
	inChapter, inChapters                                                         string
}

// wordsIn returns the words for a language, English where it has none.
func wordsIn(lang string) words {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if w, ok := translations()[base]; ok {
		return w
	}
	return translations()["en"]
}

func translations() map[string]words {
	return map[string]words{
		"en": {"Contents", "Notes", "Notes to pages", "Notes to page", "Further Reading", "Index", "Sources", "Colophon",
			"Part", "p.", "See also", "see", "see also", "continued", "ch.", "chs."},
		"es": {"Índice", "Notas", "Notas a las páginas", "Notas a la página", "Lecturas", "Índice alfabético", "Fuentes", "Colofón",
			"Parte", "p.", "Véase también", "véase", "véase también", "continuación", "cap.", "caps."},
		"fr": {"Table des matières", "Notes", "Notes des pages", "Notes de la page", "Lectures", "Index", "Sources", "Colophon",
			"Partie", "p.", "Voir aussi", "voir", "voir aussi", "suite", "chap.", "chap."},
		"de": {"Inhalt", "Anmerkungen", "Anmerkungen zu den Seiten", "Anmerkungen zu Seite", "Literatur", "Register", "Quellen", "Impressum",
			"Teil", "S.", "Siehe auch", "siehe", "siehe auch", "Fortsetzung", "Kap.", "Kap."},
		"it": {"Indice", "Note", "Note alle pagine", "Note alla pagina", "Letture", "Indice analitico", "Fonti", "Colophon",
			"Parte", "p.", "Vedi anche", "vedi", "vedi anche", "segue", "cap.", "capp."},
		"pt": {"Sumário", "Notas", "Notas às páginas", "Notas à página", "Leituras", "Índice remissivo", "Fontes", "Colofão",
			"Parte", "p.", "Ver também", "ver", "ver também", "continuação", "cap.", "caps."},
	}
}
