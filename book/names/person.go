package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Likelihood says how much words look like the name of a person.
type Likelihood uint8

// No: the words have another shape, or hold one that no name has. Maybe: the shape
// fits and no more is known. Likely: they begin with a given name, or with a family
// name of a language that puts it first.
const (
	No Likelihood = iota
	Maybe
	Likely
)

// Person tells whether a title is likely to be the name of a person. A qualifier in
// brackets, figures, and words such as Army or Revolution speak against it.
func (l *Lexicon) Person(title string) Likelihood {
	words := strings.Fields(strings.ReplaceAll(title, "_", " "))
	if len(words) < 2 || len(words) > 5 {
		return No
	}
	given := l.isGiven(words[0])
	for i, w := range words {
		if given && (i == 0 && nameLike(w) || i == len(words)-1 && isSurname(w)) {
			continue
		}
		if !nameWord(w, i == 0) {
			return No
		}
	}
	first := words[0]
	switch {
	case l.isGiven(first) && !isDemonym(words[len(words)-1]):
		return Likely
	case isInitial(first) && nameLike(words[len(words)-1]):
		return Likely
	case l.familyFirst(words):
		return Likely
	case isHonorific(first):
		return Likely
	}
	for _, w := range words[1 : len(words)-1] {
		if isInitial(w) {
			return Likely
		}
	}
	if p := particle(words); p {
		return Likely
	}
	return Maybe
}

func particle(words []string) bool {
	for _, w := range words[1 : len(words)-1] {
		if w == "von" || w == "van" || w == "bin" || w == "ibn" {
			return true
		}
	}
	return false
}

func isHonorific(word string) bool {
	switch word {
	case "Subcomandante", "Comandanta", "Comandante", "Saint", "Sir", "Dr.", "Dr", "Rabbi", "Mahatma", "Sheikh":
		return true
	}
	return false
}

func isInitial(word string) bool {
	if !strings.HasSuffix(word, ".") || utf8.RuneCountInString(word) > 8 {
		return false
	}
	for _, part := range strings.Split(strings.TrimSuffix(word, "."), ".") {
		part = strings.TrimPrefix(part, "-")
		if utf8.RuneCountInString(part) != 1 || !unicode.IsUpper([]rune(part)[0]) {
			return false
		}
	}
	return true
}

// nameLike reports whether a word is a capital and small letters, as family names
// are.
func nameLike(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && strings.IndexFunc(word[size:], unicode.IsLower) >= 0
}

// nameWord reports whether a word may be part of a person's name.
func nameWord(word string, first bool) bool {
	if strings.ContainsAny(word, "0123456789()!?&+/:;,\"“”") || strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s") ||
		strings.HasSuffix(word, "s'") || strings.HasSuffix(word, "s’") {
		return false
	}
	switch word {
	case "de", "del", "dels", "la", "las", "los", "le", "von", "van", "der", "den", "da", "do", "dos", "das", "di", "della",
		"y", "i", "e", "al", "el", "bin", "ibn", "ben", "du", "des", "zu", "ter", "ten", "d'":
		return !first
	}
	r, _ := utf8.DecodeRuneInString(word)
	return (unicode.IsUpper(r) || strings.HasPrefix(word, "al-") || strings.HasPrefix(word, "d'")) && !isCommon(word) && !isDemonym(word)
}

// isSurname tells common words that are family names too, behind a given name.
func isSurname(word string) bool {
	switch word {
	case "Mill", "Hill", "Hall", "Page", "Street", "Green", "Black", "White", "Young", "West", "North", "Church", "Law", "Land", "Wall",
		"Forest", "Park", "Power", "Post", "Little":
		return true
	}
	return false
}

