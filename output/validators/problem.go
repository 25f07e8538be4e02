package validators

import "fmt"

// A Problem is one thing that a validator says against a file.
type Problem struct {
	File     string // the edition, and after a colon the file inside it, if known
	Line     int    // from 1; 0 if unknown
	Col      int    // from 1; 0 if unknown
	Severity string // the validator's own word
	Rule     string // the validator's own code
	Text     string
}

// String returns the problem as FILE:LINE:COL: SEVERITY RULE: TEXT, without the
// parts that are unknown.
func (p Problem) String() string {
	s := p.File
	if p.Line > 0 {
		s += fmt.Sprintf(":%d", p.Line)
		if p.Col > 0 {
			s += fmt.Sprintf(":%d", p.Col)
		}
	}
	s += ":"
	for _, word := range []string{p.Severity, p.Rule} {
		if word != "" {
			s += " " + word
		}
	}
	if p.Severity != "" || p.Rule != "" {
		s += ":"
	}
	return s + " " + p.Text
}
