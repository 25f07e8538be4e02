package fonts

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"publish/fonts/bidi"
)

// worker shapes texts, one at a time. It keeps what HarfBuzz prepares for a face
// and a set of features, and the memory of finished runs.
type worker struct {
	family *Family
	fonts  map[*Face]*harfbuzz.Font
	plans  map[planKey]*plan
	known  [styleCount]knownChars // of the text faces

	// The text at hand.
	text    string
	runes   []rune
	chars   []char
	items   []item
	missing []missing

	glyphs slab[Glyph]
	runs   slab[Run]
	lists  slab[*Run]
}

// planKey is all that the shaping of characters depends on besides themselves.
type planKey struct {
	face   *Face
	script language.Script
	rtl    bool
	feat   Features
	lang   string
}

// plan is a HarfBuzz buffer used with one planKey only: a buffer looks for its
// shaping plan among all that it has ever used, which is slow where there are
// many.
type plan struct {
	font     *harfbuzz.Font
	buffer   *harfbuzz.Buffer
	props    harfbuzz.SegmentProperties
	features []harfbuzz.Feature
	scale    int32
}

func newWorker(family *Family) *worker {
	return &worker{
		family: family,
		fonts:  map[*Face]*harfbuzz.Font{},
		plans:  map[planKey]*plan{},
	}
}

// shape shapes a text that is not empty in a style that exists. The runs are in
// visual order, but in that of reading if the text has one direction.
func (w *worker) shape(text string, style Style, feat Features, lang string, dir Direction) []*Run {
	w.read(text, dir)
	if len(w.runes) == 0 {
		return w.invisible(style)
	}
	w.chooseFaces(style)
	w.chooseScripts()
	w.itemize()
	items := w.items
	if dir == ByText {
		items = visualOrder(items)
	}
	runs := w.lists.take(len(items))
	for i, it := range items {
		runs[i] = w.shapeItem(it, feat, lang)
	}
	return runs
}

// read decodes the text, leaves out what vanishes and sets embedding levels.
func (w *worker) read(text string, dir Direction) {
	w.text = text
	w.runes, w.chars, w.missing = w.runes[:0], w.chars[:0], w.missing[:0]
	rtl := false
	for at, r := range text {
		if vanishes(r) {
			continue
		}
		rtl = rtl || bidi.Needed(r)
		w.runes = append(w.runes, asSpace(r))
		w.chars = append(w.chars, char{at: int32(at)})
	}
	if len(w.chars) == 0 {
		return
	}
	w.chars[0].at = 0 // what vanished before it belongs to it
	w.setLevels(dir, rtl)
}

// invisible returns the run of a text of which nothing shows.
func (w *worker) invisible(style Style) []*Run {
	run := &w.runs.take(1)[0]
	run.Face, run.Text = w.family.Text(style), w.text
	runs := w.lists.take(1)
	runs[0] = run
	return runs
}

// byteRange returns the part of the text that an item stands for.
func (w *worker) byteRange(it item) (start, end int32) {
	end = int32(len(w.text))
	if it.end < len(w.chars) {
		end = w.chars[it.end].at
	}
	return w.chars[it.start].at, end
}

func (w *worker) shapeItem(it item, feat Features, lang string) *Run {
	start, end := w.byteRange(it)
	run := &w.runs.take(1)[0]
	run.Face = it.face
	run.Text = w.text[start:end]
	run.RTL = it.level.RTL()
	for _, m := range w.missing {
		if it.start <= m.index && m.index < it.end {
			run.Missing = append(run.Missing, m.char)
		}
	}
	p, err := w.plan(planKey{it.face, it.script, run.RTL, feat, lang})
	if err != nil {
		w.setPlainly(run, it)
		return run
	}
	run.Scale = p.scale
	if !w.runHarfBuzz(p, it) {
		w.setPlainly(run, it)
		return run
	}
	w.fill(run, p.buffer, start)
	w.placeMarks(run, it)
	return run
}

// plan returns the prepared buffer for a key.
func (w *worker) plan(key planKey) (*plan, error) {
	if p := w.plans[key]; p != nil {
		return p, nil
	}
	hb := w.fonts[key.face]
	if hb == nil {
		ft, err := key.face.load()
		if err != nil {
			return nil, err
		}
		hb = harfbuzz.NewFont(font.NewFace(ft))
		w.fonts[key.face] = hb
	}
	p := &plan{
		font:     hb,
		scale:    w.family.scale(key.face, key.script),
		buffer:   harfbuzz.NewBuffer(),
		features: key.feat.tags(),
		props: harfbuzz.SegmentProperties{
			Language:  language.NewLanguage(key.lang),
			Script:    key.script,
			Direction: harfbuzz.LeftToRight,
		},
	}
	if key.rtl {
		p.props.Direction = harfbuzz.RightToLeft
	}
	w.plans[key] = p
	return p, nil
}

// runHarfBuzz shapes the item's characters into p's buffer. It reports false if
// the tables of the font lead HarfBuzz astray, which a font that is broken on
// purpose can.
func (w *worker) runHarfBuzz(p *plan, it item) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
			p.buffer = harfbuzz.NewBuffer() // the old one is in no known state
		}
	}()
	b := p.buffer
	b.Clear()
	b.Props = p.props
	b.Flags = harfbuzz.RemoveDefaultIgnorables
	b.AddRunes(w.runes, it.start, it.end-it.start)
	b.Shape(p.font, p.features)
	return len(b.Info) == len(b.Pos)
}

// fill copies the shaped glyphs into the run, whose text starts at the byte
// start.
func (w *worker) fill(run *Run, b *harfbuzz.Buffer, start int32) {
	run.Glyphs = w.glyphs.take(len(b.Info))
	for i := range b.Info {
		info, pos := &b.Info[i], &b.Pos[i]
		run.Glyphs[i] = Glyph{
			ID:            uint16(info.Glyph),
			UnsafeToBreak: info.Mask&harfbuzz.GlyphUnsafeToBreak != 0,
			Cluster:       w.chars[info.Cluster].at - start,
			Advance:       pos.XAdvance,
			XOffset:       pos.XOffset,
			YOffset:       pos.YOffset,
		}
		run.Advance += pos.XAdvance
	}
}

// setPlainly sets one glyph a character without substitution or kerning.
func (w *worker) setPlainly(run *Run, it item) {
	start, _ := w.byteRange(it)
	run.Glyphs = w.glyphs.take(it.end - it.start)
	run.Advance = 0
	for i := range run.Glyphs {
		at := it.start + i
		if run.RTL {
			at = it.end - 1 - i
		}
		gid, _ := it.face.Glyph(w.runes[at])
		advance := int32(it.face.GlyphAdvance(gid))
		run.Glyphs[i] = Glyph{ID: gid, Cluster: w.chars[at].at - start, Advance: advance}
		run.Advance += advance
	}
}

// slab hands out small slices of large allocations, so that a hundred thousand
// cached words are a few hundred objects for the garbage collector.
type slab[T any] struct{ free []T }

const slabSize = 2048

// take returns n zero values that nobody else holds.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		s.free = make([]T, max(n, slabSize))
	}
	t := s.free[:n:n]
	s.free = s.free[n:]
	return t
}
