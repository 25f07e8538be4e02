package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/collation"
	"publish/book/names"
)

// mention is one place of the text that names a term.
type mention struct {
	term      *term
	form      *form // nil for a link whose words are no form
	chapter   *chapter
	paragraph *paragraph
	at        int // token
	length    int // in tokens
	linked    bool
	listed    bool // among others, between commas
}

// place is a section, or a note, that speaks of a term.
type place struct {
	*section
	note    *book.Note
	hits    []spot // one for each paragraph that names the term
	count   int
	linked  bool
	heading bool // the section's own heading names it
	listed  int  // mentions among others
	weak    int  // by an adjective of its root
	topical bool // a sentence begins with a mention
}

// spot is the first mention in a paragraph.
type spot struct {
	order  int // of the paragraph
	count  int // mentions in it
	node   *book.Text
	offset int
}

// scanner finds the mentions in one chapter.
type scanner struct {
	*indexer
	*chapter
	forms *lookup
	seen  map[string]*term // persons named in full, by surname
	part  map[string]*term // what was named in full last, by the parts that stand for it
	out   []mention

	heading bool // the paragraph is one
}

// scan finds every mention of the terms in the book, counts how the text writes
// them, and gives each term its places.
func (x *indexer) scan(terms []*term) {
	for _, t := range terms {
		t.places, t.total, t.lower, t.upper, t.before, t.apart, t.surface = nil, 0, 0, 0, 0, 0, nil
		t.articled, t.bare, t.within = 0, 0, 0
		for _, f := range t.forms {
			f.count = 0
		}
	}
	forms := newLookup(terms)
	var found []mention
	for _, c := range x.chapters {
		s := &scanner{indexer: x, chapter: c, forms: forms, seen: map[string]*term{}, part: map[string]*term{}, out: found}
		for i := range c.paragraphs {
			if p := &c.paragraphs[i]; !p.silent() {
				s.paragraph(p)
			}
		}
		found = s.out
	}
	for i := range found {
		x.count(&found[i])
	}
	for _, t := range terms {
		t.proper = x.isName(t)
	}
	for i := range found {
		if m := &found[i]; !m.term.owns(m.chapter) { // its own chapter as a whole is the place
			x.settle(m)
		}
	}
}

// isName reports whether a term is a name, which keeps its capitals.
func (x *indexer) isName(t *term) bool {
	if t.person || t.origin == fromName || t.origin == fromWork || strings.HasSuffix(t.title, "!") || t.chapter != nil && t.isWork() || t.topic != nil && strings.Contains(t.title, ": ") || t.isNamesake(x.vocabulary) {
		return true
	}
	return t.upper > t.lower || t.upper+t.lower == 0 && x.looksProper(t)
}

// isNamesake reports whether a term is a body or paper of a country, as the qualifier says,
// though its title is made of common nouns.
func (t *term) isNamesake(v *vocabulary) bool {
	return t.tail != "" && t.chapter == nil && isCapital(lastWord(t.title)) && v.of(strings.ToLower(t.tail)).has(isCountry)
}

// looksProper reports whether a title that the text never has in mid-sentence is a
// name: one of its words is.
func (x *indexer) looksProper(t *term) bool {
	words := wordsOf(t.title)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if root := rootOf(last); root != "" && isDoctrine(strings.ToLower(last)) && (len(words) > 1 || x.isSmallRoot(root)) {
		return false
	}
	if t.chapter != nil && len(words) > 2 && x.stemClass(last).has(isBody|isEvent) && isCapital(last) || t.chapter == nil && isTitleOfThing(words) {
		return true
	}
	for i, w := range words {
		if s := x.stem(stemOf(w)); isCapital(w) && (x.isProper(s) || x.stems[s].class.has(isDemonym|isCountry)) && (i > 0 || len(words) > 1 || !x.stems[s].class.has(isBroad)) {
			return true
		}
	}
	return len(words) > 1 && t.kind.has(isKind)
}

// isSmallRoot reports whether the text writes the word that a doctrine is called after
// small: environmental, not Marx.
func (x *indexer) isSmallRoot(root string) bool {
	s, ok := x.byStem[root]
	return ok && x.stems[s].lower > x.stems[s].upper
}

func (s *scanner) paragraph(p *paragraph) {
	tokens := s.tokens[:p.to]
	s.heading = p.heading
	for i := p.from; i < p.to; {
		tok := &tokens[i]
		h, length := s.forms.find(tokens[i:], s.words, func(h hit, n int) bool { return s.accepts(h, tokens, i, n) })
		var linked *term
		if tok.marks&linkStart != 0 {
			linked = s.linkedTerm(s.nodes[tok.node])
		}
		m := mention{chapter: s.chapter, paragraph: p, at: i, length: max(length, 1), linked: linked != nil}
		switch {
		case linked != nil && (length == 0 || h.term != linked):
			m.term = linked
			m.length = s.linkLength(tokens, i)
		case length > 0:
			m.term, m.form = h.term, h.form
		default:
			i++
			continue
		}
		if m.term.family != "" && (m.form == nil || m.form.kind != familyForm) {
			s.seen[m.term.family] = m.term
		}
		if m.form == nil || m.form.kind != partForm {
			for _, f := range m.term.forms {
				if f.kind == partForm {
					s.part[f.text] = m.term
				}
			}
		}
		m.listed = isListed(tokens, i, i+m.length, s.indexer)
		s.out = append(s.out, m)
		i += m.length
	}
}

