package fonts

import (
	"hash/maphash"
	"slices"
	"sync"
	"sync/atomic"
)

// longestCached is the length in bytes of the longest text that is remembered.
// Longer ones are sentences, which do not come twice.
const longestCached = 256

// cache maps a text and how it is to be set to its runs. It only grows. A look-up
// takes no lock: readers probe a table of atomic pointers (open addressing, linear
// probing), writers take turns and put a larger table in its place when it is half
// full.
//
// The seed of the hash differs from run to run; it decides only where in the table
// an entry lies, which nothing can see.
type cache struct {
	seed  maphash.Seed
	table atomic.Pointer[cacheTable]
	langs atomic.Pointer[[]string]

	mu    sync.Mutex // held by writers
	count int
}

// cacheTable is a power of two of slots, at least half of them nil.
type cacheTable []atomic.Pointer[cacheEntry]

type cacheEntry struct {
	cacheKey
	runs []*Run
}

// cacheKey is a text, its hash, and all else that shaping depends on packed into
// variant.
type cacheKey struct {
	hash    uint64
	variant uint64
	text    string
}

const firstTableSize = 1 << 12

func (c *cache) init() {
	c.seed = maphash.MakeSeed()
	table := make(cacheTable, firstTableSize)
	c.table.Store(&table)
	c.langs.Store(new([]string))
}

// key makes the key of a text.
func (c *cache) key(text string, style Style, feat Features, lang string, dir Direction) cacheKey {
	variant := c.langNumber(lang)<<11 | uint64(dir)<<9 | uint64(style)<<5 | feat.bits()
	// The odd constant, 2^64 divided by the golden ratio, spreads the variants of
	// one text over the table.
	hash := maphash.String(c.seed, text) ^ variant*0x9E3779B97F4A7C15
	return cacheKey{hash, variant, text}
}

// langNumber returns a number for a language tag, the same each time.
func (c *cache) langNumber(lang string) uint64 {
	langs := *c.langs.Load()
	for i, l := range langs {
		if l == lang {
			return uint64(i)
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	langs = *c.langs.Load()
	if i := slices.Index(langs, lang); i >= 0 {
		return uint64(i)
	}
	longer := append(slices.Clip(langs), lang)
	c.langs.Store(&longer)
	return uint64(len(langs))
}

// find returns the runs of a key, nil if there are none yet.
func (c *cache) find(key cacheKey) []*Run {
	if e := (*c.table.Load()).slot(&key).Load(); e != nil {
		return e.runs
	}
	return nil
}

// slot returns the slot that holds the key, or the empty one where it belongs.
func (t cacheTable) slot(key *cacheKey) *atomic.Pointer[cacheEntry] {
	mask := uint64(len(t) - 1)
	for i := key.hash & mask; ; i = (i + 1) & mask {
		e := t[i].Load()
		if e == nil || e.hash == key.hash && e.variant == key.variant && e.text == key.text {
			return &t[i]
		}
	}
}

// add stores the runs of a key and returns them, or those that another goroutine
// stored first, so that all share one result.
func (c *cache) add(key cacheKey, runs []*Run) []*Run {
	c.mu.Lock()
	defer c.mu.Unlock()
	table := *c.table.Load()
	slot := table.slot(&key)
	if e := slot.Load(); e != nil {
		return e.runs
	}
	slot.Store(&cacheEntry{key, runs})
	c.count++
	if 2*c.count > len(table) {
		c.grow(table)
	}
	return runs
}

// grow puts a table of twice the size in place. Readers of the old one miss only
// what is added later, and then ask add.
func (c *cache) grow(old cacheTable) {
	table := make(cacheTable, 2*len(old))
	for i := range old {
		if e := old[i].Load(); e != nil {
			table.slot(&e.cacheKey).Store(e)
		}
	}
	c.table.Store(&table)
}
