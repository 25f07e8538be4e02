package index

// termGroups is terms by keys that they share, in the order in which the keys came.
type termGroups struct {
	by    map[string][]*term
	order []string
}

func (g *termGroups) add(key string, t *term) {
	if g.by == nil {
		g.by = map[string][]*term{}
	}
	if g.by[key] == nil {
		g.order = append(g.order, key)
	}
	g.by[key] = append(g.by[key], t)
}

// each calls f for the terms of each key.
func (g *termGroups) each(f func(list []*term)) {
	for _, key := range g.order {
		f(g.by[key])
	}
}

// joinInto joins terms of one key with the one of the highest rank, the lowest first, where
// they may be: articles of their own never are.
func (x *indexer) joinInto(list []*term, may func(t, into *term) bool) {
	list = ranked(list)
	for i := len(list) - 1; i > 0; i-- {
		if t := list[i]; t.origin != fromArticle && may(t, list[0]) {
			x.join(t, list[0])
		}
	}
}
