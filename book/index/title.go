package index

import (
	"slices"
	"strings"
)

// findHeadings adds what the headings of sections name: their parts between small
// words, as far as the text uses them too, or as they name an event.
func (x *indexer) findHeadings() {
	for _, c := range x.chapters {
		for i := range c.paragraphs {
			p := &c.paragraphs[i]
			if !p.heading || p.section.generic || p.section.sources {
				continue
			}
			for _, part := range x.headingParts(c, p) {
				x.addHeading(c, part[0], part[1], part == [2]int{p.from, p.to})
			}
		}
	}
}

// headingParts returns the runs of tokens of a heading that small words, figures
// and marks part from each other.
func (x *indexer) headingParts(c *chapter, p *paragraph) [][2]int {
	var out [][2]int
	from := p.from
	for i := p.from; i <= p.to; i++ {
		if i < p.to {
			w := &x.words[c.tokens[i].word]
			hyphen := c.tokens[i].marks&hyphened != 0 || i+1 < p.to && c.tokens[i+1].marks&hyphened != 0
			if i == from && c.tokens[i].marks&parted != 0 || c.tokens[i].marks&parted == 0 {
				if !w.class.has(isFunction) && !w.number || hyphen {
					continue
				}
			} else {
				if i > from {
					out = append(out, [2]int{from, i})
				}
				from = i
				if w.class.has(isFunction) || w.number {
					from++
				}
				continue
			}
		}
		if i > from {
			out = append(out, [2]int{from, i})
		}
		from = i + 1
	}
	return out
}

// addHeading makes a candidate of a part of a heading, or of a whole one, which needs not
// stand in the text: it is what the section is about.
func (x *indexer) addHeading(c *chapter, from, to int, whole bool) {
	words := make([]*word, to-from)
	for i := range words {
		words[i] = &x.words[c.tokens[from+i].word]
	}
	if len(words) < 2 || len(words) > 4 {
		return
	}
	form := x.phraseText(c, from, to-from)
	key := stemsText(form)
	if x.byKey[key] != nil || x.isStopped(form) {
		return
	}
	first, last := words[0], words[len(words)-1]
	event := x.stems[last.stem].class.has(isEvent) && x.isProper(first.stem) && !x.stems[first.stem].class.has(isDemonym) && !x.isPeople(first.stem)
	if x.isDatedEvent(c, from, to, last) {
		event, form = true, x.spanText(c.tokens, from, to)
	}
	if body := x.startOf(key); body != nil {
		x.addForm(body, form, variantForm)
		return
	}
	if !event && (x.isEmptyPhrase(first, last) || !x.isNounPhrase(words) || !(whole && rootOf(first.text) == "") && x.occurs(c, from, to) < 1+int(last.class&isNoun/isNoun)) {
		return
	}
	if !event {
		form = x.spokenSmall(form)
	}
	t := &term{origin: fromHeading, title: form, kind: x.stems[last.stem].class & isEvent}
	x.addForm(t, form, fullForm)
	x.enter(t)
}

