package layout

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/fonts"
	"publish/layout/hyphen"
)

// shapedWord is a piece of text without blanks in one style: its glyphs, its
// width and the places where a line may end inside it. Immutable and shared.
type shapedWord struct {
	text    string
	runs    []*fonts.Run
	width   Length
	breaks  []breakPoint
	missing []rune
	rtl     bool        // it has a say in the order of its paragraph
	order   []levelSpan // of a word that does not simply run from left to right; its runs are in the order of reading
}

// breakPoint is a place inside a word at which a line may end.
type breakPoint struct {
	offset  int    // into the text
	at      Length // width of the text before it, shaped with the whole word
	penalty int32
	hyphen  bool // a hyphen is set at the line's end
	// compound is set after a hyphen of the text: such a line end counts in a run
	// of hyphens.
	compound bool
}

// shaper turns text into shaped words and remembers them. It is safe for use by
// several goroutines.
type shaper struct {
	fonts *fonts.Shaper
	rules book.Typography
	// superiors tells that the text face has superior figures.
	superiors bool
	mu        sync.Mutex
	styles    map[textStyle]*lettering
	hyph      map[string]*hyphen.Hyphenator // by language; nil values for none
}

func newShaper(family *fonts.Family, rules book.Typography) *shaper {
	return &shaper{fonts: fonts.NewShaper(family), rules: rules, superiors: family.Text(fonts.Roman).HasFeature("sups"),
		styles: map[textStyle]*lettering{}, hyph: map[string]*hyphen.Hyphenator{}}
}