// isDemonym tells adjectives of nations and creeds by their endings.
func isDemonym(word string) bool {
	lower := strings.ToLower(word)
	for _, ending := range []string{"ist", "ists", "ism", "isms", "ian", "ians", "ese", "ish", "tion", "tions", "ment", "ments", "ity", "ities",
		"ness", "ship", "ology", "cracy", "archy", "ianism"} {
		if !strings.HasSuffix(lower, ending) {
			continue
		}
		switch lower {
		case "christian", "ian", "adrian", "julian", "fabian", "sebastian", "damian", "vivian", "lillian", "lilian", "brian",
			"kristian", "maximilian", "aurelian", "gillian", "marian", "clement", "bastian", "florian", "dorian", "cornish", "parrish",
			"kardashian", "khachaturian", "petrosian", "charity":
			return false
		}
		return true
	}
	return false
}

// isCommon tells words that titles hold and names of persons do not.
func isCommon(word string) bool {
	const common = " Academy Act Action Affair Agency Agreement Alliance Anarchy Animal Apocalypse Area Arms Army Art Assembly Association Attack Authority " +
		"Autonomous Autonomy Bank Battalion Battle Bay Belle Bill Black Block Bloc Blockade Blue Board Bomb Bombing Bombings Book Books Brigade Brigades Brother Bureau Camp Campaign " +
		"Canal Capital Castle Center Centre Charter Church Circle City Civil Class Clashes Clinic Club Coast Code Collective College Colony " +
		"Column Commission Committee Common Commons Commune Communes Company Conference Confederation Conflict Congress Constitution " +
		"Control Convention Convoy Cooperative Coup Council Councils Country County Court Creek Crisis Culture Dam Day Days Defense Defence " +
		"Democracy Department Dictatorship Direct District Earth East Economy Education Empire Era Factory Family Famine Farm Federation " +
		"Festival Fire Forces Forest Forum Foundation Free Freedom Front Fund Garden General Genocide Girls Global Government Great Green Group Groups Guard " +
		"Guards Hall Harm Haymarket High Hill Hills History Hospital House Human Hurricane Imperial Independence Index Industrial Institute International " +
		"Invasion Island Islands Journal Kingdom Labor Labour Lake Land Law League Left Liberation Library Line Little Local Main Manifesto March " +
		"Market Martyrs Massacre Media Men Middle Mill Mine Miners Mother Mount Mountain Mountains Movement Movements Museum Music Mutual Nation National Nations " +
		"Native Network New News North Northern Occupation Occupy Ocean October Office Open Operation Order Organization Organisation Pact Page Palace Party " +
		"Peace People Peoples Plain Plan Plot Police Policy Post Power Prefecture Press Prison Programme Program Project Property Protest " +
		"Protests Province Public Purge Race Radio Raid Railway Rally Rebel Rebellion Rebellions Red Reform Regime Region Relief Report Republic " +
		"Resistance Restoration Review Revolt Revolts Revolution Revolutions Right Rights Riot Riots River Road Rule School Science Sea " +
		"Second Section Self Service Settlement Siege Social Society Soldiers Solidarity South Southern Soviet Space Spring Square State States " +
		"Station Store Street Strike Strikes Student Students Summer Syndicate System Television Territory Terror Theatre Theory Times Town Trade Treaty Tree Trial Tribe " +
		"Tribes Troops Uprising Uprisings Union Unions United University Valley Village Villages Wall War Wars Wave Week West Western White " +
		"Winter Wage Women Work Worker Workers World Year Young Youth Zone The A An In On For And Or Of To With Against After Before From By Is Are Am Be Was Not No " +
		"Yellow Golden Silver Iron Steel Guerrilla Guerilla International Transition Crimes Affinity Sierra San Santa Los Las El Saudi Sri Hong Cape Costa Porto Puerto Buenos " +
		"North-East Gas Oil Coal Nuclear Climate Food Water Health Energy Magazine Newspaper Federación Confederación Movimiento Grupo Biblioteca Colectivo Fédération Unión "
	return strings.Contains(common, " "+word+" ")
}
