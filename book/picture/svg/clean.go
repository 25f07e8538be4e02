package svg

import (
	"slices"
	"strconv"
	"strings"
)

// Drawing is a drawing that was read and cleaned.
type Drawing struct {
	root          *node
	ids           map[string]*node
	box           rect // the part of the plane that shows
	width, height float64
	missing       map[string]bool
}

// Read reads a drawing and cleans it. A LimitError tells of one that is too large.
func Read(data []byte) (*Drawing, error) {
	p, err := parse(data)
	if err != nil {
		return nil, err
	}
	d := &Drawing{root: p.root, ids: map[string]*node{}, missing: p.missing}
	sheet := readSheet(p.styles.String())
	d.clean(p.root, "", sheet)
	if sheet.applied > maxApplied || d.letters() > 2*maxBytes {
		return nil, &LimitError{"is a drawing whose style sheet is too large"}
	}
	d.nameAnew()
	if err := d.checkCopies(); err != nil {
		return nil, err
	}
	d.measure()
	return d, nil
}

// clean applies the style sheet to an element and those in it, and drops the
// attributes that are not known to be harmless.
func (d *Drawing) clean(n *node, parent string, s *sheet) {
	s.apply(n)
	switch n.name {
	case "switch":
		n.choose()
		n.name = "g"
	case "a":
		n.name = "g"
		if parent == "text" || parent == "tspan" {
			n.name = "tspan"
		}
	}
	if !holdsText(n.name) {
		n.kids = slices.DeleteFunc(n.kids, func(k *node) bool { return k.name == "" })
	}
	n.drop(func(a attr) bool {
		switch {
		case a.name == "id":
			return true
		case a.name == "href":
			return strings.HasPrefix(a.value, "#") && n.name != "g"
		case isProperty(a.name), isAttribute(a.name):
			return safeValue(a.value) != ""
		}
		return false
	})
	if id := n.get("id"); id != "" && d.ids[id] == nil {
		d.ids[id] = n
	}
	for _, k := range n.kids {
		if k.name != "" {
			d.clean(k, n.name, s)
		}
	}
}

// choose leaves of the alternatives of a switch the one that is for every language,
// or the first.
func (n *node) choose() {
	var first *node
	for _, k := range n.kids {
		if k.name != "" && (first == nil || first.get("systemLanguage") != "" && k.get("systemLanguage") == "") {
			first = k
		}
	}
	n.kids = nil
	if first != nil {
		n.kids = []*node{first}
	}
}

// letters returns how long the values of all attributes are.
func (d *Drawing) letters() (sum int) {
	d.each(d.root, func(n *node) {
		for _, a := range n.attrs {
			sum += len(a.name) + len(a.value)
		}
	})
	return sum
}

// refersTo returns the ID that an attribute refers to, "" for none.
func refersTo(a attr) string {
	if a.name == "href" {
		return a.value[1:]
	}
	if strings.HasPrefix(a.value, "url(") {
		return localRef.FindStringSubmatch(a.value)[1]
	}
	return ""
}

// nameAnew gives short IDs to the elements that others refer to, and takes them
// from all others: an ID of the file may be no name in XML, or be there twice.
// References to nothing are dropped.
func (d *Drawing) nameAnew() {
	names := map[string]string{}
	targets := map[string]*node{}
	d.each(d.root, func(n *node) {
		for i, a := range n.attrs {
			if id := refersTo(a); a.name != "href" && id != "" && d.ids[id] == nil {
				n.attrs[i].value = localRef.FindStringSubmatch(a.value)[2] // what to use in its place
			}
		}
		n.drop(func(a attr) bool {
			id := refersTo(a)
			if id == "" {
				return a.name != "href" && a.value != ""
			}
			target := d.ids[id]
			if target != nil && names[id] == "" {
				names[id] = "i" + strconv.Itoa(len(names)+1)
				targets[names[id]] = target
			}
			return target != nil
		})
	})
	d.each(d.root, func(n *node) {
		n.drop(func(a attr) bool { return a.name != "id" })
		for i, a := range n.attrs {
			if id := refersTo(a); id == "" {
				continue
			} else if a.name == "href" {
				n.attrs[i].value = "#" + names[id]
			} else {
				fallback := localRef.FindStringSubmatch(a.value)[2]
				n.attrs[i].value = strings.TrimSpace("url(#" + names[id] + ") " + fallback)
			}
		}
	})
	d.ids = targets
	for id, n := range targets {
		n.set("id", id)
	}
}

