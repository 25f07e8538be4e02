package linebreak

// Params are the tastes of a paragraph. In every field but MinLastLine,
// EmergencyStretch, Pretolerance, Play and Looseness zero stands for the default and a
// negative number for none.
type Params struct {
	// Tolerance is the greatest badness of a line, 10000 for any. Default 200.
	Tolerance int32
	// Pretolerance is the greatest badness of a line in a first pass that ends no
	// line at a flagged penalty; its result, if any, is final. Zero or less skips
	// that pass.
	Pretolerance int32
	// LinePenalty is added to the badness of each line: the greater, the more it
	// matters that lines are few. Default 10.
	LinePenalty int32

	DoubleHyphenDemerits int64 // two flagged line ends in a row; default 10000
	FinalHyphenDemerits  int64 // a flagged end of the last line but one; default 5000
	AdjDemerits          int64 // two lines in a row of unlike looseness; default 10000
	RuntDemerits         int64 // a runt; default 100000

	// MaxHyphens is the longest run of flagged line ends, 16 at most. It is never
	// exceeded while any other breaks are within tolerance. Default 2.
	MaxHyphens int
	// MinLastLine is the natural width under which the last line of two or more
	// is a runt.
	MinLastLine int64
	// EmergencyStretch is added to the stretch of every line in a further pass, if
	// no breaks are within tolerance without.
	EmergencyStretch int64
	// Play is the part of its stretch or shrink, in thousandths, that a line may use
	// at no cost: what the letters give before the word spaces have to. Tolerance
	// does not heed it. 900 at most.
	Play int32
	// Looseness is by how many lines the paragraph is to be longer than the best
	// breaks make it; negative: shorter. Break comes as near as tolerance lets it.
	Looseness int
	// Strict leaves out the last pass: Break returns nil where it else would return
	// the least bad breaks, whose search takes time with the square of the length.
	Strict bool
}

// mostHyphens is the greatest run of hyphens that is counted; a higher MaxHyphens
// is no limit.
const mostHyphens = 16

// mostDemerits and mostPenalty bound each demerit and the line penalty, so that no
// sum of them overflows.
const (
	mostDemerits = 1 << 40
	mostPenalty  = 1 << 20
)

// resolved returns p with its defaults in place and 0 for what it wants none of.
func (p Params) resolved() Params {
	p.Tolerance = int32(orDefault(int64(p.Tolerance), 200))
	p.LinePenalty = int32(min(orDefault(int64(p.LinePenalty), 10), mostPenalty))
	p.DoubleHyphenDemerits = orDefault(p.DoubleHyphenDemerits, 10000)
	p.FinalHyphenDemerits = orDefault(p.FinalHyphenDemerits, 5000)
	p.AdjDemerits = orDefault(p.AdjDemerits, 10000)
	p.RuntDemerits = orDefault(p.RuntDemerits, 100000)
	if p.MaxHyphens == 0 {
		p.MaxHyphens = 2
	}
	p.EmergencyStretch = max(p.EmergencyStretch, 0)
	p.Play = min(max(p.Play, 0), 900)
	return p
}

// orDefault returns standard for 0, 0 for a negative v, and otherwise v.
func orDefault(v, standard int64) int64 {
	if v == 0 {
		return standard
	}
	return min(max(v, 0), mostDemerits)
}
