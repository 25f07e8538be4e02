package book

import (
	"fmt"
	"slices"
	"strings"
)

// Severity says what a message means for the build.
type Severity uint8

// An Error fails the build; a Warning fails it under --strict; an Info never.
const (
	Info Severity = iota
	Warning
	Error
)

// String returns the word that messages use.
func (s Severity) String() string {
	return [...]string{"info", "warning", "error"}[s]
}

// Diag is one message about the input: what is wrong, where, and the likely cure.
// Text is lower case without a full stop.
type Diag struct {
	Pos
	Severity Severity
	Code     Code
	Text     string
	Hints    []string
}

// String returns the message in the form of the contract, hints on lines of
// their own.
func (d Diag) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s: %s [%s]", d.Pos, d.Severity, d.Text, d.Code)
	for _, h := range d.Hints {
		fmt.Fprintf(&b, "\n  hint: %s", h)
	}
	return b.String()
}

// Diags is a list of messages. A stage appends in any order and sorts once.
type Diags []Diag

// Add appends a message with the severity that its code has.
func (ds *Diags) Add(code Code, pos Pos, format string, args ...any) *Diag {
	*ds = append(*ds, Diag{Pos: pos, Severity: code.Severity(), Code: code, Text: fmt.Sprintf(format, args...)})
	return &(*ds)[len(*ds)-1]
}

// Hint adds a hint line to the message and returns it.
func (d *Diag) Hint(format string, args ...any) *Diag {
	d.Hints = append(d.Hints, fmt.Sprintf(format, args...))
	return d
}

// Sort orders messages by file, line, column, code and text, and drops doubles.
func (ds *Diags) Sort() {
	slices.SortStableFunc(*ds, compareDiags)
	*ds = slices.CompactFunc(*ds, func(a, b Diag) bool { return compareDiags(a, b) == 0 })
}

func compareDiags(a, b Diag) int {
	switch {
	case a.Pos.Before(b.Pos):
		return -1
	case b.Pos.Before(a.Pos):
		return 1
	}
	if c := strings.Compare(string(a.Code), string(b.Code)); c != 0 {
		return c
	}
	return strings.Compare(a.Text, b.Text)
}

// Worst returns the highest severity in the list; Info when it is empty.
func (ds Diags) Worst() Severity {
	worst := Info
	for _, d := range ds {
		worst = max(worst, d.Severity)
	}
	return worst
}
