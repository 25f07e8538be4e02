package index

import (
	"slices"
	"strings"
)

// preferred returns the title, or the form that the text has instead where it never
// has the title's words.
func (x *indexer) preferred(t *term) string {
	if t.chapter != nil || t.topic == nil || len(t.forms) < 2 {
		return t.title
	}
	best, title := (*form)(nil), 0
	for _, f := range t.forms {
		if f.kind == fullForm {
			title += f.count
		} else if x.isOthersRoot(f, t) || strings.HasSuffix(strings.ToLower(t.title), "ism") && strings.HasSuffix(strings.ToLower(f.text), "ist") {
			continue
		} else if (f.kind == variantForm && namesDoctrine(f.text) == t.namesDoctrine() && !strings.HasSuffix(f.text, "ik") || f.kind == derivedForm && !isModifier(strings.ToLower(f.text)) && rootOf(f.text) == "") && (best == nil || f.count > best.count) && !x.isPartOf(wordsOf(f.text), t.title) {
			best = f
		}
	}
	if best == nil || best.count < 1 || 4*title > best.count || len(best.text) < 4 {
		return t.title
	}
	return best.text
}

// isOthersRoot reports whether a form is made of the root that another term is called by:
// the Makhnovist movement, where there are Makhnovists.
func (x *indexer) isOthersRoot(f *form, t *term) bool {
	key := derivedKey(f.text)
	if f.kind != variantForm || key == "" || key == derivedKey(t.title) {
		return false
	}
	if x.roots == nil {
		x.roots = map[string]bool{}
		for _, o := range x.terms {
			if root := derivedKey(o.title); root != "" && !o.dropped {
				x.roots[root] = true
			}
		}
	}
	return x.roots[key]
}

// follower returns the plural of the word for the followers of a doctrine where the
// text speaks of them rather than of it: anarchists.
func (x *indexer) follower(t *term) string {
	root := rootOf(t.title)
	if root == "" || t.chapter != nil {
		return ""
	}
	doctrine, followers, form := 0, 0, ""
	forms := make([]string, 0, len(t.surface))
	for f := range t.surface {
		forms = append(forms, f)
	}
	slices.Sort(forms)
	for _, f := range forms {
		n := t.surface[f]
		switch s := strings.ToLower(f); {
		case strings.HasSuffix(s, "ists") || strings.HasSuffix(s, "iks"):
			followers += n
			if form == "" || n > t.surface[form] && isSmall(f) == isSmall(form) || isSmall(f) != t.proper && isSmall(form) == t.proper {
				form = f
			}
		case strings.HasSuffix(s, "ism") || strings.HasSuffix(s, "ization") || strings.HasSuffix(s, "isation"):
			doctrine += n
		}
	}
	if followers < 2 || followers <= doctrine {
		word := strings.ToLower(t.title)
		if doctrine == 0 && (strings.HasSuffix(word, "ists") || strings.HasSuffix(word, "iks")) && !t.proper {
			return x.lowered(t.title)
		}
		if doctrine == 0 && (strings.HasSuffix(word, "ist") || strings.HasSuffix(word, "ik")) {
			if !t.proper {
				return x.lowered(t.title) + "s"
			}
			return t.title + "s" // nobody looks for one of them
		}
		if doctrine > 0 && (strings.HasSuffix(word, "ist") || strings.HasSuffix(word, "ik")) {
			return t.doctrineOf(forms)
		}
		return ""
	}
	return form
}

// doctrine returns the name of a doctrine that is called after two persons as it is
// written: Marxism-Leninism for Marxist Leninism and Marxist-Leninism.
func (x *indexer) doctrine(title string) string {
	words := wordsOf(title)
	if len(words) != 2 || !strings.HasSuffix(words[1], "ism") || !isCapital(words[0]) || !x.isProper(x.stem(stemOf(words[1]))) {
		return title
	}
	root, of := derivation(words[0])
	if root == "" || of != 0 || !x.isProper(x.stem(stemOf(words[0]))) {
		return title
	}
	for _, ending := range derivations[0] {
		if whole, ok := strings.CutSuffix(words[0], ending); ok {
			return whole + "ism-" + words[1]
		}
	}
	return title
}

// doctrineOf returns, of several forms, the one that names the doctrine itself most
// often, "" for none.
func (t *term) doctrineOf(forms []string) string {
	best := ""
	for _, f := range forms {
		if namesDoctrine(f) && (best == "" || t.surface[f] > t.surface[best]) {
			best = f
		}
	}
	return best
}
