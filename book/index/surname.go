package index

import (
	"slices"
	"strings"
)

// isSurname reports whether n tokens from i on are the surname of a person to the
// letter, and no part of the name of somebody or something else: Williams is neither
// William nor the Williams Company, nor is Vincent Edna St. Vincent Millay.
func (s *scanner) isSurname(t *term, tokens []token, i, n int) bool {
	last := &s.words[tokens[i+n-1].word]
	if !t.hasWord(withoutPossessive(last.text)) {
		return false
	}
	if last.possessive || i+n >= len(tokens) || tokens[i+n].marks&parted != 0 {
		return true
	}
	next := &s.words[tokens[i+n].word]
	if isJoint(next.text) && i+n+1 < len(tokens) && tokens[i+n+1].marks&parted == 0 {
		return next.text == "and" || next.text == "the" || next.text == "of" || next.text == "for" || !s.words[tokens[i+n+1].word].capital
	}
	return !next.capital || next.class.has(isFunction|isRole) || s.heading
}

// hasWord reports whether a word is among those of the names of a term, in the singular
// or, for a family, the plural.
func (t *term) hasWord(word string) bool {
	same := func(w string) bool { return strings.EqualFold(w, word) || strings.EqualFold(w+"s", word) }
	if slices.ContainsFunc(wordsOf(t.title), same) {
		return true
	}
	return slices.ContainsFunc(t.forms, func(f *form) bool {
		return f.kind != familyForm && slices.ContainsFunc(wordsOf(f.text), same)
	})
}

// losesHyphen reports whether a form with a hyphen before a small word stands without:
// he works in the mill is no work-in.
func (s *scanner) losesHyphen(f *form, tokens []token) bool {
	if !strings.Contains(f.text, "-") {
		return false
	}
	for i := 1; i < len(tokens); i++ {
		if s.words[tokens[i].word].class.has(isFunction) && tokens[i].marks&hyphened == 0 && strings.Contains(f.text, "-"+s.words[tokens[i].word].text) {
			return true
		}
	}
	return false
}