// lettering returns the one lettering of a style.
func (s *shaper) lettering(style textStyle) *lettering {
	if style.features.Figures == fonts.OldStyle && !s.rules.Has(book.OldStyleFigures) {
		style.features.Figures = fonts.FiguresDefault
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.styles[style]
	if l == nil {
		l = &lettering{textStyle: style}
		s.styles[style] = l
	}
	return l
}

// word returns the text shaped in a lettering. A whole word is not to be divided by
// hyphenation.
func (s *shaper) word(text string, l *lettering, whole bool) *shapedWord {
	shard := l.shard(text, whole)
	if w := shard.find(text); w != nil {
		return w
	}
	return shard.add(s.shape(text, &l.textStyle, whole))
}

func (s *shaper) shape(text string, style *textStyle, whole bool) *shapedWord {
	w := &shapedWord{text: text, rtl: needsOrder(text), runs: s.fonts.Shape(text, style.style, style.features, style.lang)}
	if style.track != 0 {
		w.runs = tracked(w.runs, style.track)
	}
	for _, r := range w.runs {
		w.width += runWidth(r, style.size)
		w.missing = append(w.missing, r.Missing...)
	}
	w.breaks = s.breakPoints(text, style.lang, whole)
	if len(text) > longRun {
		w.breaks = loosen(text, w.breaks)
	}
	w.placeBreaks(style.size)
	return w
}

// runSize returns the size in which a run is set in text of a size: another one where
// its face stands in for that of the text.
func runSize(r *fonts.Run, size Length) Length {
	if r.Scale == 0 {
		return size
	}
	return size.Scale(int64(r.Scale), 1000)
}

// runWidth returns the width of a run in text of a size.
func runWidth(r *fonts.Run, size Length) Length {
	return runSize(r, size).Scale(int64(r.Advance), int64(r.Face.UnitsPerEm))
}

// width returns the width of a word as it stands on its line.
func (w *Word) width() Length {
	return expanded(w.Size.Scale(int64(w.Run.Advance), int64(w.Run.Face.UnitsPerEm)), w.Expand)
}

// tracked returns copies of the runs with space added after every glyph.
func tracked(runs []*fonts.Run, track int32) []*fonts.Run {
	out := make([]*fonts.Run, len(runs))
	for i, r := range runs {
		c := *r
		c.Glyphs = append([]fonts.Glyph(nil), r.Glyphs...)
		add := track * int32(r.Face.UnitsPerEm) / 1000
		for j := range c.Glyphs {
			if c.Glyphs[j].Advance > 0 {
				c.Glyphs[j].Advance += add
				c.Advance += add
			}
		}
		out[i] = &c
	}
	return out
}

// placeBreaks says of every break how wide the text before it is in the whole
// word; the share of a ligature that is cut counts by its letters.
func (w *shapedWord) placeBreaks(size Length) {
	var before Length
	start, next := 0, 0
	for _, r := range w.runs {
		end := start + len(r.Text)
		var sum int32
		eachCluster(r, func(from, to int, advance int32) {
			for ; next < len(w.breaks) && w.breaks[next].offset <= start+to && w.breaks[next].offset < end; next++ {
				share := advance * int32(w.breaks[next].offset-start-from) / int32(to-from)
				w.breaks[next].at = before + runSize(r, size).Scale(int64(sum+share), int64(r.Face.UnitsPerEm))
			}
			sum += advance
		})
		before += runWidth(r, size)
		for ; next < len(w.breaks) && w.breaks[next].offset <= end; next++ {
			w.breaks[next].at = before
		}
		start = end
	}
}

// eachCluster calls f for every cluster of a run in the order of its text: the
// bytes from..to and the advance of its glyphs. The glyphs stand in that order, or
// against it in a run from right to left.
func eachCluster(r *fonts.Run, f func(from, to int, advance int32)) {
	i, step := 0, 1
	if r.RTL {
		i, step = len(r.Glyphs)-1, -1
	}
	for i >= 0 && i < len(r.Glyphs) {
		from, advance := r.Glyphs[i].Cluster, int32(0)
		for ; i >= 0 && i < len(r.Glyphs) && r.Glyphs[i].Cluster == from; i += step {
			advance += r.Glyphs[i].Advance
		}
		to := len(r.Text)
		if i >= 0 && i < len(r.Glyphs) {
			to = int(r.Glyphs[i].Cluster)
		}
		if to > int(from) {
			f(int(from), to, advance)
		}
	}
}

// hyphenator returns the patterns of a language, nil when there are none.
func (s *shaper) hyphenator(lang string) *hyphen.Hyphenator {
	s.mu.Lock()
	defer s.mu.Unlock()
	h, known := s.hyph[lang]
	if !known {
		h, _ = hyphen.New(lang)
		s.hyph[lang] = h
	}
	return h
}

// The costs of ending a line inside a word, on the scale of penalties.
const (
	hyphenPenalty    = 200 // at a hyphenation point
	capitalPenalty   = 300
	compoundPenalty  = 40 // after a hyphen that is in the text
	dashPenalty      = 20 // after a dash
	addressPenalty   = 30 // inside an address
	ideographPenalty = 0
)

// breakPoints lists where a line may end inside the text, in order.
func (s *shaper) breakPoints(text, lang string, whole bool) []breakPoint {
	if isAddress(text) {
		return addressBreaks(text)
	}
	points := markBreaks(text, whole)
	if whole || len(text) < 5 {
		return points
	}
	h := s.hyphenator(lang)
	if h == nil {
		return points
	}
	return mergeBreaks(points, hyphenBreaks(h, text))
}

// markBreaks finds the breaks after dashes, hyphens and slashes, and between
// ideographs (UAX #14 classes B2, HY, SY, ID). A whole word is never parted at an
// en dash: in a title that stands in a range of years.
func markBreaks(text string, whole bool) []breakPoint {
	var points []breakPoint
	var prev rune
	for i, r := range text {
		if i > 0 {
			if p, ok := breakBetween(prev, r, i); ok && !(whole && prev == '–') {
				points = append(points, breakPoint{offset: i, penalty: p, compound: prev == '-' || prev == '‐'})
			}
		}
		prev = r
	}
	return points
}

func breakBetween(prev, next rune, i int) (penalty int32, ok bool) {
	switch {
	case prev == '—' && next != '—' && !unicode.IsPunct(next):
		return dashPenalty, true
	case (prev == '-' || prev == '‐') && unicode.IsLetter(next) && i >= 3:
		return compoundPenalty, true
	case prev == '–' && (unicode.IsLetter(next) || unicode.IsDigit(next)) && i >= 5:
		return compoundPenalty, true
	case prev == '/' && unicode.IsLetter(next) && i >= 4:
		return compoundPenalty, true
	case breaksIdeographs(prev, next):
		return ideographPenalty, true
	}
	return 0, false
}

// hyphenBreaks asks the patterns for the letters of a word, with whatever
// punctuation stands around them. A name is divided with reluctance.
func hyphenBreaks(h *hyphen.Hyphenator, text string) []breakPoint {
	penalty := int32(hyphenPenalty)
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "“‘\"'([")); unicode.IsUpper(r) {
		penalty = capitalPenalty
	}
	var points []breakPoint
	for from := 0; from < len(text); {
		from += strings.IndexFunc(text[from:]+"a", unicode.IsLetter)
		to := from + endOfLetters(text[min(from, len(text)):])
		if to-from >= 5 {
			for _, p := range h.Points(nil, text[from:to]) {
				points = append(points, breakPoint{offset: from + p, hyphen: true, penalty: penalty})
			}
		}
		from = to + 1
	}
	return points
}