// linkedTerm returns the term that the link at a text leads to, nil for one that no
// longer stands for itself.
func (x *indexer) linkedTerm(node *book.Text) *term {
	t := x.linked[node]
	for t != nil && t.joined != nil {
		t = t.joined
	}
	if t == nil || t.dropped {
		return nil
	}
	return t
}

// linkLength returns how many tokens the link at i has.
func (s *scanner) linkLength(tokens []token, i int) int {
	for j := i; j < len(tokens) && j < i+12; j++ {
		if tokens[j].marks&linkEnd != 0 {
			return j - i + 1
		}
	}
	return 1
}

// accepts reports whether a form counts here. It must not be part of a word with
// hyphens, unless it is a name with something behind it. A surname stands for the
// person last named in full, or for the only one of that name in the book, unless
// another given name is before it.
func (s *scanner) accepts(h hit, tokens []token, i, n int) bool {
	if tokens[i].marks&hyphened != 0 {
		return false
	}
	if i+n < len(tokens) && tokens[i+n].marks&hyphened != 0 && !s.words[tokens[i].word].capital {
		return false
	}
	if s.losesHyphen(h.form, tokens[i:i+n]) {
		return false
	}
	if h.form.kind == partForm {
		if s.heading && !s.stems[h.form.stems[len(h.form.stems)-1]].class.has(isEvent) {
			return false // titles have capitals anyway
		}
		if whole := s.byKey[stemsText(h.form.text)]; whole != nil && whole != h.term && !whole.dropped {
			return false // the name of another subject
		}
		return s.part[h.form.text] == h.term || s.ofChapter[s.chapter] == h.term
	}
	if h.form.kind != familyForm {
		return true
	}
	if !s.isSurname(h.term, tokens, i, n) {
		return false
	}
	if owner := s.ofChapter[s.chapter]; owner != nil && owner.person && owner.family == h.term.family {
		return h.term == owner // in the chapter on a person the surname is that person's
	}
	if last := s.seen[h.term.family]; last != h.term && (last != nil || x1(s.families[h.term.family]) != h.term) {
		return false
	}
	if !s.meansPerson(h.term, tokens, i) {
		return false
	}
	if i == 0 || tokens[i].marks&parted != 0 {
		return true
	}
	before := s.words[tokens[i-1].word]
	first, size := utf8.DecodeRuneInString(before.text)
	return !unicode.IsUpper(first) || strings.HasPrefix(h.term.title, before.text[:size]) || before.class.has(isRole) ||
		s.names.Person(before.text+" "+s.words[tokens[i].word].text) != names.Likely
}

// meansPerson reports whether a surname that is a word of everyday English too means
// the person: in a chapter that has named the person, inside a sentence, and not behind
// an article. More and West are no one's names where a sentence begins.
func (s *scanner) meansPerson(t *term, tokens []token, i int) bool {
	if c := s.stems[s.words[tokens[i].word].stem].class | s.words[tokens[i].word].class; !c.has(isGeneral | isBroad | isKind | isDemonym) {
		return true
	}
	if s.seen[t.family] != t || tokens[i].marks&opens != 0 || s.heading {
		return s.seen[t.family] == t && s.heading && tokens[i].marks&opens == 0
	}
	return i == 0 || tokens[i].marks&parted != 0 || !isArticle(s.words[tokens[i-1].word].text)
}

func isArticle(word string) bool {
	return word == "the" || word == "a" || word == "an" || word == "The"
}

// x1 returns the only term of a list, nil if there are several or none.
func x1(list []*term) *term {
	if len(list) == 1 {
		return list[0]
	}
	return nil
}

// count notes how the text writes a term where a capital means something.
func (x *indexer) count(m *mention) {
	if m.form == nil {
		return
	}
	m.form.count++
	if m.length == 1 && m.paragraph.note == nil && !m.paragraph.heading {
		if x.isAttribute(m) {
			m.term.before++
		} else {
			m.term.apart++
		}
	}
	x.countArticle(m)
	first := &m.chapter.tokens[m.at]
	if m.paragraph.heading || m.paragraph.note != nil || m.term.person || first.marks&(opens|quoted) != 0 && m.length == 1 {
		return
	}
	t, words := m.term, x.spoken(m)
	if first.marks&opens == 0 && m.form.isOf(t) && (m.length > 1 || !isPluralForm(t.title) || isPluralForm(words)) {
		if isSmall(words) {
			t.lower++
		} else {
			t.upper++
		}
	}
	if t.surface == nil {
		t.surface = map[string]int{}
	}
	if first.marks&opens != 0 && !isSmall(words) {
		return
	}
	t.surface[words]++
}

