package validators

import (
	"encoding/json"
	"fmt"
	"testing"
)

// References fails t for everything that citation-js, and the CSL processor citeproc
// inside it, have to say against a list of works as CSL-JSON at csl and the same list as
// BibTeX at bib: entries that they do not read, and those that differ between the two.
func References(t testing.TB, csl, bib string) {
	t.Helper()
	found, err := references(csl, bib)
	report(t, "citation-js", found, err)
}

func references(csl, bib string) ([]Problem, error) {
	h, err := findHome()
	if err != nil {
		return nil, err
	}
	node, err := h.node("references/check.mjs", csl, bib)
	if err != nil {
		return nil, err
	}
	out, err := node.run()
	if err != nil {
		return nil, err
	}
	if out.status != 0 {
		return nil, fmt.Errorf("status %d: %s", out.status, out.said())
	}
	var found []Problem
	if err := json.Unmarshal([]byte(out.stdout), &found); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out.said())
	}
	return found, nil
}
