package entry

import (
	"strings"
	"unicode"
)

// pagesOf reads pages: "p. 12", "pp. 12–15", "S. 269-73", "pages 3 and 5", or bare
// figures when bare is set. Ok is false for other words.
func pagesOf(s string, bare bool) (pages string, ok bool) {
	s = strings.TrimSpace(strings.TrimRight(s, " .,;"))
	lower := strings.ToLower(s)
	for _, word := range []string{"pp.", "pp", "p.", "pages", "page", "pgs.", "pg.", "s.", "seiten", "seite", "págs.", "pág.", "σελ.", "с.", "p"} {
		rest, found := strings.CutPrefix(lower, word)
		if !found {
			continue
		}
		rest = strings.TrimSpace(strings.TrimLeft(rest, ". "))
		if isPages(rest) {
			return s[len(s)-len(rest):], true
		}
	}
	if bare && isPages(s) && !isYear(s) {
		return s, true
	}
	return "", false
}

// isPages reports whether s is folios, their ranges and lists: 12, 12–15, xii, 3 n. 4,
// 12ff., 304a.
func isPages(s string) bool {
	figures := 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,-–—&", r) }) {
		word = strings.TrimRight(strings.TrimRight(word, "."), "f")
		switch {
		case isRoman(word), word == "and", word == "n", word == "passim", word == "":
		case strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) < 0 && len(word) <= 5:
			figures++
		case len(word) > 1 && isNumber(word[:len(word)-1]) || len(word) > 1 && strings.ContainsAny(word[:1], "eER") && isNumber(word[1:]):
			figures++
		default:
			return false
		}
		if isRoman(word) {
			figures++
		}
	}
	return figures > 0
}

// isRoman reports whether a word is a small Roman number.
func isRoman(word string) bool {
	return word != "" && strings.Trim(word, "ivxlc") == ""
}

// numbered reads a word and the number behind it: "vol. 2", "Nr. 3", "no. 26–27".
func numbered(s string, words ...string) (number string, ok bool) {
	lower := strings.ToLower(s)
	for _, word := range words {
		rest, found := strings.CutPrefix(lower, word)
		if !found || rest == "" || unicode.IsLetter(rune(rest[0])) && !strings.HasSuffix(word, ".") {
			continue
		}
		number = strings.Trim(s[len(s)-len(rest):], " .,:#")
		if isVolumeNumber(number) {
			return number, true
		}
	}
	return "", false
}

// isVolumeNumber reports whether s is the number of a volume: 12, XVI, 2b, 26–27,
// "One".
func isVolumeNumber(s string) bool {
	switch strings.ToLower(s) {
	case "one", "two", "three", "four", "five", "i&ii":
		return true
	}
	digits := strings.IndexFunc(s, unicode.IsDigit) >= 0
	roman := strings.Trim(s, "IVXLC") == "" || isRoman(s)
	return s != "" && len(s) <= 12 && (digits && !strings.Contains(s, " ") || roman)
}

func volumeOf(s string) (string, bool) {
	return numbered(s, "vols.", "vol.", "volume", "volumes", "vol", "bd.", "band", "tome", "tomo", "t.", "v.", "т.", "том", "jg.")
}

func issueOf(s string) (string, bool) {
	return numbered(s, "nos.", "no.", "no", "nr.", "nr", "n.", "nº", "n°", "№", "issue", "issues", "#", "heft", "num.", "number", "nº.", "h.")
}

// editionOf reads the statement of an edition: "2nd ed.", "Revised edition".
func editionOf(s string) (string, bool) {
	lower := strings.ToLower(strings.TrimRight(s, " .,"))
	for _, ending := range []string{" ed", " edn", " edition", " éd", " aufl", " auflage", " edición", " edizione", ". ed", ". aufl"} {
		head, ok := strings.CutSuffix(lower, ending)
		if !ok || len(strings.Fields(head)) > 3 {
			continue
		}
		switch word := firstWord(head); {
		case strings.IndexFunc(word, unicode.IsDigit) >= 0 && len(word) <= 5, word == "first", word == "second", word == "third", word == "fourth",
			word == "fifth", word == "revised", word == "rev.", word == "rev", word == "new", word == "expanded", word == "enlarged", word == "original",
			word == "updated", word == "paperback", word == "reprint", word == "annotated", word == "deluxe", word == "anniversary", word == "english", word == "kindle":
			return strings.TrimRight(s, " ,"), true
		}
	}
	switch lower {
	case "rev", "revised", "reprint", "repr", "rpt":
		return s, true
	}
	return "", false
}

// articleNumbers reads what stands behind the name of a journal: "31", "21:1",
// "34(2)", "77, no. 6", "12.3", "16/4".
func articleNumbers(s string) (volume, issue string, ok bool) {
	s = strings.Trim(s, " .,;")
	for _, sep := range []string{":", ".", "/", "("} {
		head, tail, found := strings.Cut(s, sep)
		tail = strings.Trim(tail, " )")
		if found && isNumber(strings.TrimSpace(head)) && len(head) <= 4 && isVolumeNumber(tail) && !isPagesRange(tail) {
			return strings.TrimSpace(head), tail, true
		}
	}
	if isNumber(s) && len(s) <= 4 && !isYear(s) || len(s) > 0 && len(s) <= 8 && strings.Trim(s, "IVXLC") == "" {
		return s, "", true
	}
	return "", "", false
}

func isPagesRange(s string) bool { return strings.ContainsAny(s, "-–") && len(s) > 5 }
