package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// role is the part that people had in a work.
type role uint8

const (
	author role = iota
	editor
	translator
)

// trust says how much the place of words makes names of them. At a place where
// nothing but names can stand, such as before a title in italic, any words in
// capitals are names, if need be of a group.
type trust uint8

const (
	doubt  trust = iota // anything may stand here
	sure                // only names stand here
	spoken              // only names stand here, as they are spoken: Jane Doe, not Doe, Jane
)

// longestNames is the greatest length of the names before a title, in bytes.
const longestNames = 220

// people reads names: "Doe, Jane, and John Roe", "Jane Doe & John Roe", "Doe, J.,
// Roe, R. (Eds.)", "Doe, Jane; Roe, Richard". Ok is false for words that do not look
// like names.
func (p *Parser) people(s line.Line, t trust) (list []book.PersonName, as role, ok bool) {
	s, as = p.trimRole(trimNames(line.Words(s)))
	s, others := trimEtAl(trimNames(s))
	defer func() {
		if ok && others {
			list = append(list, book.PersonName{Family: book.EtAl})
		}
	}()
	if s == "" || len(s) > longestNames || isNumbered(s) || strings.ContainsAny(s, "\"“”«»?!()[]<>=") && !strings.HasSuffix(s, "!") || t == doubt && strings.ContainsAny(s, "0123456789") {
		return nil, as, false
	}
	if strings.Contains(s, ";") {
		list, ok = p.semicolons(s, t, &as)
		return list, as, ok
	}
	tokens := nameTokens(s)
	if _, in := inside(s); in {
		return nil, as, false
	}
	if len(tokens) > 1 && t != doubt && p.isGroup(s) && isTitleLike(s) {
		return []book.PersonName{{Family: s}}, as, true
	}
	list, ok = p.tokens(tokens, t)
	if !ok && t != doubt && isTitleLike(s) && len(strings.Fields(s)) <= 8 && len(tokens) < 3 {
		return []book.PersonName{{Family: s}}, as, true
	}
	return list, as, ok
}

// isNumbered reports whether words name a part of a work by its number, as no name of a
// person or body does: "section I.3".
func isNumbered(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words[:max(len(words)-1, 0)] {
		switch strings.Trim(w, ".,") {
		case "section", "chapter", "part", "vol", "volume", "page", "no", "issue", "appendix":
			if strings.ContainsAny(words[i+1], "0123456789") {
				return true
			}
		}
	}
	return false
}

// trimNames takes punctuation off both ends of names, but for the full stop of an
// initial or of Jr.
func trimNames(s string) string {
	s = strings.Trim(s, " ,:;–—-")
	head := strings.TrimRight(s, " .,:;–—-")
	last := head[strings.LastIndexAny(head, " .")+1:]
	if len(head) < len(s) && s[len(head)] == '.' && (utf8.RuneCountInString(last) == 1 && isUpper(last) || isSuffix(last) || last == "al" || last == "Inc") {
		head += "."
	}
	return strings.TrimLeft(head, " .")
}

// semicolons reads names parted by semicolons, each with a role of its own perhaps:
// "Proudhon, Pierre-Joseph; McKay, Iain, ed.". Editors beside authors are left out,
// since their part is another; see [Parser.editorsAmong].
func (p *Parser) semicolons(s string, t trust, as *role) (list []book.PersonName, ok bool) {
	for _, part := range strings.Split(s, ";") {
		part, _ := p.trimRole(strings.TrimSpace(part))
		some, ok := p.tokens(nameTokens(strings.Trim(part, " ,")), sure)
		if !ok {
			return nil, false
		}
		list = append(list, some...)
	}
	return list, len(list) > 0
}

// tokens reads names that commas and "and" part.
func (p *Parser) tokens(tokens []string, t trust) (list []book.PersonName, ok bool) {
	for i := 0; i < len(tokens); i++ {
		token := strings.TrimPrefix(tokens[i], joined)
		switch {
		case isSuffix(token) && len(list) > 0:
			list[len(list)-1].Given += ", " + token
			continue
		case i+1 < len(tokens) && p.isInverted(token, tokens[i+1], len(list) == 0, t):
			list = append(list, book.PersonName{Family: token, Given: spaced(tokens[i+1])})
			i++
			continue
		}
		name, ok := p.natural(token, t)
		if !ok {
			return nil, false
		}
		list = append(list, name)
	}
	return list, len(list) > 0
}

// joined marks a token that stands behind a word for "and".
const joined = "+"

// nameTokens parts names at commas and at words for "and", whose tokens begin with
// joined.
func nameTokens(s string) []string {
	for _, and := range []string{" and ", " & ", " und ", " et ", " y ", " e ", " і ", " и ", " with ", " og ", " och "} {
		if and == " y " || and == " e " || and == " et " {
			if !strings.Contains(s, and) || len(strings.Fields(s)) < 5 || strings.Contains(s, ",") && strings.Count(s, " ") < 4 {
				continue // Ortega y Gasset, Eça e Queirós
			}
		}
		s = strings.ReplaceAll(s, and, ", "+joined)
	}
	var tokens []string
	for _, token := range strings.Split(s, ",") {
		token = strings.TrimSpace(token)
		for _, and := range []string{joined + "and ", "and ", "& ", "und "} {
			if rest, ok := strings.CutPrefix(token, and); ok {
				token = joined + rest
			}
		}
		if token != "" && token != joined {
			tokens = append(tokens, token)
		}
	}
	return tokens
}

