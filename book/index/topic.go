package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/names"
)

// topics makes candidates of what the wiki names, and notes the links that lead to
// them.
func (x *indexer) topics(b *book.Book) {
	byTopic := map[*book.Topic]*term{}
	for _, topic := range b.Topics {
		if t := x.topicTerm(topic); t != nil {
			byTopic[topic] = x.enter(t)
		}
	}
	x.joinQualified()
	apart := map[string]*term{}
	for _, m := range b.Mentions {
		t := byTopic[m.Topic]
		for t != nil && t.joined != nil {
			t = t.joined
		}
		if t == nil {
			continue
		}
		if x.apart(m.Topic.Title, m.Name) {
			own := apart[m.Name]
			if own == nil {
				if own = x.topicTerm(&book.Topic{Title: m.Name}); own == nil {
					continue
				}
				own.broad = t
				own = x.enter(own)
				apart[m.Name] = own
			}
			t = own
		}
		t.links++
		x.variant(t, m.Words)
		t.noteCalling(m.Words)
		if m.Note == nil {
			x.link(m.At, t, len(m.Words))
		}
	}
}

// enter adds a candidate, or joins it with the one that has the same words.
func (x *indexer) enter(t *term) *term {
	key := keyOfTitle(t.title)
	if t.tail != "" {
		key += "/" + strings.ToLower(t.tail)
	}
	same := x.byKey[key]
	if same == nil {
		x.byKey[key] = t
		x.terms = append(x.terms, t)
		return t
	}
	if same.chapter != nil && t.chapter != nil {
		x.terms = append(x.terms, t) // two chapters of one name
		return t
	}
	if t.chapter != nil || t.origin < same.origin {
		same.topic, same.title, same.chapter, same.person, same.family, same.origin = t.topic, t.title, t.chapter, t.person, t.family, t.origin
	}
	for _, f := range t.forms {
		x.addForm(same, f.text, f.kind)
	}
	return same
}

// joinQualified gives what a title without qualifier calls to the only one with
// such a title that has one, where nobody has written the article without.
func (x *indexer) joinQualified() {
	qualified := map[string][]*term{}
	for _, t := range x.terms {
		if t.tail != "" {
			key := stemsText(t.title)
			qualified[key] = append(qualified[key], t)
		}
	}
	x.terms = slices.DeleteFunc(x.terms, func(t *term) bool {
		key := stemsText(t.title)
		if t.tail != "" || t.origin == fromArticle || len(qualified[key]) != 1 {
			return false
		}
		to := qualified[key][0]
		if x.isCommonTitle(t.title) && x.vocabulary.of(strings.ToLower(to.tail)).has(isCountry) {
			return false // direct action, and the newspaper of the name
		}
		if hasDigit(to.tail) && x.stemClass(wordsOf(t.title)[0]).has(isDemonym|isCountry) {
			return false // the revolution of another year
		}
		if len(to.title) == len(to.tail) || !strings.Contains(to.title, " ") {
			return false
		}
		t.joined = to
		to.named += t.named
		x.byKey[key] = to
		x.addForm(to, t.title, fullForm)
		return true
	})
}

// isCommonTitle reports whether general English has all the words of a title, and none
// names a body or an event.
func (x *indexer) isCommonTitle(title string) bool {
	for _, w := range wordsOf(title) {
		if c := x.stemClass(w); c == 0 || c.has(isBody|isEvent|isCountry|isDemonym) {
			return false
		}
	}
	return true
}

// link notes the term of the first text of a link, and the length of its words.
func (x *indexer) link(at book.Inline, t *term, length int) {
	done := false
	book.WalkInlines([]book.Inline{at}, func(in book.Inline) bool {
		if text, ok := in.(*book.Text); ok && !done {
			x.linked[text], done = t, true
			x.linkLength[text] = max(length, 1)
		}
		return !done
	})
}