// countArticle notes whether a mention stands behind the article, where it is more
// than the first part of a longer phrase.
func (x *indexer) countArticle(m *mention) {
	tokens := m.chapter.tokens
	if m.paragraph.heading || !m.form.isOf(m.term) || len(m.form.text)+len("The ") < len(m.term.title) || x.isAttribute(m) {
		return
	}
	if m.at > m.paragraph.from && tokens[m.at].marks&parted == 0 {
		switch x.words[tokens[m.at-1].word].text {
		case "the", "The":
			m.term.articled++
			return
		case "in", "In":
			m.term.within++
		}
	}
	m.term.bare++
}

// isOf reports whether a form is the title of a term, or of one root with it.
func (f *form) isOf(t *term) bool {
	return f.kind == fullForm || f.kind == shortForm || f.kind == derivedForm && derivedKey(f.text) != "" && derivedKey(t.title) == derivedKey(f.text)
}

// isAttribute reports whether a mention stands before a noun, without more
// than a blank or a hyphen between.
func (x *indexer) isAttribute(m *mention) bool {
	next := m.at + m.length
	if next >= m.paragraph.to || m.chapter.tokens[next].marks&parted != 0 || x.words[m.chapter.tokens[next-1].word].possessive {
		return false
	}
	w := &x.words[m.chapter.tokens[next].word]
	return !w.number && !w.class.has(isFunction|isAdverb|isSpeech) && (!w.class.has(isVerb) || w.class.has(isNoun|isKind))
}

// spoken returns the words of a mention as they stand, with a plain apostrophe and
// without the ending of a possessive.
func (x *indexer) spoken(m *mention) string {
	var b strings.Builder
	for i := m.at; i < m.at+m.length; i++ {
		if i > m.at {
			if m.chapter.tokens[i].marks&hyphened != 0 {
				b.WriteByte('-')
			} else {
				b.WriteByte(' ')
			}
		}
		text := x.words[m.chapter.tokens[i].word].text
		if i == m.at+m.length-1 {
			text = withoutPossessive(text)
		}
		b.WriteString(text)
	}
	return plainApostrophe(b.String())
}

// isSmall reports whether words begin with a small letter, a leading article not
// counted.
func isSmall(words string) bool {
	_, rest := collation.Article(words)
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(first)
}

// settle gives a mention to its place. A proper name does not stand where the same
// word is written small.
func (x *indexer) settle(m *mention) {
	t := m.term
	tokens := m.chapter.tokens
	if m.form != nil && t.proper && !t.person && !m.linked && m.form.kind != derivedForm && !m.paragraph.heading {
		if w := &x.words[tokens[m.at].word]; !w.capital && len(m.form.stems) == 1 {
			return
		}
	}
	if w := &x.words[tokens[m.at].word]; !t.proper && !m.linked && m.length == 1 && w.capital && (tokens[m.at].marks&opens == 0 && x.isProper(w.stem) || w.class.has(isDemonym) && !isPluralForm(w.text)) && x.isAttribute(m) {
		return // Soviet Russia speaks of no soviets
	}
	derived := m.form != nil && m.form.kind == derivedForm && m.length == 1
	if derived && !t.proper && !m.linked && !m.paragraph.heading && x.words[tokens[m.at].word].capital && tokens[m.at].marks&opens == 0 {
		return // Democrats are a party
	}
	weak := derived && x.isAttribute(m) // capitalist countries hardly speak of capitalism
	if !weak || x.isCommonSubject(t) && !x.isEveryday(stemsText(t.title)) {
		t.total++
	}
	p := m.paragraph
	last := len(t.places) - 1
	if last < 0 || t.places[last].section != p.section || t.places[last].note != p.note {
		t.places = append(t.places, &place{section: p.section, note: p.note})
		last++
	}
	at := t.places[last]
	at.count++
	at.linked = at.linked || m.linked && m.form != nil
	at.heading = at.heading || p.heading
	switch {
	case weak:
		at.weak++
	case m.listed:
		at.listed++
	}
	first := tokens[m.at].marks
	if m.at > p.from {
		first |= tokens[m.at-1].marks
	}
	at.topical = at.topical || first&opens != 0 && !m.listed
	if n := len(at.hits); p.heading {
		return
	} else if n > 0 && at.hits[n-1].order == p.order {
		at.hits[n-1].count++
		return
	}
	tok := tokens[m.at]
	at.hits = append(at.hits, spot{order: p.order, count: 1, node: m.chapter.nodes[tok.node], offset: int(tok.offset)})
}
