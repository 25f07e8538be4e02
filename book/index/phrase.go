package index

import (
	"slices"
	"strings"

	"publish/book"
)

// Least figures for words that no link and no capital tells: how often they must
// recur in one chapter, and how much more there than in the rest of the book (10.83
// is the log-likelihood that chance gives once in a thousand).
const (
	phraseCount = 3
	wordCount   = 3
	plainCount  = 5
	phraseShare = 8 // least part of the rarer word's mentions that the phrase makes, one in
	minKeyness  = 10_830
)

// gram is up to three stems; those not used are -1.
type gram [3]stemID

// recurrence is how often a gram stands in one chapter.
type recurrence struct {
	gram    gram
	chapter *chapter
	count   int
	form    string // as it was met first
	firm    bool   // its words hardly stand apart from each other, or a heading has it
}

// findPhrases finds the words and phrases that recur in one chapter and hardly in
// the rest of the book, and adds those that may be worth a heading.
func (x *indexer) findPhrases() {
	var all []recurrence
	whole := map[gram]int{}
	total := 0
	for _, c := range x.chapters {
		found := x.recurring(c)
		total += len(c.tokens)
		for _, r := range found {
			whole[r.gram] += r.count
		}
		all = append(all, found...)
	}
	single := len(x.chapters) < 2
	x.noteCalled()
	for _, r := range all {
		if r.count < phraseCount && !x.isConcept(r.gram) && !r.firm {
			continue
		}
		if key := keyness(r.count, len(r.chapter.tokens), whole[r.gram], total); !single && key < minKeyness {
			continue
		}
		x.addPhrase(r)
	}
}

// noteCalled notes the words that links have for the candidates so far, and the nouns
// that names end with, or begin with before of: small they mean what was named.
func (x *indexer) noteCalled() {
	x.called, x.heads = map[string]bool{}, map[string]bool{}
	for _, t := range x.terms {
		if words := wordsOf(t.title); len(words) > 1 && isTitleCase(words) && !t.person {
			x.heads[stemOf(words[len(words)-1])] = true
			if strings.EqualFold(words[1], "of") {
				x.heads[stemOf(words[0])] = true
			}
		}
		for _, f := range t.forms {
			if f.kind == derivedForm || f.kind == variantForm {
				x.called[stemsText(f.text)] = true
			}
		}
	}
}

// isFirm reports whether the rarer word of a phrase never stands without the other.
func (x *indexer) isFirm(g []stemID, count int, stems map[stemID]int) bool {
	for _, s := range g {
		if stems[s] == count && !x.stems[s].class.has(isAdjective) {
			return true
		}
	}
	return false
}

// isConcept reports whether a word was said to name a concept: the notion of …
func (x *indexer) isConcept(g gram) bool {
	if g[1] >= 0 && x.stems[g[0]].class.has(isGeneral) && !isTelling(x.stems[g[0]].text) {
		return false // building socialism
	}
	return g[1] < 0 && (x.concepts[g[0]] || isDoctrine(x.stems[g[0]].text)) || g[2] < 0 && g[1] >= 0 && isDoctrine(x.stems[g[1]].text) && (namesDoctrine(x.stems[g[1]].text) || x.stems[g[1]].class == 0 && (x.stems[g[1]].plural > 0 || x.stems[g[0]].class == 0))
}

// addPhrase makes a candidate of a phrase.
func (x *indexer) addPhrase(r recurrence) {
	key := x.keyOf(r.gram)
	if x.byKey[key] != nil || x.called[key] || x.heads[key] {
		return
	}
	t := &term{origin: fromPhrase, title: r.form, concept: x.isConcept(r.gram)}
	x.addForm(t, r.form, fullForm)
	x.enter(t)
}

func (x *indexer) keyOf(g gram) string {
	var words []string
	for _, s := range g {
		if s >= 0 {
			words = append(words, x.stems[s].text)
		}
	}
	return strings.Join(words, " ")
}

// tally counts grams in one chapter.
type tally struct {
	count   int
	at      int  // first token
	heading bool // the chapter's title has it
	plain   bool // all its words are of general English
	apart   int  // times that no noun is behind it
	noun    bool // it stands where nouns do
}

