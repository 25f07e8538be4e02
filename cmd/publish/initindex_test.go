package main

import (
	"strings"
	"testing"

	"publish/book"
)

// TestRulesHead reads the examples of a first index.yaml as an editor would use them:
// without the marks of comments.
func TestRulesHead(t *testing.T) {
	_, examples, ok := strings.Cut(rulesHead, "\n\n")
	if !ok {
		t.Fatal("no examples")
	}
	var src strings.Builder
	for _, line := range strings.Split(examples, "\n") {
		src.WriteString(strings.TrimPrefix(line, "# ") + "\n")
	}
	e, diags := book.ReadIndexEdits("index.yaml", []byte(src.String()))
	for _, d := range diags {
		t.Error(d)
	}
	if len(e.Exclude) != 1 || len(e.Rename) != 1 || len(e.Merge) != 1 || len(e.SortAs) != 1 || len(e.See) != 1 ||
		len(e.SeeAlso) != 1 || len(e.Add) != 1 || len(e.People) != 2 {
		t.Errorf("the examples are not one of each kind: %+v", e)
	}
}