// endOfLetters returns the length of the run of letters and marks at the start;
// an apostrophe between letters belongs to it.
func endOfLetters(s string) int {
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			continue
		}
		if r == '’' {
			if next, _ := utf8.DecodeRuneInString(s[i+len("’"):]); unicode.IsLetter(next) {
				continue
			}
		}
		return i
	}
	return len(s)
}

// mergeBreaks joins two ascending lists; a hyphenation point beside a break that
// needs no hyphen is dropped.
func mergeBreaks(marks, hyphens []breakPoint) []breakPoint {
	if len(marks) == 0 {
		return hyphens
	}
	var out []breakPoint
	for len(marks) > 0 || len(hyphens) > 0 {
		switch {
		case len(hyphens) == 0 || len(marks) > 0 && marks[0].offset <= hyphens[0].offset+2:
			if len(hyphens) > 0 && hyphens[0].offset-marks[0].offset <= 2 && marks[0].offset-hyphens[0].offset <= 2 {
				hyphens = hyphens[1:]
				continue
			}
			out, marks = append(out, marks[0]), marks[1:]
		default:
			out, hyphens = append(out, hyphens[0]), hyphens[1:]
		}
	}
	return out
}

// isAddress reports whether the text is a web address or path.
func isAddress(text string) bool {
	return strings.Contains(text, "://") || strings.HasPrefix(text, "www.") || len(text) > 24 && strings.Count(text, "/") > 1 || beginsWithHost(text) || isCipher(text)
}

// isCipher reports whether a long text without blanks is of a machine's making, such as
// addresses run together: it has three marks or more that no word has inside.
func isCipher(text string) bool {
	marks := 0
	for i := 1; i+1 < len(text); i++ {
		if strings.IndexByte("[]{}|=&_@", text[i]) >= 0 || text[i] == '.' && text[i-1] != '.' && text[i+1] != '.' {
			marks++
		}
	}
	return len(text) > 30 && marks > 2
}

// beginsWithHost reports whether a text is the name of a host with a path behind it.
func beginsWithHost(text string) bool {
	host, path, ok := strings.Cut(text, "/")
	dot := strings.LastIndexByte(host, '.')
	return ok && path != "" && dot > 1 && len(host) > dot+2 && strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789.-") == "" &&
		strings.Trim(host[dot+1:], "abcdefghijklmnopqrstuvwxyz") == ""
}

// addressBreaks lets an address break after a slash or before other punctuation,
// without a hyphen; a long run of letters may break anywhere at a high cost, so
// that no address ever sticks out.
func addressBreaks(text string) []breakPoint {
	var points []breakPoint
	last := 0
	var prev rune
	for i, r := range text {
		switch {
		case i < 4 || i >= len(text)-2:
		case prev == '/' && r != '/':
			points = append(points, breakPoint{offset: i, penalty: addressPenalty})
			last = i
		case strings.ContainsRune(".-_?&=#%~,;+|[", r) && prev != '/' && prev != '%':
			points = append(points, breakPoint{offset: i, penalty: 2 * addressPenalty})
			last = i
		case i-last >= 8:
			points = append(points, breakPoint{offset: i, penalty: 8 * addressPenalty})
			last = i
		}
		prev = r
	}
	return points
}
