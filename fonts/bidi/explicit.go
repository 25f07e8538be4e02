package bidi

import "golang.org/x/text/unicode/bidi"

// maxDepth is the highest level that controls may reach (BD2).
const maxDepth = 125

// status is what a control of direction opened (X1). override is ON for none.
type status struct {
	level    Level
	override class
	isolate  bool
}

// embedder follows the controls of direction through a paragraph (X1 to X8).
type embedder struct {
	*paragraph
	stack []status
	// Controls that go too deep, and the isolates that did not.
	lostIsolates, lostEmbeddings, isolates int
}

// explicit sets the levels that controls ask for.
func (p *paragraph) explicit() {
	e := embedder{paragraph: p, stack: []status{{level: p.base, override: bidi.ON}}}
	for i, c := range p.original {
		switch c {
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO:
			e.embed(i, c)
		case bidi.LRI, bidi.RLI, bidi.FSI:
			e.set(i)
			e.isolate(i, c)
		case bidi.PDI:
			e.endIsolate()
			e.set(i)
		case bidi.PDF:
			e.endEmbedding()
		case bidi.BN:
		default:
			e.set(i)
		}
	}
}

func (e *embedder) top() *status { return &e.stack[len(e.stack)-1] }

// set gives a character the level and the class that are in force (X5a, X6, X6a).
func (e *embedder) set(i int) {
	e.levels[i] = e.top().level
	if o := e.top().override; o != bidi.ON {
		e.types[i] = o
	}
}

// next returns the next level in a direction; ok is false if it is too deep.
func (e *embedder) next(rtl bool) (level Level, ok bool) {
	level = e.top().level + 1
	if level.RTL() != rtl {
		level++
	}
	return level, level <= maxDepth && e.lostIsolates == 0 && e.lostEmbeddings == 0
}

// embed opens an embedding or an override (X2 to X5).
func (e *embedder) embed(i int, c class) {
	level, ok := e.next(c == bidi.RLE || c == bidi.RLO)
	if !ok {
		if e.lostIsolates == 0 {
			e.lostEmbeddings++
		}
		return
	}
	s := status{level: level, override: bidi.ON}
	switch c {
	case bidi.LRO:
		s.override = bidi.L
	case bidi.RLO:
		s.override = bidi.R
	}
	e.stack = append(e.stack, s)
}

// isolate opens an isolate (X5a to X5c).
func (e *embedder) isolate(i int, c class) {
	if c == bidi.FSI {
		c = e.firstStrong(i)
	}
	level, ok := e.next(c == bidi.RLI)
	if !ok {
		e.lostIsolates++
		return
	}
	e.isolates++
	e.stack = append(e.stack, status{level: level, override: bidi.ON, isolate: true})
}

// firstStrong decides the direction of an isolate by its text.
func (e *embedder) firstStrong(i int) class {
	end := e.match[i]
	if end < 0 {
		end = len(e.text)
	}
	if level, _ := Base(e.text[i+1 : end]); level.RTL() {
		return bidi.RLI
	}
	return bidi.LRI
}

// endIsolate closes an isolate with all that is open in it (X6a).
func (e *embedder) endIsolate() {
	switch {
	case e.lostIsolates > 0:
		e.lostIsolates--
	case e.isolates > 0:
		e.lostEmbeddings = 0
		for !e.top().isolate {
			e.stack = e.stack[:len(e.stack)-1]
		}
		e.stack = e.stack[:len(e.stack)-1]
		e.isolates--
	}
}

// endEmbedding closes an embedding or an override (X7).
func (e *embedder) endEmbedding() {
	switch {
	case e.lostIsolates > 0:
	case e.lostEmbeddings > 0:
		e.lostEmbeddings--
	case !e.top().isolate && len(e.stack) > 1:
		e.stack = e.stack[:len(e.stack)-1]
	}
}
