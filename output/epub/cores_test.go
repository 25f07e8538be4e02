package epub

import (
	"runtime"
	"testing"
)

// setCores sets GOMAXPROCS until the test ends.
func setCores(t *testing.T, n int) {
	before := runtime.GOMAXPROCS(n)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
}
