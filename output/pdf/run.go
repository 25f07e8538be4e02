package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"publish/fonts"
)

// softHyphen is what a hyphen stands for that is only there because a line ends.
const softHyphen = "\u00AD"

// runKey tells apart the two ways in which a run is coded.
type runKey struct {
	run        *fonts.Run
	softHyphen bool
}

// codedRun is a run as operands of TJ (ISO 32000-1 §9.4.3). It does not depend on
// the size, so that a word is coded once for the whole document.
type codedRun struct {
	font  *codedFont
	width int64 // from the origin to the end, in thousandths of an em
	parts []runPart
}

// runPart is glyphs at one height: strings and numbers, without the parenthesis
// that opens the first string and that which closes the last.
type runPart struct {
	rise int64 // in thousandths of an em
	body []byte
}

// run returns the coded form of a run, from memory if it was coded before. All
// its glyphs are in one font.
func (s *fontSet) run(run *fonts.Run, softHyphen bool) *codedRun {
	key := runKey{run, softHyphen}
	c := s.runs[key]
	if c == nil {
		c = codeRun(s.font(run.Face, len(run.Glyphs)), run, softHyphen)
		s.runs[key] = c
	}
	return c
}

func codeRun(font *codedFont, run *fonts.Run, hyphenated bool) *codedRun {
	c := &codedRun{font: font, parts: make([]runPart, 1)}
	c.parts[0].body = make([]byte, 0, 2*len(run.Glyphs))
	texts := clusterTexts(run)
	if hyphenated && len(texts) > 0 {
		texts[readingOrder(run, len(texts)-1)] = softHyphen
	}
	origins := glyphOrigins(run)
	for k := range run.Glyphs {
		// Tagged text is drawn in the order of reading (ISO 32000-1 §14.8.2.3).
		i := readingOrder(run, k)
		g := &run.Glyphs[i]
		c.moveTo(font.milliEm(origins[i]+int64(g.XOffset)), font.milliEm(int64(g.YOffset)))
		code := font.code(pair{g.ID, texts[i]})
		last := &c.parts[len(c.parts)-1]
		last.body = append(last.body, byte(code>>8), byte(code))
		c.width += font.width(g.ID)
	}
	c.moveTo(font.milliEm(int64(run.Advance)), 0)
	return c
}

// moveTo sets the pen to x and rise. A step of one thousandth is left out where
// it comes from rounding the widths of a face with another em.
func (c *codedRun) moveTo(x, rise int64) {
	last := &c.parts[len(c.parts)-1]
	if rise != last.rise && len(last.body) > 0 {
		c.parts = append(c.parts, runPart{})
		last = &c.parts[len(c.parts)-1]
	}
	last.rise = rise
	back := c.width - x
	if back == 0 || (back == 1 || back == -1) && c.font.face.UnitsPerEm != 1000 {
		return
	}
	last.body = append(last.body, ')')
	last.body = strconv.AppendInt(last.body, back, 10)
	last.body = append(last.body, '(')
	c.width = x
}

// clusterTexts returns the text that each glyph stands for: a character of its
// cluster for each glyph in the order of reading, the last with all that are left,
// such as those of a ligature. A glyph beyond the number of characters stands for
// nothing.
func clusterTexts(run *fonts.Run) []string {
	texts := make([]string, len(run.Glyphs))
	start := 0 // of the cluster, counted in the order of reading
	for start < len(texts) {
		end := start + 1
		for end < len(texts) && run.Glyphs[readingOrder(run, end)].Cluster == run.Glyphs[readingOrder(run, start)].Cluster {
			end++
		}
		from, to := int(run.Glyphs[readingOrder(run, start)].Cluster), len(run.Text)
		if end < len(texts) {
			to = int(run.Glyphs[readingOrder(run, end)].Cluster)
		}
		rest := visible(run.Text[from:to])
		for k := start; k < end; k++ {
			size := len(rest)
			if k < end-1 {
				_, size = utf8.DecodeRuneInString(rest)
			}
			texts[readingOrder(run, k)], rest = rest[:size], rest[size:]
		}
		start = end
	}
	return texts
}

// readingOrder returns the index of the glyph that is read as number k. Glyphs are
// kept in the order of the eye, from left to right.
func readingOrder(run *fonts.Run, k int) int {
	if run.RTL {
		return len(run.Glyphs) - 1 - k
	}
	return k
}

// visible leaves out the characters that only say where a line may end.
func visible(s string) string {
	if !strings.ContainsAny(s, "\u00AD\u200B") {
		return s
	}
	return strings.NewReplacer("\u00AD", "", "\u200B", "").Replace(s)
}

// glyphOrigins returns where the glyphs start, in design units from the start of
// the run.
func glyphOrigins(run *fonts.Run) []int64 {
	origins := make([]int64, len(run.Glyphs))
	at := int64(0)
	for i, g := range run.Glyphs {
		origins[i] = at
		at += int64(g.Advance)
	}
	return origins
}