// spokenSmall writes a phrase from a heading as the text would: words that it never has
// with a capital inside a sentence are small.
func (x *indexer) spokenSmall(phrase string) string {
	words := strings.Split(phrase, " ")
	for i, w := range words {
		if x.stems[x.stem(stemOf(w))].upper == 0 && !isAcronym(w) {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// isDatedEvent reports whether a part of a heading is the name of an event for the year
// that stands beside it: the Peasants' Revolt (1381).
func (x *indexer) isDatedEvent(c *chapter, from, to int, last *word) bool {
	year := func(i int) bool {
		return i >= 0 && i < len(c.tokens) && isYear(x.words[c.tokens[i].word].text)
	}
	if !last.capital || !x.stems[last.stem].class.has(isEvent) || isPluralForm(last.text) {
		return false
	}
	return year(from-1) && c.tokens[from].marks&opens == 0 || year(to) && c.tokens[to].marks&bracket != 0
}

// startOf returns the candidate whose title begins with the words of a key and has
// one word more, which is of a kind: the Socialist Revolutionary Party for the
// socialist revolutionaries.
func (x *indexer) startOf(key string) *term {
	for _, kind := range [...]string{"party", "movement", "army", "union", "organization", "group", "rebellion", "uprising"} {
		if t := x.byKey[key+" "+kind]; t != nil && t.chapter == nil {
			return t
		}
	}
	return nil
}

// isNounPhrase reports whether words may be a subject: the last is a noun, and not
// all are of general English.
func (x *indexer) isNounPhrase(words []*word) bool {
	first, last := words[0], words[len(words)-1]
	if last.possessive || last.class.has(isVerb|isAdjective|isAdverb|isFunction) && !last.class.has(isNoun|isKind|isBroad) || isModifier(last.text) && !last.class.has(isNoun|isBroad|isKind) {
		return false
	}
	if strings.HasSuffix(first.text, "ing") && (first.class | x.stems[first.stem].class).has(isVerb) {
		return false // preventing accumulation
	}
	if first.class.has(isAdjective|isAdverb) && !first.class.has(isNoun|isBroad) && !isTelling(first.text) || x.stems[first.stem].class.has(isDemonym) || x.isProper(first.stem) {
		return false
	}
	return slices.ContainsFunc(words, func(w *word) bool { return !w.class.has(isGeneral) }) || isTelling(first.text)
}

// isEmptyPhrase reports whether the last word of a phrase says nothing of what it is
// about, and the first does not either.
func (x *indexer) isEmptyPhrase(first, last *word) bool {
	return x.stems[last.stem].class.has(isEmpty) && !x.vocabulary.isForeign(x.stems[first.stem].text)
}

// isPeople reports whether a name is that of a group of persons, as its plural shows
// or a doctrine that goes with it.
func (x *indexer) isPeople(s stemID) bool {
	text := x.stems[s].text
	t := x.byKey[text]
	return rootOf(text) != "" || t != nil && t.topic != nil && isPluralForm(t.title)
}

// occurs returns how often the words of a heading stand together in the text of the
// chapter, and not as part of a name.
func (x *indexer) occurs(c *chapter, from, to int) int {
	count := 0
	for i := range c.paragraphs {
		p := &c.paragraphs[i]
		if p.heading || p.silent() || p.note != nil {
			continue
		}
		for j := p.from; j+to-from <= p.to; j++ {
			k := 0
			for k < to-from && x.words[c.tokens[j+k].word].stem == x.words[c.tokens[from+k].word].stem && (k == 0 || c.tokens[j+k].marks&parted == 0) {
				k++
			}
			if w := &x.words[c.tokens[j].word]; k == to-from && (!w.capital || c.tokens[j].marks&opens != 0) {
				count++
			}
		}
	}
	return count
}

// findWorks adds the titles of works that stand in the text in italic, or between quotation
// marks where the text says that it is one.
func (x *indexer) findWorks() {
	x.eachProse(func(c *chapter, p *paragraph) {
		for j := p.from; j < p.to; {
			end := j
			for end < p.to && c.tokens[end].marks&italic != 0 && (end == j || c.tokens[end].marks&(parted|opens) == 0 || c.tokens[end].marks&(comma|colon) != 0) {
				end++
			}
			if end == j {
				end = x.quotedTitle(c, p, j)
			}
			if end == j {
				j++
				continue
			}
			x.addWork(c, p, j, end)
			j = end
		}
	})
}

// quotedTitle returns the index behind a title that begins at a token between quotation
// marks: words with capitals, behind the noun for a work or the possessive of its author.
// It returns from for other quotations.
func (x *indexer) quotedTitle(c *chapter, p *paragraph, from int) int {
	if c.tokens[from].marks&quoted == 0 || from == p.from || c.tokens[from].marks&(opens|comma) != 0 {
		return from
	}
	before := &x.words[c.tokens[from-1].word]
	if before.text == "of" && from > p.from+1 {
		before = &x.words[c.tokens[from-2].word] // the author of
	}
	if !x.stems[before.stem].class.has(isWork) && !isTextNoun(before.text) && !(before.possessive && before.capital && x.isProper(before.stem)) {
		return from
	}
	end := from + 1
	for end < p.to && (c.tokens[end].marks&parted == 0 || c.tokens[end].marks&colon != 0) {
		end++
	}
	for i := from; i < end; i++ {
		if w := &x.words[c.tokens[i].word]; !w.capital && !w.class.has(isFunction) {
			return from
		}
	}
	if end < from+3 {
		return from
	}
	return end
}

// isTextNoun tells nouns before a title that are no kinds of things with names.
func isTextNoun(word string) bool {
	switch word {
	case "author", "article", "booklet", "brochure", "chapter", "editorial", "entitled", "leaflet", "lecture", "speech", "title", "titled", "zine":
		return true
	}
	return false
}

// longTitle is how many letters a title has that stands without its subtitle: more than
// two lines of a column leave little room for locators.
const longTitle = 60

// addWork makes a candidate of the words from..to, which are set as a title. One of a
// single word needs an author.
func (x *indexer) addWork(c *chapter, p *paragraph, from, to int) {
	n := to - from
	if n < 1 || n > maxForm || to < p.to && c.tokens[to].marks&italic != 0 || !x.isTitleAt(c, from, to) {
		return
	}
	title, short := x.titleAt(c, from, to), ""
	if colonAt := strings.Index(title, ": "); colonAt > 0 {
		short = title[:colonAt]
	}
	author := x.authorOf(c, p, from, to, title)
	if whole := title; len(whole) > longTitle && len(wordsOf(short)) > 1 {
		title, short = short, whole
	}
	if n == 1 {
		if author != "" && len(title) > 3 {
			t := &term{origin: fromWork, title: title, tail: author, author: author, kind: isWork}
			x.addForm(t, title, fullForm).italic = true
			x.enter(t)
		}
		return
	}
	if same := x.byKey[stemsText(title)]; same != nil {
		if same.author == "" && !same.person {
			same.author, same.kind = author, same.kind|isWork
		}
		return
	}
	t := &term{origin: fromWork, title: title, kind: isWork, author: author}
	x.addForm(t, title, fullForm)
	if len(wordsOf(short)) > 1 && x.byKey[stemsText(short)] == nil { // the other form
		x.addForm(t, short, variantForm)
	}
	x.enter(t)
}

// isTitleAt reports whether the words from..to are a title rather than a sentence.
func (x *indexer) isTitleAt(c *chapter, from, to int) bool {
	first, last := &x.words[c.tokens[from].word], &x.words[c.tokens[to-1].word]
	if !first.capital || !last.capital && !last.number || to-from > 2 && c.tokens[from+2].marks&colon != 0 && strings.EqualFold(x.words[c.tokens[from+1].word].text, "article") {
		return false // Main Article: …
	}
	small := 0
	for i := from + 1; i < to; i++ {
		if w := &x.words[c.tokens[i].word]; !w.capital && !w.class.has(isFunction) {
			small++
		}
	}
	return 3*small <= to-from+1
}

// titleAt returns the words of a title with its hyphens, commas and colon.
func (x *indexer) titleAt(c *chapter, from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		switch m := c.tokens[i].marks; {
		case i == from:
		case m&colon != 0:
			b.WriteString(": ")
		case m&comma != 0:
			b.WriteString(", ")
		case m&hyphened != 0:
			b.WriteByte('-')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(x.words[c.tokens[i].word].text)
	}
	return b.String()
}
