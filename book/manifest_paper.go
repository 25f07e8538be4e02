package book

import (
	"fmt"
	"strconv"
	"strings"
)

// paper is a leaf as a manifest gives it: by its thickness in thousandths of a
// millimetre, or by grams a square metre and the volume of a gram, in hundredths of a
// cubic centimetre.
type paper struct {
	given                  bool // thickness or grams
	thickness, grams, bulk int64
}

// OfficeBulk is the volume of a gram of office paper, in hundredths of a cubic
// centimetre: 80 grams a square metre are 0.1 mm thick.
const OfficeBulk = 125

// or returns the thickness of a leaf in thousandths of a millimetre, or that of another
// where the manifest gives none. Grams a square metre by cubic centimetres a gram are
// micrometres.
func (p paper) or(other int64) int64 {
	switch {
	case p.grams > 0 && p.bulk > 0:
		return p.grams * p.bulk / 100
	case p.grams > 0:
		return p.grams * OfficeBulk / 100
	case p.given:
		return p.thickness
	}
	return other
}

// thickness is a key for how thick a leaf is: 0.1mm, or 80g.
func (r *manifestReader) thickness(name string, to *paper) manifestKey {
	return r.checked(name, func(s string) (problem, hint string) {
		to.thickness, to.grams, to.given = 0, 0, true
		if number, ok := strings.CutSuffix(s, "mm"); ok {
			if n, ok := millimetres(strings.TrimSpace(number)); ok && n <= 1000 {
				to.thickness = n
				return "", ""
			}
		}
		if number, ok := strings.CutSuffix(s, "g"); ok {
			if n, err := strconv.Atoi(strings.TrimSpace(number)); err == nil && n >= 1 && n <= 1000 {
				to.grams = int64(n)
				return "", ""
			}
		}
		return fmt.Sprintf("%q is not a thickness", s), "write 0mm to 1mm, or the weight of a square metre such as 80g"
	})
}

// bulk is a key for the volume of paper, in cubic centimetres a gram.
func (r *manifestReader) bulk(name string, to *paper) manifestKey {
	return r.checked(name, func(s string) (problem, hint string) {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || !(f >= 0.5 && f <= 4) {
			return fmt.Sprintf("the bulk of paper cannot be %q", s), "write 0.5 to 4 cubic centimetres a gram, such as 1.5"
		}
		to.bulk = int64(f*100 + 0.5)
		return "", ""
	})
}
