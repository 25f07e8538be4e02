package linebreak

// infBad is the badness of a line that cannot be borne, and maxRatio the greatest
// ratio, in 297ths, whose badness is less (TeX: The Program, §108).
const (
	infBad   = 10000
	maxRatio = 1290
)

// Fitness classes of lines (TeX: The Program, §817). Two neighbours more than one
// class apart look ill-matched.
const (
	veryLoose = iota
	loose
	decent
	tight
	classes
)

// ratio returns t/s in 297ths, or maxRatio+1 if that is more, s is not positive or t is
// beyond all measure.
// 297 is chosen because 297³ is close to 100·2¹⁸. t is at least 0.
func ratio(t, s int64) int64 {
	if t == 0 {
		return 0
	}
	if s <= 0 || t > 1<<53 {
		return maxRatio + 1
	}
	return min(t*297/s, maxRatio+1)
}

// cubed returns the badness of a ratio in 297ths.
func cubed(r int64) int32 {
	if r > maxRatio {
		return infBad
	}
	return int32((r*r*r + 1<<17) >> 18)
}

// Badness returns about 100(t/s)³, and 10000 at most: how bad it is to stretch or
// shrink a line by t where s is to be had. t is at least 0. A shrinking line with t
// greater than s is overfull, whatever its badness.
func Badness(t, s int64) int32 { return cubed(ratio(t, s)) }

// ratioLimit returns the greatest ratio in 297ths of badness at most tolerance,
// and maxRatio+1 if every badness is.
func ratioLimit(tolerance int32) int64 {
	if tolerance >= infBad {
		return maxRatio + 1
	}
	low, high := int64(0), int64(maxRatio)
	for low < high {
		mid := (low + high + 1) / 2
		if cubed(mid) <= tolerance {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}

// cost is what a line of one ratio adds to the demerits, but for its penalty, with
// its fitness class when it is stretched or shrunk.
type cost struct {
	demerits          int64
	stretched, shrunk uint8
}

// pricing is what the costs of the ratios depend on.
type pricing struct {
	line int64 // penalty of each line
	play int64 // ratio in 297ths up to which a line is as good as a perfect one
}

// pricing returns the pricing by the tastes p.
func (p *Params) pricing() pricing {
	return pricing{int64(p.LinePenalty), int64(p.Play) * 297 / 1000}
}

// appendCosts appends the costs of the ratios 0 to maxRatio+1.
func (p pricing) appendCosts(dst []cost) []cost {
	for r := int64(0); r <= maxRatio+1; r++ {
		dst = append(dst, costOf(cubed(p.beyond(r)), p.line))
	}
	return dst
}

// beyond returns what of a ratio lies beyond the play, as a share of what may.
func (p pricing) beyond(r int64) int64 {
	return min(max(r-p.play, 0)*297/(297-p.play), maxRatio+1)
}

func costOf(badness int32, linePenalty int64) cost {
	d := linePenalty + int64(badness)
	c := cost{demerits: d * d, stretched: decent, shrunk: decent}
	switch {
	case badness > 99:
		c.stretched, c.shrunk = veryLoose, tight
	case badness > 12:
		c.stretched, c.shrunk = loose, tight
	}
	return c
}

// penaltyDemerits returns what the penalty p of a break adds to the demerits of
// its line (TeX: The Program, §859).
func penaltyDemerits(p int32) int64 {
	q := int64(p) * int64(p)
	switch {
	case p <= Forced:
		return 0
	case p < 0:
		return -q
	}
	return q
}