// recurring returns the words and phrases of a chapter that might be subjects and
// stand in it twice or more, in the order of their first mention.
func (x *indexer) recurring(c *chapter) []recurrence {
	grams := map[gram]*tally{}
	stems := map[stemID]int{}
	headed := x.headed(c)
	title := x.stemsOf(book.PlainText(c.Title))
	add := func(g gram, at int) *tally {
		t := grams[g]
		if t == nil {
			t = &tally{at: at}
			grams[g] = t
		}
		t.count++
		return t
	}
	for i := range c.paragraphs {
		p := &c.paragraphs[i]
		if p.note != nil || p.silent() {
			continue
		}
		tokens := c.tokens[:p.to]
		for j := p.from; j < p.to; j++ {
			s := x.words[tokens[j].word].stem
			stems[s]++
			if x.isSubject(tokens, j) {
				t := add(gram{s, -1, -1}, j)
				if x.standsApart(tokens, j) {
					t.apart++
				}
				t.noun = t.noun || j > p.from && tokens[j].marks&(opens|parted) == 0 && x.leadsToNoun(tokens, j)
				t.heading = t.heading || headed[s] || t.count == 1 && slices.Contains(title, s)
			}
			if j+1 < p.to && x.isPhrase(tokens, j, j+2) {
				t := add(gram{s, x.words[tokens[j+1].word].stem, -1}, j)
				t.plain = x.isPlain(tokens, j, j+2)
				if tokens[j+1].marks&hyphened == 0 || x.standsApart(tokens, j+1) {
					t.apart++
				}
			}
			if j+2 < p.to && x.isPhrase(tokens, j, j+3) {
				add(gram{s, x.words[tokens[j+1].word].stem, x.words[tokens[j+2].word].stem}, j).plain = x.isPlain(tokens, j, j+3)
			}
		}
	}
	return x.pick(c, grams, stems)
}

// standsApart reports whether no word that a token may say something of is behind it.
func (x *indexer) standsApart(tokens []token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].marks&parted != 0 {
		return true
	}
	w := &x.words[tokens[i+1].word]
	return w.class.has(isFunction|isAdverb|isSpeech) || w.class.has(isVerb) && !w.class.has(isNoun|isKind) || strings.HasSuffix(w.text, "ed")
}

// headed returns the stems of the words in the headings of a chapter's sections, as
// far as these say something. Their capitals tell nothing.
func (x *indexer) headed(c *chapter) map[stemID]bool {
	in := map[stemID]bool{}
	for i := range c.paragraphs {
		p := &c.paragraphs[i]
		if !p.heading || p.silent() || p.section.generic {
			continue
		}
		for _, tok := range c.tokens[p.from:p.to] {
			in[x.words[tok.word].stem] = true
		}
	}
	return in
}

func (x *indexer) pick(c *chapter, grams map[gram]*tally, stems map[stemID]int) []recurrence {
	var out []recurrence
	for g, t := range grams {
		words := 1
		for words < 3 && g[words] >= 0 {
			words++
		}
		if words == 1 {
			text := x.stems[g[0]].text
			foreign := x.vocabulary.isForeign(text) || isDoctrine(text)
			least := 3
			if !isNominal(text) && !t.heading {
				least = 2
			}
			if (least*t.apart < t.count || !t.noun && !t.heading) && !foreign && !x.concepts[g[0]] {
				continue // the civil of civil war
			}
			if x.isGerund(text) || !foreign && !isNominal(text) && !t.heading && !x.concepts[g[0]] && t.count < plainCount || t.count < wordCount && !foreign && !x.concepts[g[0]] && !(t.heading && t.count > 1) {
				continue
			}
		} else if words == 2 && t.apart == 0 {
			continue // state-run mines
		} else if t.count < 2 && !x.isConcept(g) || isPrefix(x.stems[g[0]].text) || !x.coheres(g[:words], t.count, stems) || t.plain && !x.isFirm(g[:words], t.count, stems) {
			continue
		}
		out = append(out, recurrence{gram: g, chapter: c, count: t.count, form: x.phraseText(c, t.at, words), firm: words > 1 && x.isFirm(g[:words], t.count, stems) || words == 1 && t.heading && t.count > 1})
	}
	slices.SortFunc(out, func(a, b recurrence) int { return grams[a.gram].at - grams[b.gram].at })
	return slices.DeleteFunc(out, func(r recurrence) bool { // part of a longer one
		for _, o := range out {
			if o.count*3 >= r.count*2 && contains(o.gram, r.gram) {
				return true
			}
		}
		return false
	})
}

