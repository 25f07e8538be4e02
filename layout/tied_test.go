package layout

import (
	"testing"

	"publish/layout/linebreak"
)

// TestRaggedTied holds that a ragged line does not end at a blank that ties two words.
func TestRaggedTied(t *testing.T) {
	box := linebreak.Item{Kind: linebreak.Box, Width: 40}
	glue := linebreak.Item{Kind: linebreak.Glue, Width: 10}
	tie := linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forbidden}
	p := &paragraph{items: []linebreak.Item{box, glue, box, tie, glue, box, {Kind: linebreak.Penalty, Penalty: linebreak.Forced}}}
	p.measure = 100
	if got := (&composer{}).raggedBreaks(p); len(got) != 2 || got[0] != 1 {
		t.Errorf("breaks at %v, want the first at the blank that does not tie", got)
	}
}
