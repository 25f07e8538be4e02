package wiki

import (
	"os"
	"slices"
	"testing"

	"publish/book"
)

// TestPeekAgreesWithRead holds the short look at a file to the reading of it, for
// every real article.
func TestPeekAgreesWithRead(t *testing.T) {
	const dir = "../../../shared/corpus/anarwiki/pages"
	files, err := List(dir, dir)
	if err != nil {
		t.Skip("the real articles are not there: ../shared/corpus")
	}
	for _, f := range files {
		src, err := os.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		name := f.Name[len(dir)+1 : len(f.Name)-len(".md")]
		short := Peek(f.Name, name, src)
		long, _ := Read(f.Name, name, src)
		if short.Title != long.Title || short.Pos != long.Pos || short.Name != long.Name || !sameRedirect(short.Redirect, long.Redirect) {
			t.Errorf("%s: %+v, not %+v", name, short, long)
		}
		a, b := slices.Sorted(slices.Values(short.Categories)), slices.Sorted(slices.Values(long.Categories))
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%s: categories %q, not %q", name, a, b)
		}
	}
}

func sameRedirect(a, b *book.Redirect) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}
