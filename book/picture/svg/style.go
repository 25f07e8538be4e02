package svg

import (
	"regexp"
	"slices"
	"strings"
)

// sheet is the rules of the style sheets of a drawing, by what their selectors ask
// for. Only selectors of one element are known: a name, classes, an ID.
type sheet struct {
	byName, byClass, byID map[string][]rule
	count                 int
	applied               int // rules so far, to all elements
}

// maxApplied bounds how often rules are applied to elements.
const maxApplied = 2_000_000

type rule struct {
	name    string // of the element, "" for any
	classes []string
	id      string
	weight  int // specificity, then order
	decls   []attr
}

// Bounds of style sheets: drawing programs write some hundred rules, and an element
// has a few classes.
const (
	maxRules   = 5_000
	maxClasses = 20
	maxValue   = 500 // letters of the value of a property
)

var (
	comment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	selector = regexp.MustCompile(`^([a-zA-Z]*|\*)((?:[.#][\w-]+)*)$`)
	simple   = regexp.MustCompile(`[.#][\w-]+`)
)

func readSheet(css string) *sheet {
	s := &sheet{map[string][]rule{}, map[string][]rule{}, map[string][]rule{}, 0, 0}
	css = comment.ReplaceAllString(css, " ")
	for s.count < maxRules {
		head, rest, ok := strings.Cut(css, "{")
		if !ok {
			return s
		}
		body, after, _ := strings.Cut(rest, "}")
		if i := strings.LastIndexByte(head, ';'); i >= 0 { // @import …;
			head = head[i+1:]
		}
		head = strings.TrimSpace(head)
		if strings.HasPrefix(head, "@") { // a block of a medium or a face: its inside is left out
			css = afterBlock(rest)
			continue
		}
		decls := declarations(body)
		for _, text := range strings.Split(head, ",") {
			s.add(strings.TrimSpace(text), decls)
		}
		css = after
	}
	return s
}

// afterBlock returns what follows the brace that ends a block.
func afterBlock(css string) string {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[i+1:]
			}
		}
	}
	return ""
}

// declarations reads the properties of a rule or of an attribute style.
func declarations(body string) []attr {
	var list []attr
	for _, text := range strings.Split(body, ";") {
		name, value, ok := strings.Cut(text, ":")
		name = strings.TrimSpace(name)
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		if ok && isProperty(name) && len(value) <= maxValue {
			list = append(list, attr{name, value})
		}
	}
	return list
}

func (s *sheet) add(text string, decls []attr) {
	m := selector.FindStringSubmatch(text)
	if m == nil || text == "" || len(decls) == 0 {
		return
	}
	s.count++
	r := rule{name: strings.TrimPrefix(m[1], "*"), weight: s.count, decls: decls}
	for _, part := range simple.FindAllString(m[2], -1) {
		if part[0] == '#' {
			r.id = part[1:]
			r.weight += 1 << 40
		} else {
			r.classes = append(r.classes, part[1:])
			r.weight += 1 << 30
		}
	}
	if r.name != "" {
		r.weight += 1 << 20
	}
	switch {
	case r.id != "":
		s.byID[r.id] = append(s.byID[r.id], r)
	case len(r.classes) > 0:
		s.byClass[r.classes[0]] = append(s.byClass[r.classes[0]], r)
	default:
		s.byName[r.name] = append(s.byName[r.name], r)
	}
}

// apply makes attributes of the properties that rules and the attribute style set
// for an element.
func (s *sheet) apply(n *node) {
	if s.applied > maxApplied {
		return
	}
	classes := strings.Fields(n.get("class"))
	classes = classes[:min(len(classes), maxClasses)]
	id := n.get("id")
	found := slices.Concat(s.byName[""], s.byName[n.name])
	if id != "" {
		found = append(found, s.byID[id]...)
	}
	for i, class := range classes {
		if !slices.Contains(classes[:i], class) {
			found = append(found, s.byClass[class]...)
		}
	}
	slices.SortStableFunc(found, func(a, b rule) int { return a.weight - b.weight })
	s.applied += len(found)
	for _, r := range found {
		if r.matches(n.name, id, classes) {
			n.setAll(r.decls)
		}
	}
	if style := n.get("style"); style != "" {
		n.setAll(declarations(style))
	}
}

func (r *rule) matches(name, id string, classes []string) bool {
	if r.name != "" && r.name != name || r.id != "" && r.id != id {
		return false
	}
	for _, class := range r.classes {
		if !slices.Contains(classes, class) {
			return false
		}
	}
	return true
}

func (n *node) setAll(decls []attr) {
	for _, d := range decls {
		n.set(d.name, d.value)
	}
}