// contains reports whether a gram holds a shorter one whole.
func contains(long, short gram) bool {
	return long != short && short[1] >= 0 && long[2] >= 0 && short[2] < 0 &&
		(long[0] == short[0] && long[1] == short[1] || long[1] == short[0] && long[2] == short[1])
}

// coheres reports whether the words of a phrase stand together often enough to be
// more than neighbours.
func (x *indexer) coheres(g []stemID, count int, stems map[stemID]int) bool {
	least := stems[g[0]]
	for _, s := range g[1:] {
		least = min(least, stems[s])
	}
	return count*phraseShare >= least
}

// phraseText returns words of the text as they stand, without a capital that only
// the beginning of the sentence gave.
func (x *indexer) phraseText(c *chapter, at, n int) string {
	var b strings.Builder
	for i := at; i < at+n; i++ {
		w := &x.words[c.tokens[i].word]
		if i > at {
			if c.tokens[i].marks&hyphened != 0 {
				b.WriteByte('-')
			} else {
				b.WriteByte(' ')
			}
		}
		text := w.text
		if !x.isProper(w.stem) && !w.acronym {
			text = strings.ToLower(text)
		}
		if i == at+n-1 {
			text = withoutPossessive(text)
		}
		b.WriteString(text)
	}
	return b.String()
}

// isSubject reports whether a single word in small letters might be a subject.
func (x *indexer) isSubject(tokens []token, i int) bool {
	w := &x.words[tokens[i].word]
	if w.capital && (tokens[i].marks&opens == 0 || x.isProper(w.stem)) || w.number || len(w.text) < 5 || w.class.has(isGeneral|isBroad|isKind|isRole|isSpeech|isDemonym) || tokens[i].marks&hyphened != 0 ||
		x.stems[w.stem].class.has(isGeneral|isBroad|isKind) {
		return false
	}
	if i+1 < len(tokens) && tokens[i+1].marks&hyphened != 0 {
		return false
	}
	return !isModifier(w.text)
}