// topicTerm makes the candidate of a topic, nil for one that no index lists.
func (x *indexer) topicTerm(topic *book.Topic) *term {
	title, tail := qualifier(topic.Title)
	if topic.Chapter != nil && namespaced(title) {
		_, title, _ = strings.Cut(title, ":")
	}
	if x.isStopped(title) || topic.Chapter == nil && (isPortal(title) || !topic.Written && x.isSentence(title)) {
		return nil
	}
	t := &term{origin: fromLink, topic: topic, title: title, tail: tail, chapter: x.chapterOf[topic.Chapter]}
	if topic.Written {
		t.origin = fromArticle
	}
	t.person = x.isPerson(title, tail, topic.Categories)
	if t.person {
		t.family = x.familyOf(title)
	}
	if tail == "" || len(strings.Fields(title)) > 1 || t.chapter != nil {
		kind := fullForm
		if hasDigit(tail) && x.stemClass(wordsOf(title + " x")[0]).has(isDemonym|isCountry) {
			kind = partForm // a country has one more than once
		}
		f := x.addForm(t, title, kind)
		if words := wordsOf(title); f != nil && len(words) == 2 && words[0] == "The" && x.stemClass(words[1]).has(isGeneral) {
			f.capital = []bool{false, true} // The Times
		} else if f != nil && tail != "" && t.chapter == nil && x.vocabulary.of(strings.ToLower(tail)).has(isCountry) {
			f.capital = capitalsOf(title, true) // the newspaper Direct Action, not direct action
		}
		if rest, ok := strings.CutPrefix(title, "The "); ok && strings.Contains(rest, " ") {
			x.addForm(t, rest, fullForm)
		}
	}
	for _, alias := range topic.Aliases {
		name, _ := qualifier(alias)
		if !x.apart(topic.Title, alias) && !x.isStopped(name) {
			x.addForm(t, name, variantForm)
		}
	}
	return t
}

// apart reports whether a redirect is a subject of its own, though the wiki has no
// page for it: the page on Marxism is no page on Marx, nor that on the abolition of
// police one on the police.
func (x *indexer) apart(title, alias string) bool {
	if strings.EqualFold(title, alias) {
		return false
	}
	title, _ = qualifier(title)
	alias, _ = qualifier(alias)
	person := x.names.Person(title) == names.Likely
	if person != (x.names.Person(alias) == names.Likely) {
		return true
	}
	if person {
		return false // with a middle name, or without
	}
	if x.isOtherEvent(title, alias) {
		return true
	}
	if root := rootOf(alias); root != "" && !strings.Contains(alias, " ") && !strings.Contains(strings.ToLower(title), root) {
		return true // the people of a place or an event
	}
	a, b := strings.Fields(stemsText(title)), strings.Fields(stemsText(alias))
	if len(a) < len(b) {
		a, b = b, a
	}
	return len(b) < len(a) && !slices.ContainsFunc(b, func(w string) bool { return !slices.Contains(a, w) })
}

// isOtherEvent reports whether two titles name two events of one kind that have nothing
// else in common: the February Revolution is not the Russian Revolution, though a link
// that means the one may lead to the other.
func (x *indexer) isOtherEvent(a, b string) bool {
	one, other := strings.Fields(stemsText(a)), strings.Fields(stemsText(b))
	n, m := len(one)-1, len(other)-1
	if n < 1 || m < 1 || one[n] != other[m] || !x.stemClass(one[n]).has(isEvent) {
		return false
	}
	return !slices.ContainsFunc(one[:n], func(w string) bool { return slices.Contains(other[:m], w) })
}

// variant adds the words of a link as a form, if they are a name for the subject
// and not only something said of it.
func (x *indexer) variant(t *term, words string) {
	words = strings.TrimSpace(words)
	if words == "" || t.person && !isCapital(words) {
		return
	}
	parts := wordsOf(words)
	if len(parts) == 0 || len(parts) > 6 {
		return
	}
	last := parts[len(parts)-1]
	if isPossessive(last) {
		words = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(words, "'s"), "’s"), "'’")
	}
	if _, ok := x.byKey[stemsText(words)]; ok || x.isOtherSubject(t, words) {
		return // the name of another subject, or of this
	}
	switch {
	case t.person:
		if x.names.Person(words) == names.Likely && x.familyOf(words) == t.family && t.family != "" {
			x.addForm(t, words, variantForm)
		}
	case len(parts) == 1 && isAcronym(parts[0]):
		if isInitials(parts[0], t.title) {
			x.addForm(t, words, shortForm)
		}
	case len(parts) == 1 && sharedRoot(stemOf(parts[0]), stemsText(t.title)):
		x.addForm(t, words, derivedForm)
	case x.isPartOf(parts, t.title):
		x.addForm(t, words, partForm)
	case len(parts) > 1 && isTitleCase(parts) && !x.isSentence(words) && x.names.Person(words) != names.Likely && !x.isOtherEvent(words, t.title):
		x.addForm(t, words, variantForm)
	}
}

// isPartOf reports whether words are some of a title's that call its subject by
// themselves: two, or one that general English does not have.
func (x *indexer) isPartOf(words []string, title string) bool {
	whole := strings.Fields(stemsText(title))
	telling := len(words) > 1
	for _, w := range words {
		if !slices.Contains(whole, stemOf(w)) {
			return false
		}
		telling = telling || !x.stemClass(w).has(isGeneral|isKind|isBroad|isCountry|isDemonym)
	}
	return telling
}

