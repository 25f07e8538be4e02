package fonts

import (
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// place is a distance from the origin of a base.
type place struct{ x, y int32 }

// anchored returns where a font puts a mark, by its anchors, in any of the scripts that
// it has them for (OpenType 1.9.1, "GPOS", lookup type 4).
func anchored(ft *font.Font, base, mark uint16) (all []place) {
	for _, lookup := range ft.GPOS.Lookups {
		for _, subtable := range lookup.Subtables {
			st, is := subtable.(tables.MarkBasePos)
			if !is {
				continue
			}
			b, found := st.BaseCoverage.Index(tables.GlyphID(base))
			m, marked := st.Cov().Index(tables.GlyphID(mark))
			if !found || !marked {
				continue
			}
			record := st.MarkArray.MarkRecords[m]
			at := st.BaseArray.Anchors().Anchor(b, int(record.MarkClass))
			own := st.MarkArray.MarkAnchors[m]
			if at == nil || own == nil {
				continue
			}
			ax, ay := coordinatesOf(at)
			mx, my := coordinatesOf(own)
			all = append(all, place{ax - mx, ay - my})
		}
	}
	return all
}

func coordinatesOf(a tables.Anchor) (x, y int32) {
	switch a := a.(type) {
	case tables.AnchorFormat1:
		return int32(a.XCoordinate), int32(a.YCoordinate)
	case tables.AnchorFormat2:
		return int32(a.XCoordinate), int32(a.YCoordinate)
	case tables.AnchorFormat3:
		return int32(a.XCoordinate), int32(a.YCoordinate)
	}
	return 0, 0
}

// TestMarks holds every mark over a letter to the anchors of the font, or, where it has
// none, to the middle of the letter and clear of it.
func TestMarks(t *testing.T) {
	family := defaultFamily(t)
	shaper := NewShaper(family)
	byFont, byUs := 0, 0
	for _, style := range []Style{Roman, Italic, Bold} {
		for _, letter := range "bdhkmpqxvwzBMQX" {
			for _, mark := range "\u0302\u0304\u0303\u0323" {
				runs := shaper.Shape(string([]rune{letter, mark}), style, Features{}, "en")
				if len(runs) != 1 || len(runs[0].Glyphs) != 2 {
					continue // composed in the font
				}
				run := runs[0]
				base, g := run.Glyphs[0], run.Glyphs[1]
				ft, err := run.Face.load()
				if err != nil {
					t.Fatal(err)
				}
				x, y := base.Advance+g.XOffset, g.YOffset
				if want := anchored(ft, base.ID, g.ID); want != nil {
					byFont++
					if !slices.Contains(want, place{x, y}) {
						t.Errorf("%s: %c with %U stands at %d, %d, not at one of %v", run.Face.Name, letter, mark, x, y, want)
					}
					continue
				}
				byUs++
				under, _ := run.Face.box(base.ID)
				own, _ := run.Face.box(g.ID)
				if off := under.left + under.right - own.left - own.right - 2*x; off < -2 || off > 2 {
					t.Errorf("%s: %c with %U is %d off the middle", run.Face.Name, letter, mark, off/2)
				}
				if above, below := own.low+y > under.high, own.high+y < under.low; !above && !below {
					t.Errorf("%s: %c with %U touches it", run.Face.Name, letter, mark)
				}
			}
		}
	}
	if byFont < 30 || byUs < 3 {
		t.Errorf("%d marks stand by the font's anchors, %d without", byFont, byUs)
	}
}