// isModifier tells adjectives, adverbs and participles by their endings.
func isModifier(word string) bool {
	for _, end := range []string{"ical", "ized", "ised", "ative", "arian", "ous", "ed", "able", "ible", "ly", "less", "ful", "istic", "atic", "etic", "ial", "ional",
		"ual", "ary", "ory", "ive", "ic", "al", "ese", "ish", "like", "wide", "ward", "wards", "self", "est"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// isDoctrine tells the names of doctrines and of their followers by their endings.
func isDoctrine(word string) bool {
	switch word {
	case "criticism", "mechanism", "organism", "tourism", "heroism", "optimism", "pessimism", "vandalism", "activism", "activist", "baptism", "magnetism", "metabolism",
		"enthusiasm", "skepticism", "professionalism", "alcoholism", "symbolism", "plagiarism", "cannibalism", "journalist", "criticist", "specialist", "scientist", "artist", "tourist", "realism":
		return false
	}
	return len(word) > 6 && (strings.HasSuffix(word, "ism") || strings.HasSuffix(word, "ist"))
}

// isNominal tells nouns made of verbs and adjectives by their endings.
func isNominal(word string) bool {
	for _, end := range []string{"ing", "tion", "sion", "ment", "ity", "ness", "ship", "ance", "ence"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// isGerund reports whether a word is made of one of general English by -ing.
func (x *indexer) isGerund(word string) bool {
	base, ok := strings.CutSuffix(word, "ing")
	return ok && (x.vocabulary.classes[base] | x.vocabulary.classes[base+"e"]).has(isGeneral)
}

// isPrefix tells words before a hyphen that are none by themselves.
func isPrefix(word string) bool {
	switch word {
	case "non", "anti", "pro", "pre", "post", "ex", "self", "co", "semi", "multi", "inter", "re", "sub", "ultra", "mid", "quasi":
		return true
	}
	return false
}

// isPhrase reports whether the words from..to might be a subject: none is a small
// word, the first is no general adjective or verb, the last is a noun.
func (x *indexer) isPhrase(tokens []token, from, to int) bool {
	for i := from; i < to; i++ {
		w := &x.words[tokens[i].word]
		hyphen := i > from && tokens[i].marks&hyphened != 0
		if w.number || len(w.text) < 2 || i > from && tokens[i].marks&parted != 0 || w.class.has(isAdverb|isSpeech) && !hyphen {
			return false
		}
		if w.class.has(isFunction) && !(tokens[from].marks&hyphened == 0 && from+1 < to && tokens[from+1].marks&hyphened != 0 && i < to-1) {
			return false
		}
		if w.capital && (tokens[i].marks&opens == 0 || x.isProper(w.stem)) && i != from {
			return false
		}
		if w.possessive && i < to-1 && (strings.HasSuffix(w.text, "'s") || strings.HasSuffix(w.text, "’s")) && w.capital {
			return false
		}
	}
	first, last := &x.words[tokens[from].word], &x.words[tokens[to-1].word]
	switch {
	case x.isEmptyPhrase(first, last):
		return false
	case tokens[from].marks&hyphened != 0, to < len(tokens) && tokens[to].marks&hyphened != 0, last.possessive:
		return false
	case first.class.has(isVerb) && !first.class.has(isNoun|isAdjective) && !strings.HasSuffix(first.text, "ed"),
		first.class.has(isAdjective) && !first.class.has(isNoun) && !isTelling(first.text) && !x.isSubjectWord(last.stem):
		return false
	case first.capital && x.isProper(first.stem), rootOf(first.text) != "" && tokens[from+1].marks&hyphened == 0: // Bolshevik policy, anarchist movement
		return false
	case strings.HasSuffix(first.text, "'s"), strings.HasSuffix(first.text, "’s"), strings.HasSuffix(first.text, "ed") && !isTelling(first.text), strings.HasSuffix(first.text, "ing") && first.class.has(isVerb):
		return false
	case last.class.has(isVerb) && !last.class.has(isNoun|isKind) || last.class.has(isAdjective) && !last.class.has(isNoun):
		return false
	case isModifier(last.text) && !last.class.has(isNoun|isKind) || strings.HasSuffix(last.text, "ed") || strings.HasSuffix(last.text, "ing") && last.class.has(isVerb):
		return false
	case x.stems[first.stem].class.has(isDemonym):
		return false
	}
	return true
}

// isPlain reports whether all words of a phrase are of general English, and the first
// is none that makes terms.
func (x *indexer) isPlain(tokens []token, from, to int) bool {
	for i := from; i < to; i++ {
		if !x.words[tokens[i].word].class.has(isGeneral) || i > from && tokens[i].marks&hyphened != 0 {
			return false
		}
	}
	return !isTelling(x.words[tokens[from].word].text)
}

// isTelling tells general adjectives that make terms with the nouns behind them:
// general strike, direct action.
func isTelling(word string) bool {
	switch strings.ToLower(word) {
	case "general", "direct", "mutual", "objective", "permanent", "private", "public", "free", "national", "civil", "armed", "secret", "political", "legal", "social",
		"central", "urban", "organic", "natural", "collective", "common", "popular", "social-", "red", "black", "green", "white", "martial":
		return true
	}
	return false
}

// findConcepts notes the words that the text calls a concept: the notion of
// declassing, the glavki system.
func (x *indexer) findConcepts() {
	for _, c := range x.chapters {
		for i := range c.paragraphs {
			p := &c.paragraphs[i]
			for j := p.from + 1; j < p.to; j++ {
				if c.tokens[j].marks&parted != 0 {
					continue
				}
				before, w := &x.words[c.tokens[j-1].word], &x.words[c.tokens[j].word]
				if isOf := before.text == "of"; isOf && j-1 > p.from && isConceptNoun(x.words[c.tokens[j-2].word].text) && !w.capital {
					x.concepts[w.stem] = true
				} else if isConceptNoun(w.text) && !before.capital && !before.class.has(isGeneral) && x.vocabulary.isForeign(before.text) {
					x.concepts[before.stem] = true
				}
			}
		}
	}
}

func isConceptNoun(word string) bool {
	switch word {
	case "notion", "concept", "idea", "theory", "doctrine", "thesis", "principle", "system", "ideology", "philosophy", "method", "technique", "policy":
		return true
	}
	return false
}

// isSubjectWord reports whether a stem is of a subject that indexes list, and no wide one:
// personal autonomy is a kind of autonomy.
func (x *indexer) isSubjectWord(s stemID) bool {
	text := x.stems[s].text
	return x.vocabulary.isSubject[text] && !x.vocabulary.isWide[text] && !x.isEveryday(text)
}
