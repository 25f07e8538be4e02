package pdf

import (
	"fmt"
	"sort"

	"publish/layout"
)

// chainable returns the outline with levels that rise by one at most and start at
// 0, without which gofpdf would lose items.
func chainable(items []layout.OutlineItem) []layout.OutlineItem {
	out := make([]layout.OutlineItem, len(items))
	deepest := 0
	for i, item := range items {
		item.Level = max(0, min(item.Level, deepest))
		deepest = item.Level + 1
		out[i] = item
	}
	return out
}

// writeOutline writes the outline. The chain is gofpdf's; titles and destinations
// are ours: gofpdf rounds a place to its height, and takes the page to be object
// 1 + 2n.
func (f *finisher) writeOutline() (dict, error) {
	if len(f.titles) == 0 {
		return nil, nil
	}
	root, err := lookup[dict](f.src, f.src.trailer, "Root")
	if err != nil {
		return nil, err
	}
	oldRoot, ok := root.get("Outlines").(ref)
	if !ok {
		return nil, fmt.Errorf("%w: no outline", errSyntax)
	}
	// gofpdf numbers the items in order, just before the root.
	first := oldRoot - ref(len(f.titles))
	shift := f.out.allocMany(len(f.titles)+1) - first
	for i, title := range f.titles {
		old, err := lookup[dict](f.src, first+ref(i))
		if err != nil {
			return nil, err
		}
		d := renumber(old, shift).
			with("Title", textString(title.Title)).
			with("Dest", f.destination(f.doc.Places[title.Target])).
			with("Count", nil)
		if n := kidCount(f.titles, i); n > 0 {
			d = d.with("Count", integer(-n)) // closed
		}
		if err := f.out.put(first+ref(i)+shift, d); err != nil {
			return nil, err
		}
	}
	top, err := lookup[dict](f.src, oldRoot)
	if err != nil {
		return nil, err
	}
	d := renumber(top, shift).with("Count", integer(topCount(f.titles)))
	return dict{
		{"Outlines", oldRoot + shift},
		{"PageMode", name("UseOutlines")},
	}, f.out.put(oldRoot+shift, d)
}

// renumber returns d with all its references moved by shift.
func renumber(d dict, shift ref) dict {
	out := make(dict, len(d))
	for i, e := range d {
		if r, ok := e.value.(ref); ok {
			e.value = r + shift
		}
		out[i] = e
	}
	return out
}

// kidCount returns how many items are directly below item i.
func kidCount(items []layout.OutlineItem, i int) int {
	n := 0
	for _, below := range items[i+1:] {
		if below.Level <= items[i].Level {
			break
		}
		if below.Level == items[i].Level+1 {
			n++
		}
	}
	return n
}

func topCount(items []layout.OutlineItem) int {
	n := 0
	for _, item := range items {
		if item.Level == 0 {
			n++
		}
	}
	return n
}

// writeNames writes what has a name in the whole document: destinations and
// attachments (ISO 32000-1 §7.7.4).
func (f *finisher) writeNames() (dict, error) {
	names, err := f.writeDestinations()
	if err != nil {
		return nil, err
	}
	catalog, files, err := f.writeAttachments()
	if names = append(names, files...); len(names) > 0 {
		catalog = append(catalog, entry{"Names", names})
	}
	return catalog, err
}

// writeDestinations writes the named destinations: every place that a link or the
// outline leads to, so that a link from outside may lead there too, and every place
// that is cited by its number.
func (f *finisher) writeDestinations() (dict, error) {
	wanted := map[string]bool{}
	for _, link := range f.links {
		wanted[link.area.Target] = true
	}
	for _, title := range f.titles {
		wanted[title.Target] = true
	}
	for _, id := range f.doc.Cited {
		wanted[id] = true
	}
	delete(wanted, "")
	ids := make([]string, 0, len(wanted))
	for id := range wanted {
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	sort.Strings(ids)
	leaves := make([]treeLeaf, len(ids))
	for i, id := range ids {
		leaves[i] = treeLeaf{text(id), f.destination(f.doc.Places[id])}
	}
	r, err := f.writeTree("Names", leaves)
	return dict{{"Dests", r}}, err
}
