package names

import (
	"strings"
	"unicode/utf8"
)

// cutSuffix parts what follows a name behind a comma in an index: Jr., and a
// numeral that tells namesakes of one family apart. A ruler's belongs to the name.
func (l *Lexicon) cutSuffix(words []string) ([]string, string) {
	last := len(words) - 1
	for last > 1 && isDegree(words[last]) {
		last--
		words = append(words[:last:last], strings.TrimSuffix(words[last], ","))
	}
	if last < 1 {
		return words, ""
	}
	before := strings.TrimSuffix(words[last-1], ",")
	numeral := isNumeral(words[last]) && len(words[last]) > 1 && last >= 2 && closes(words[1]) == "" &&
		(!l.IsGiven(before) || before != words[last-1] || l.familyIn(before).has(english) && !isRoyal(before)) && !strings.ContainsAny(words[last], "XLC") && l.titleLength(words) == 0 && !isArticle(before)
	if n, ok := l.exception(words[:last]); ok && n.Given == "" {
		return words, "" // Túpac Amaru II
	}
	if !isSuffix(words[last]) && !numeral {
		return words, ""
	}
	return append(words[:last-1:last-1], before), words[last]
}

// isRoyal tells the second names of kings and popes: Victor Emmanuel III.
func isRoyal(name string) bool {
	switch name {
	case "Paul", "Emmanuel", "Edward", "Albert", "Frederick", "William", "Augustus", "Stuart", "Leopold", "Joseph", "Francis", "Charles", "George":
		return true
	}
	return false
}

func isSuffix(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Jr", "Sr", "Jnr", "Snr", "Junior", "Senior", "fils", "père":
		return true
	}
	return false
}

// isDegree tells what stands behind a name and is not kept (Chicago 18, ch. 15,
// "Academic titles and degrees").
func isDegree(word string) bool {
	switch strings.TrimSuffix(word, ",") {
	case "PhD", "Ph.D.", "M.D.", "MD", "Esq.", "Esq", "S.J.", "SJ", "O.P.", "OBE", "MP", "QC", "DD":
		return true
	}
	return false
}

// titled takes a title off the front of a name and puts it behind the comma: Marcos,
// Subcomandante; Raleigh, Sir Walter; Sade, Marquis de. Academic titles in front of
// a full name are left out.
func (l *Lexicon) titled(words []string) (Name, bool) {
	n := l.titleLength(words)
	if n == 0 || n >= len(words) {
		return Name{}, false
	}
	title, rest := strings.Join(words[:n], " "), words[n:]
	if len(rest) == 1 && isKin(words[0]) && !l.IsGiven(rest[0]) {
		return Name{Family: strings.Join(words, " ")}, true // Mother Jones
	}
	if title == "St." || title == "St" {
		title = "Saint"
	}
	name := l.parse(rest)
	switch {
	case isSaint(words[0]) && len(rest) == 2 && l.IsGiven(rest[0]) && l.IsGiven(rest[1]) && !l.familyIn(rest[1]).has(english):
		return Name{Family: strings.Join(rest, " "), Given: title}, true // Francis Xavier
	case isSaint(words[0]) && len(rest) > 1 && name.Given != "" && !l.IsGiven(rest[0]):
		return Name{}, false // St. Clair Drake
	case isParticle(rest[0]) && len(rest) > 1 || strings.EqualFold(rest[0], "of") && len(rest) > 1:
		at := 1
		for at < len(rest)-1 && isParticle(rest[at]) {
			at++
		}
		return Name{Family: strings.Join(rest[at:], " "), Given: title + " " + strings.Join(rest[:at], " ")}, true
	case len(rest) > 1 && isDropped(title):
		return name, true
	case len(rest) == 1 && elided(rest[0]) > 0:
		at := elided(rest[0])
		return Name{Family: rest[0][at:], Given: title + " " + rest[0][:at]}, true
	}
	name.Given = strings.TrimSpace(title + " " + name.Given)
	return name, true
}

// titleLength returns how many words at the front of a name are titles.
func (l *Lexicon) titleLength(words []string) int {
	n := 0
	for n < len(words)-1 {
		if n < len(words)-2 && isTitleOfTwo(words[n], words[n+1]) {
			n += 2
		} else if isTitle(words[n]) {
			n++
		} else {
			break
		}
	}
	if n == 0 && len(words) > 1 && isBurmeseTitle(words[0]) && l.all(words[1:], burmese) {
		return 1
	}
	return n
}