// each calls f with an element and all in it.
func (d *Drawing) each(n *node, f func(*node)) {
	f(n)
	for _, k := range n.kids {
		if k.name != "" {
			d.each(k, f)
		}
	}
}

// checkCopies counts the elements that are drawn if every reference is followed. It
// drops references that lead in a circle.
func (d *Drawing) checkCopies() error {
	c := counter{d, map[*node]int{}}
	if c.count(d.root) > maxCopies {
		return &LimitError{"is a drawing whose references make too many copies"}
	}
	return nil
}

// counter counts copies; what is being counted has -1.
type counter struct {
	*Drawing
	copies map[*node]int
}

func (c counter) count(n *node) int {
	if sum, ok := c.copies[n]; ok && sum > 0 {
		return sum
	}
	c.copies[n] = -1
	sum := 1
	n.drop(func(a attr) bool {
		id := refersTo(a)
		if id == "" {
			return true
		}
		target := c.ids[id]
		if c.copies[target] < 0 {
			return false
		}
		sum = min(sum+c.count(target), maxCopies+1)
		return true
	})
	for _, k := range n.kids {
		if k.name != "" {
			sum = min(sum+c.count(k), maxCopies+1)
		}
	}
	c.copies[n] = sum
	return sum
}

// measure finds the size of the drawing and the part of the plane that it shows.
func (d *Drawing) measure() {
	box, ok := viewBox(d.root.get("viewBox"))
	d.width, d.height = size(d.root.get("width")), size(d.root.get("height"))
	switch {
	case d.width == 0 && d.height == 0 && !ok:
		d.width, d.height = 300, 150 // CSS 2.2 §10.3.2
	case d.width == 0 && d.height == 0:
		d.width, d.height = box.w, box.h
		if longest := max(box.w, box.h); longest < 16 { // drawn in units of its own
			d.width, d.height = box.w*300/longest, box.h*300/longest
		}
	case d.width == 0 && ok:
		d.width = d.height * box.w / box.h
	case d.height == 0 && ok:
		d.height = d.width * box.h / box.w
	case d.width == 0:
		d.width = 300
	case d.height == 0:
		d.height = 150
	}
	if !ok {
		box = rect{0, 0, d.width, d.height}
	}
	d.box = box
	longest := max(d.width, d.height)
	if longest > maxSide {
		d.width, d.height = d.width*maxSide/longest, d.height*maxSide/longest
	}
	d.width, d.height = max(d.width, 1), max(d.height, 1)
}

// maxSide is the longest side of a drawing, in CSS pixels.
const maxSide = 20_000

// Size returns the size of the drawing in CSS pixels, 1/96 inch, rounded.
func (d *Drawing) Size() (width, height int) {
	return int(d.width + 0.5), int(d.height + 0.5)
}

// Missing names the elements that look else, or are not there, because they are
// not kept or not painted: for screens those of the file that are unsafe, for paper
// also those that Paint does not know.
func (d *Drawing) Missing(paper bool) []string {
	var names []string
	for name := range d.missing {
		names = append(names, name)
	}
	if paper {
		d.each(d.root, func(n *node) {
			for _, a := range n.attrs {
				target := d.ids[refersTo(a)]
				if target != nil && (target.name == "pattern" || target.name == "mask" || target.name == "marker") {
					names = append(names, target.name)
				}
			}
		})
	}
	slices.Sort(names)
	return slices.Compact(names)
}
