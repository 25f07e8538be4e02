package style

// terms are the words of a bibliography in one language.
type terms struct {
	and, ed, eds, trans, editedBy, translatedBy, in, vol, no, accessed, about string
	serial                                                                    bool   // comma before the last "and"
	ordinal, of                                                               string // behind a day, and between day, month and year
	elides                                                                    bool   // the word between loses its vowel before another
	months                                                                    string
	seasons                                                                   string
}

// termsOf returns the terms of a language, those of English for one that has none.
func termsOf(lang string) terms {
	switch lang {
	case "de":
		return terms{and: "und", ed: "Hrsg", eds: "Hrsg", trans: "Übers", editedBy: "hrsg. von", translatedBy: "übersetzt von", in: "In", vol: "Bd.", no: "Nr.",
			accessed: "Abgerufen am", about: "um", ordinal: ".", months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", seasons: "Frühjahr Sommer Herbst Winter"}
	case "fr":
		return terms{and: "et", ed: "dir", eds: "dir", trans: "trad", editedBy: "sous la direction de", translatedBy: "traduit par", in: "Dans", vol: "vol.", no: "n°",
			accessed: "Consulté le", about: "vers", months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", seasons: "printemps été automne hiver"}
	case "es":
		return terms{and: "y", ed: "ed", eds: "eds", trans: "trad", editedBy: "editado por", translatedBy: "traducido por", in: "En", vol: "vol.", no: "n.º",
			accessed: "Consultado el", about: "hacia", of: " de", months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", seasons: "primavera verano otoño invierno"}
	case "pt":
		return terms{and: "e", ed: "org", eds: "orgs", trans: "trad", editedBy: "organizado por", translatedBy: "traduzido por", in: "Em", vol: "vol.", no: "n.º",
			accessed: "Acesso em", about: "c.", of: " de", months: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", seasons: "primavera verão outono inverno"}
	case "ca":
		return terms{and: "i", ed: "ed", eds: "eds", trans: "trad", editedBy: "editat per", translatedBy: "traduït per", in: "Dins", vol: "vol.", no: "núm.",
			accessed: "Consultat el", about: "cap a", of: " de", elides: true, months: "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre", seasons: "primavera estiu tardor hivern"}
	case "nl":
		return terms{and: "en", ed: "red", eds: "red", trans: "vert", editedBy: "onder redactie van", translatedBy: "vertaald door", in: "In", vol: "deel", no: "nr.",
			accessed: "Geraadpleegd op", about: "ca.", months: "januari februari maart april mei juni juli augustus september oktober november december", seasons: "voorjaar zomer herfst winter"}
	case "it":
		return terms{and: "e", ed: "a cura di", eds: "a cura di", trans: "trad", editedBy: "a cura di", translatedBy: "traduzione di", in: "In", vol: "vol.", no: "n.",
			accessed: "Consultato il", about: "ca.", months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", seasons: "primavera estate autunno inverno"}
	}
	return terms{and: "and", ed: "ed", eds: "eds", trans: "trans", editedBy: "edited by", translatedBy: "translated by", in: "In", vol: "vol.", no: "no.",
		accessed: "Accessed", about: "ca.", serial: true,
		months: "January February March April May June July August September October November December", seasons: "Spring Summer Autumn Winter"}
}
