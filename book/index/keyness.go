package index

import "math/bits"

// keyness says how much more a chapter uses words than the rest of the book does, as
// the log-likelihood ratio of the two frequencies in thousandths (Dunning, "Accurate
// Methods for the Statistics of Surprise and Coincidence", Computational Linguistics
// 19, 1993; Rayson & Garside 2000). It is 0 where the chapter uses them no more than
// the rest. Here is how often they stand in the chapter of size words, all and total
// are the figures of the whole book, the chapter included.
//
// Integers keep the result the same on every machine.
func keyness(here, size, all, total int) int {
	if here == 0 || size == 0 || total <= size || here*total <= all*size {
		return 0
	}
	rest, restSize := all-here, total-size
	// 2 * sum of observed * ln(observed / expected)
	sum := here * (logarithm(here) + logarithm(total) - logarithm(all) - logarithm(size))
	if rest > 0 {
		sum += rest * (logarithm(rest) + logarithm(total) - logarithm(all) - logarithm(restSize))
	}
	return max(2*sum, 0)
}

// logarithm returns the natural logarithm of n in thousandths: that of the power of
// two below it, and the rest by a quadratic curve that is right to 5 thousandths.
func logarithm(n int) int {
	if n <= 1 {
		return 0
	}
	whole := bits.Len(uint(n)) - 1
	part := (n<<10)>>whole - 1<<10 // n / 2^whole - 1 in 1/1024
	return 693*whole + (part*1000/1024)*(1000-part*307/1024)/1000
}