// isTitleOfTwo tells titles whose first word alone is none.
func isTitleOfTwo(first, second string) bool {
	switch second {
	case "Marshal":
		return first == "Field" || first == "Air"
	case "Admiral":
		return first == "Rear" || first == "Vice"
	case "Minister":
		return first == "Prime" || first == "First"
	case "Duke", "Duchess", "Prince", "Vizier", "Mufti":
		return first == "Grand" || first == "Crown"
	case "President":
		return first == "Vice"
	case "Secretary":
		return first == "Foreign" || first == "Home"
	case "Dowager":
		return first == "Queen" || first == "Empress"
	}
	return false
}

func isTitle(word string) bool {
	const titles = " Sir Dame Lord Lady Baron Baroness Baronet Count Countess Earl Viscount Viscountess Marquis Marquess Marquise Marchioness Duke Duchess Prince Princess " +
		"Comte Comtesse Vicomte Duc Duchesse Graf Gräfin Freiherr Fürst Markgraf Conte Contessa Conde Condesa Condessa Duque Marqués Marquês Marchese Barón " +
		"King Queen Emperor Empress Tsar Tsarina Czar Czarina Kaiser Sultan Shah Caliph Khedive Emir Amir Maharaja Maharani Raja Rani Pharaoh Sapa Inka Kabaka Negus Ras " +
		"Pope Cardinal Archbishop Bishop Patriarch Metropolitan Abbot Abbess Canon Reverend Rev. Rev Father Fr. Mother Sister Brother Sr. Dom Fra Frère Sor Soeur Padre Abbé Père " +
		"Monsignor Msgr. Pastor Deacon Rabbi Rebbe Rav Imam Mullah Maulana Ayatollah Sheikh Shaikh Sheik Shaykh Hajji Haji Sayyid Swami Guru Sri Shri Acharya Pandit Mahatma Sadhu Baba Lama Rinpoche " +
		"Saint St. St San Santa Santo Sant São Blessed Venerable " +
		"Dr. Dr Doctor Prof. Prof Professor Mr. Mr Mrs. Mrs Ms. Ms Miss Madame Mme Mme. Mademoiselle Mlle Mlle. Monsieur Herr Frau Fräulein Don Doña Dona Señor Señora Signor Signora " +
		"General Gen. Colonel Col. Major Captain Capt. Lieutenant Lt. Sergeant Sgt. Corporal Private Admiral Commodore Commander Marshal Field-Marshal Brigadier Commandant Comandante Comandanta Commander Subcommander Sub-Commander Commissar " +
		"Subcomandante Subcomandanta Insurgente Generalissimo Generalísimo President Premier Chancellor Governor Senator Judge Justice Chief Comrade Citizen Citizeness Ataman Otaman Hetman Voivode Begum Bibi Datuk Teungku Subedar Raden Thakin Sardar "
	return strings.Contains(titles, " "+word+" ")
}

// isKin tells titles that with a surname make a name of their own.
func isKin(word string) bool {
	switch word {
	case "Mother", "Father", "Brother", "Sister":
		return true
	}
	return false
}

func isBurmeseTitle(word string) bool { return word == "U" || word == "Daw" || word == "Bogyoke" }

// isDropped tells the titles that an index leaves out where the name is full.
func isDropped(title string) bool {
	switch title {
	case "Dr.", "Dr", "Doctor", "Prof.", "Prof", "Professor", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Monsieur", "Herr", "Frau", "Prof. Dr.":
		return true
	}
	return false
}

func isSaint(word string) bool { return word == "St." || word == "St" || word == "Saint" }

// isNumeral reports whether a word is a numeral of a ruler.
func isNumeral(word string) bool {
	for _, r := range word {
		if !strings.ContainsRune("IVXLC", r) {
			return false
		}
	}
	return word != ""
}

// isLetter reports whether a word is one letter, with a stop or without.
func isLetter(word string) bool { return utf8.RuneCountInString(strings.Trim(word, ".")) == 1 }
