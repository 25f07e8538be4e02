package fonts

import (
	"fmt"
	"strings"
	"testing"
)

// TestKerning compares glyphs, kerning and marks with what HarfBuzz itself, version
// 15.0.0, makes of the bundled fonts: glyph=cluster+advance, and @x,y for an
// offset. Whole words of real articles, 30,220 of them in all styles, were compared
// in the same way when this was written; all agreed.
func TestKerning(t *testing.T) {
	tests := []struct {
		text  string
		style Style
		feat  Features
		lang  string
		want  string
	}{
		{"people", Roman, Features{}, "en", "498=0+519|435=1+380|485=2+495|498=3+504|473=4+240|435=5+390"},
		{"AVATAR", Roman, Features{}, "en", "1=0+552|113=1+542|1=2+597|98=3+585|1=4+692|89=5+713"},
		{"Kropotkin’s", Italic, Features{}, "en", "61=0+699|523=1+379|507=2+380|520=3+439|507=4+380|533=5+272|493=6+455|479=7+279|501=8+527|2400=9+215|526=12+276"},
		{"References", Bold, Features{}, "en", "89=0+760|435=1+417|447=2+335|435=3+417|501=4+402|435=5+417|479=6+566|425=7+407|435=8+417|504=9+360"},
		{"movie", Bold | Italic, Features{}, "en", "500=0+831|507=1+458|822=2+477|479=3+328|457=4+380"},
		{"official", Roman, Features{SmallCaps: true}, "en", "1230=0+616|1191=1+451|1191=2+451|1200=3+315|1171=4+560|1200=5+315|1159=6+544|1216=7+470"},
		{"iraq", Roman, Features{SmallCaps: true}, "tr", "907=0+245|1245=1+540|1159=2+544|1244=3+626"},
		{"1917–21", Roman, Features{Figures: OldStyle}, "en", "2223=0+289|2231=1+466|2223=2+289|2229=3+460|2474=4+550|2224=7+440|2223=8+289"},
		{"Толстой", Roman, Features{}, "ru", "1512=0+565|1630=2+470|1627=4+481|1633=6+407|1634=8+410|1630=10+495|1622=12+528"},
		{"Ἀθήνα", Roman, Features{}, "el", "1769=0+692|1872=3+430|1900=5+460|1877=7+405|1865=9+452"},
		{"x\u0323y\u0301", Roman, Features{}, "en", "894=0+430|2956=0+0@-212,0|896=3+438"}, // the dot: placeMarks
		{"שָׁלוֹם", Roman, Features{}, "he", "23=12+582|46=8+0@-85,0|124=8+326|55=6+503|79=0+0@178,0|100=0+0@544,0|96=0+727"},
		{"ɪɡ", Italic, Features{}, "en", "1065=0+334|1056=2+560"},
	}
	shaper := NewShaper(defaultFamily(t))
	for _, test := range tests {
		runs := shaper.Shape(test.text, test.style, test.feat, test.lang)
		checkRuns(t, test.text, runs)
		if len(runs) != 1 {
			t.Errorf("%q: %d runs", test.text, len(runs))
			continue
		}
		if got := describe(runs[0]); got != test.want {
			t.Errorf("%q is set as\n%s, HarfBuzz sets\n%s", test.text, got, test.want)
		}
	}
}

func describe(run *Run) string {
	var glyphs []string
	for _, g := range run.Glyphs {
		s := fmt.Sprintf("%d=%d+%d", g.ID, g.Cluster, g.Advance)
		if g.XOffset != 0 || g.YOffset != 0 {
			s += fmt.Sprintf("@%d,%d", g.XOffset, g.YOffset)
		}
		glyphs = append(glyphs, s)
	}
	return strings.Join(glyphs, "|")
}