// isInitials reports whether an abbreviation is made of the first letters of the
// words of a name, in order, though not of all.
func isInitials(short, name string) bool {
	letters := []rune(strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(short, ".", ""), "s")))
	if len(letters) < 2 {
		return false
	}
	n := 0
	for _, w := range wordsOf(name) {
		first, _ := utf8.DecodeRuneInString(strings.ToLower(w))
		if n < len(letters) && first == letters[n] {
			n++
		}
	}
	return n == len(letters)
}

// sharedRoot reports whether two single words are of one root.
func sharedRoot(a, b string) bool {
	if strings.Contains(b, " ") {
		return false
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && n >= min(len(a), len(b))-3
}

func isTitleCase(words []string) bool {
	return isCapital(words[0]) && isCapital(words[len(words)-1])
}

func isCapital(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// isStopped tells titles that are no subjects: years, months, pages of the wiki's
// own.
func (x *indexer) isStopped(title string) bool {
	if word, _, numbered := strings.Cut(title, "-"); hasDigit(title) && !strings.Contains(title, " ") && !(numbered && !hasDigit(word) && len(word) > 3) {
		return true // 1917, and not COVID-19
	}
	for _, end := range [...]string{"'ll", "'m", "'ve", "'re", "n't", "'d"} {
		if strings.HasSuffix(strings.ToLower(plainApostrophe(title)), end) {
			return true
		}
	}
	if utf8.RuneCountInString(title) < 2 || strings.IndexFunc(title, unicode.IsLetter) < 0 {
		return true
	}
	words := strings.Fields(title)
	if last := words[len(words)-1]; len(words) <= 3 && isMonth(words[0]) && (len(words) == 1 || isDigit(last[0])) {
		return true
	}
	if strings.Trim(title, "0123456789s–- BCEAD") == "" {
		return true
	}
	switch last := words[len(words)-1]; last {
	case "BC", "BCE", "CE", "AD":
		return true
	}
	switch strings.ToLower(title) {
	case "faq", "phd", "wikipedia", "anarwiki", "main page", "contributing", "articles wanted", "welcome", "jane", "sic", "century", "here", "this", "website", "see also":
		return true
	}
	if len(words) == 1 && x.vocabulary.of(strings.ToLower(title)).has(isFunction) {
		return true
	}
	return strings.HasSuffix(strings.ToLower(title), " century") || strings.Contains(title, "://")
}

func isMonth(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}

// isSentence reports whether a title that nobody has written an article on, or the words of
// a link, say what happens: Riots break out in Ruritania.
func (x *indexer) isSentence(title string) bool {
	words := wordsOf(title)
	for i := 1; i+1 < len(words); i++ {
		if isCapital(words[i]) || isCapital(words[i+1]) && words[i+1] != "In" {
			continue
		}
		c, next := x.vocabulary.of(words[i]), words[i+1]
		finite := c.has(isVerb) && !c.has(isAdjective|isFunction) && !strings.HasSuffix(words[i], "ing") && !strings.HasSuffix(words[i], "ed")
		if finite && (!c.has(isNoun) || next == "out" || next == "up" || next == "down") || strings.HasSuffix(words[i], "s") && c.has(isVerb) && !c.has(isNoun) {
			return true
		}
	}
	return false
}

// isPortal tells pages that only list others.
func isPortal(title string) bool {
	return strings.HasPrefix(title, "List of ") || strings.HasPrefix(title, "Timeline of ") || namespaced(title)
}

// namespaced reports whether a title begins with a name space of the wiki: a word
// and a colon without a blank.
func namespaced(title string) bool {
	i := strings.IndexByte(title, ':')
	return i > 0 && i+1 < len(title) && title[i+1] != ' ' && !strings.Contains(title[:i], " ")
}

// keyOfTitle returns the stems of a title without a leading article.
func keyOfTitle(title string) string {
	key := stemsText(title)
	if rest, ok := strings.CutPrefix(key, "the "); ok {
		return rest
	}
	return key
}

// isOtherSubject reports whether the words of a link are a subject that indexes list, and
// have no word of the title of the page that the link leads to: direct democracy is no
// town meeting.
func (x *indexer) isOtherSubject(t *term, words string) bool {
	key := stemsText(words)
	if !x.vocabulary.isSubject[key] {
		return false
	}
	title := strings.Fields(stemsText(t.title))
	return !slices.ContainsFunc(strings.Fields(key), func(w string) bool {
		return slices.ContainsFunc(title, func(other string) bool {
			return w == other || derivedKey(w) != "" && derivedKey(w) == derivedKey(other)
		})
	})
}
