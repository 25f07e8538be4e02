package linebreak

import "sort"

// state is what the demerits of later lines depend on.
type state struct {
	point int // index of the item broken at, -1 at the start
	lines int
	class int
	run   int // hyphens in a row
}

// oracle is a slow reference for Variants: it keeps every state apart and tries
// every pair of breaks. It returns the least demerits by number of lines, for lines
// within tolerance, with the given emergency stretch. It shares nothing with the
// package but Natural, which has a test of its own.
func oracle(items []Item, measure func(int) int64, p Params, tolerance int, plain bool, emergency int64) map[int]int64 {
	p = p.resolved()
	var ends []int
	for i := range items {
		if legal(items, i) && !(plain && items[i].Flagged && !items[i].forced()) {
			ends = append(ends, i)
		}
	}
	reached := map[state]int64{{point: -1, class: decent}: 0}
	byPoint := map[int][]state{-1: {{point: -1, class: decent}}}
	for _, end := range ends {
		for _, from := range append([]int{-1}, ends...) {
			if from >= end || forcedBetween(items, from, end) || Start(items, from) > end {
				continue
			}
			for _, s := range byPoint[from] {
				next, d, ok := oracleLine(items, s, end, measure(s.lines), p, tolerance, emergency)
				if !ok {
					continue
				}
				old, seen := reached[next]
				if !seen {
					byPoint[end] = append(byPoint[end], next)
				}
				if total := reached[s] + d; !seen || total < old {
					reached[next] = total
				}
			}
		}
	}
	best := map[int]int64{}
	for _, s := range byPoint[len(items)-1] {
		if old, seen := best[s.lines]; !seen || reached[s] < old {
			best[s.lines] = reached[s]
		}
	}
	return best
}

func forcedBetween(items []Item, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if items[i].forced() {
			return true
		}
	}
	return false
}

// oracleLine returns the state and the demerits that a line from s to end leads to.
func oracleLine(items []Item, s state, end int, measure int64, p Params, tolerance int, emergency int64) (state, int64, bool) {
	width, stretch, shrink := Natural(items, s.point, end)
	play := int(p.Play) * 297 / 1000
	badness, beyond, class := 0, 0, decent
	if lack := measure - width; lack > 0 {
		r := oracleRatio(lack, stretch+emergency)
		badness, beyond = oracleBadness(r), oracleBadness(max(0, r-play)*297/(297-play))
		if beyond > 12 {
			class = loose
		}
		if beyond > 99 {
			class = veryLoose
		}
	} else if lack < 0 {
		if -lack > shrink {
			return state{}, 0, false
		}
		r := oracleRatio(-lack, shrink)
		badness, beyond = oracleBadness(r), oracleBadness(max(0, r-play)*297/(297-play))
		if beyond > 12 {
			class = tight
		}
	}
	if badness > tolerance {
		return state{}, 0, false
	}
	next := state{point: end, lines: s.lines + 1, class: class}
	d := (int64(p.LinePenalty) + int64(beyond)) * (int64(p.LinePenalty) + int64(beyond))
	it := items[end]
	if it.Kind == Penalty && it.Penalty > -10000 {
		if it.Penalty > 0 {
			d += int64(it.Penalty) * int64(it.Penalty)
		} else {
			d -= int64(it.Penalty) * int64(it.Penalty)
		}
	}
	wasFlagged := s.point >= 0 && items[s.point].Kind == Penalty && items[s.point].Flagged
	if it.Kind == Penalty && it.Flagged {
		next.run = s.run + 1
		if wasFlagged {
			d += p.DoubleHyphenDemerits
		}
		if p.MaxHyphens > 0 && next.run > p.MaxHyphens {
			return state{}, 0, false
		}
		if p.MaxHyphens < 0 {
			next.run = 1
		}
	}
	if s.class-class > 1 || class-s.class > 1 {
		d += p.AdjDemerits
	}
	if end == len(items)-1 {
		if wasFlagged {
			d += p.FinalHyphenDemerits
		}
		if s.lines > 0 && width < p.MinLastLine {
			d += p.RuntDemerits
		}
	}
	return next, d, true
}

// oracleRatio returns the largest r with r·s ≤ 297·t, 1291 for all beyond 1290, by
// search (TeX: The Program, §108).
func oracleRatio(t, s int64) int {
	if s <= 0 {
		return 1291
	}
	return sort.Search(1291, func(r int) bool { return int64(r+1)*s > 297*t })
}

// oracleBadness is the badness function of TeX: The Program, §108.
func oracleBadness(r int) int {
	if r > 1290 {
		return 10000
	}
	return (r*r*r + 131072) / 262144
}
