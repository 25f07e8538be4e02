package assembly

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// gram is the number of words in a shingle: long enough that two texts share one
// only where one was copied from the other.
const gram = 8

// shared is the part of a chapter's shingles, in per cent, that another chapter
// must hold to be reported as nearly the same.
const shared = 70

// shingles returns the hashes of every run of eight words in the blocks, sorted,
// each once. Case and punctuation do not count.
func shingles(blocks []book.Block) []uint64 {
	var words []uint64
	book.EachText(blocks, func(inlines []book.Inline) {
		book.WalkInlines(inlines, func(in book.Inline) bool {
			if t, ok := in.(*book.Text); ok {
				words = hashWords(words, t.Value)
			}
			return true
		})
	})
	if len(words) < gram {
		return nil
	}
	// A polynomial over the last eight words, rolled on word by word.
	const base = 0x9E3779B97F4A7C15
	power := uint64(1)
	for range gram {
		power *= base
	}
	out := make([]uint64, 0, len(words)-gram+1)
	var sum uint64
	for i, word := range words {
		sum = sum*base + word
		if i >= gram {
			sum -= words[i-gram] * power
		}
		if i >= gram-1 {
			out = append(out, sum)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hashWords appends the FNV-1a hash of every word of s to words.
func hashWords(words []uint64, s string) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	hash, inside := uint64(offset), false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			r = unicode.ToLower(r)
		default:
			if inside {
				words = append(words, hash)
				hash, inside = offset, false
			}
			continue
		}
		inside = true
		hash = (hash ^ uint64(r)) * prime
	}
	if inside {
		words = append(words, hash)
	}
	return words
}

// reportDuplicates reports each chapter of which another chapter holds nearly all.
//
// Only every fourth shingle is looked at, chosen by its hash, so that both chapters
// choose the same ones; in texts of a few hundred words that is still dozens.
func reportDuplicates(drafts []*draft, diags *book.Diags) {
	holders := map[uint64][]int32{}
	sampled := make([]int, len(drafts))
	for i, d := range drafts {
		for _, s := range d.shingles {
			if s>>32%4 == 0 {
				holders[s] = append(holders[s], int32(i))
				sampled[i]++
			}
		}
	}
	common := map[[2]int32]int{}
	for _, at := range holders {
		for i, a := range at {
			for _, b := range at[i+1:] {
				common[[2]int32{a, b}]++
			}
		}
	}
	for pair, n := range common {
		a, b := pair[0], pair[1]
		if sampled[b] < sampled[a] {
			a, b = b, a // a is the smaller, and the one that b may hold
		}
		if percent := 100 * n / sampled[a]; percent > shared && sampled[a] >= 3 {
			small, large := drafts[a], drafts[b]
			diags.Add(book.ArticleDuplicate, small.spec.Pos, "%d %% of %q stands in %q too",
				percent, small.Article, large.Article).
				Hint("leave one of the two out of the book")
		}
	}
}