// isInverted reports whether two tokens are a family name and what is given: "Doe",
// "Jane A."; but "Jane Doe", "John Roe" are two persons.
func (p *Parser) isInverted(family, given string, first bool, t trust) bool {
	if strings.HasPrefix(given, joined) || !isNamed(family) || len(strings.Fields(family)) > 3 || len(strings.Fields(given)) > 4 || isSuffix(given) {
		return false
	}
	if allInitials(given) {
		return !strings.Contains(family, ".") || len(strings.Fields(family)) == 1
	}
	if !isNamed(given) && !isParticle(firstWord(given)) || p.words.has("place", given) {
		return false
	}
	familyWords := len(strings.Fields(family))
	if familyWords > 1 && len(strings.Fields(given)) > 1 && !hasInitial(strings.Fields(given)) && !startsWithParticle(family) {
		return false // two persons put straight
	}
	if p.names.Person(family) == names.Likely && len(strings.Fields(given)) > 1 && p.names.Person(given) == names.Likely {
		return false // two persons put straight
	}
	if t == spoken && strings.Contains(given, " ") && p.names.Person(given) == names.Likely {
		return false // Voline, Jane Doe
	}
	head := firstWord(given)
	likely := isInitial(head) || p.names.Person(head+" "+strings.TrimLeft(family, "'’")) == names.Likely
	switch {
	case familyWords == 1 && likely:
		return true
	case familyWords > 1 && likely:
		return p.names.Person(family) != names.Likely || startsWithParticle(family)
	case familyWords == 1 && t != doubt && first:
		return true
	case familyWords == 1 && t != doubt:
		return len(strings.Fields(given)) <= 2 && p.names.Person(given) != names.Likely
	}
	return false
}

// natural reads a name in the order in which it is spoken.
func (p *Parser) natural(s string, t trust) (book.PersonName, bool) {
	words := strings.Fields(s)
	switch {
	case len(words) == 1:
		return p.mononym(s, t)
	case len(words) > 6 || possessive(words[len(words)-1]):
		return book.PersonName{}, false
	case t != doubt && p.isGroup(s):
		return book.PersonName{Family: strings.TrimPrefix(s, "the ")}, isTitleLike(s) || strings.ToLower(s) == s && len(words) <= 4
	case behindInitials(words):
		return initialsLast(words), true
	}
	likelihood := p.names.Person(s)
	initials := isInitial(words[0]) && strings.Contains(words[0], ".") && isUpper(words[len(words)-1]) && isNamed(s)
	if likelihood != names.Likely && !initials {
		if t == doubt || !isNamed(s) && !isLower(words) || len(words) > 4 {
			return book.PersonName{}, false
		}
		if likelihood == names.No && !isLower(words) && !hasInitial(words) && len(words) != 2 && !p.names.IsGiven(words[0]) {
			return book.PersonName{Family: s}, true
		}
	}
	n := p.names.Parse(s)
	if n.Suffix != "" {
		n.Given += ", " + n.Suffix
	}
	return book.PersonName{Family: n.Family, Given: n.Given}, true
}

// mononym reads a name of one word.
func (p *Parser) mononym(s string, t trust) (book.PersonName, bool) {
	if t == doubt || utf8.RuneCountInString(s) < 2 || strings.ContainsAny(s, "0123456789.") && !strings.HasSuffix(s, ".") || possessive(s) {
		return book.PersonName{}, false
	}
	return book.PersonName{Family: s}, true
}

// isGroup reports whether words name a body and not a person.
func (p *Parser) isGroup(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 {
		return false
	}
	for i, w := range words {
		switch strings.ToLower(strings.Trim(w, ".,’'")) {
		case "of", "for", "against", "from", "without", "collective", "committee", "federation", "union", "group", "party", "association", "council",
			"movement", "institute", "network", "library", "archive", "center", "centre", "society", "commission", "department", "ministry",
			"organization", "organisation", "foundation", "project", "league", "alliance", "confederation", "team", "editors", "staff", "contributors",
			"workers", "anarchists", "university", "office", "bureau", "congress", "assembly", "initiative", "brigade", "front", "fund", "coalition",
			"agence", "agency", "news", "media", "documentary", "radio", "tv", "channel", "podcast", "films", "productions", "kollektiv", "gruppe", "colectivo", "collectif", "comité", "federación", "fédération", "friends", "nations", "press", "notes", "club":
			return true
		case "the":
			return i == 0 && len(words) > 2
		}
	}
	return false
}

// trimRole takes "ed.", "(eds.)", "trans." and the like off the end of names.
func (p *Parser) trimRole(s string) (string, role) {
	rest := strings.TrimRight(s, " .,:)")
	at := strings.LastIndexAny(rest, " (,") + 1
	if at == 0 {
		return s, author
	}
	head := strings.TrimRight(rest[:at], " ,([")
	switch strings.ToLower(strings.Trim(rest[at:], ".[]")) {
	case "ed", "eds", "editor", "editors", "edit", "hrsg", "hg", "herausgeber", "dir", "coord", "comp", "compiler", "ред", "edited", "cur":
		return head, editor
	case "trans", "transl", "translator", "translators", "tr", "übers", "trad":
		return head, translator
	case "author", "authors", "aut":
		return head, author
	}
	return s, author
}

// trimEtAl takes "et al." off the end of names.
func trimEtAl(s string) (rest string, found bool) {
	for _, more := range []string{" et al.", " et al", " and others", " u. a.", " u.a.", " y otros", " et alii", " & al.", ", et. al.", " et. al"} {
		if head, ok := strings.CutSuffix(s, more); ok {
			return strings.TrimRight(head, " ,"), true
		}
	}
	return s, false
}
