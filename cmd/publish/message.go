package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"publish/book"
)

// jsonMessage is a message as a line of JSON. File, line and column are left out
// where the message has no place.
type jsonMessage struct {
	File     string   `json:"file,omitempty"`
	Line     int      `json:"line,omitempty"`
	Column   int      `json:"column,omitempty"`
	Severity string   `json:"severity"`
	Text     string   `json:"text"`
	Code     string   `json:"code,omitempty"`
	Hints    []string `json:"hints,omitempty"`
}

// tally counts the messages of a run.
type tally struct {
	codes    map[book.Code]int
	severity [book.Error + 1]int
}

func (t *tally) add(d book.Diag) {
	if t.codes == nil {
		t.codes = map[book.Code]int{}
	}
	t.codes[d.Code]++
	t.severity[d.Severity]++
}

// limitOnTerminal is how many messages of a code a terminal shows: as many as the go
// command shows errors of a package. Scripts get every message.
const limitOnTerminal = 10

// messageLimit returns how many messages of one code are printed in full, 0 for all
// of them.
func (p *program) messageLimit() int {
	switch {
	case p.flags.diagnostics == "json":
		return 0
	case p.flags.limit >= 0:
		return p.flags.limit
	case isTerminal(p.stderr):
		return limitOnTerminal
	}
	return 0
}

// report prints the messages of a stage that weigh enough, all at once and in
// order, and counts every one. It returns errReported if one is an error.
func (p *program) report(diags book.Diags) error {
	diags.Sort()
	var text strings.Builder
	limit, more := p.messageLimit(), map[book.Code]int{}
	for _, d := range diags {
		p.tally.add(d)
		switch {
		case d.Severity < p.least:
		case limit > 0 && p.tally.codes[d.Code] > limit:
			more[d.Code]++
		default:
			p.write(&text, d)
		}
	}
	writeMore(&text, more)
	io.WriteString(p.stderr, text.String())
	if len(diags) > 0 && diags.Worst() == book.Error {
		return errReported
	}
	return nil
}

// writeMore says how many messages of each code were not printed in full.
func writeMore(w io.Writer, more map[book.Code]int) {
	for _, code := range book.Codes() {
		if n := more[code]; n > 0 {
			fmt.Fprintf(w, "… and %d more of %s; --limit 0 prints all, publish explain %s says more\n", n, code, code)
		}
	}
}

// judge sums up the messages that were counted but not printed, and fails the run
// for its warnings under --strict.
func (p *program) judge() error {
	if n := p.tally.severity[book.Info]; n > 0 && p.least > book.Info && !p.flags.quiet && p.flags.diagnostics == "text" {
		fmt.Fprintf(p.stderr, "publish: %s not shown (%s); publish check shows them\n", counted(n, "info"), p.tally.of(book.Info))
	}
	if p.flags.strict && p.tally.severity[book.Warning] > 0 {
		return errReported
	}
	return nil
}

// counted returns a number with the word for what it counts.
func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// of lists the codes of a severity with their counts, in the order of the codes.
func (t *tally) of(severity book.Severity) string {
	var words []string
	for _, code := range book.Codes() {
		if n := t.codes[code]; n > 0 && code.Severity() == severity {
			words = append(words, fmt.Sprintf("%d %s", n, code))
		}
	}
	return strings.Join(words, ", ")
}

// write writes one message in the form that the user asked for.
func (p *program) write(w io.Writer, d book.Diag) {
	if p.flags.diagnostics == "json" {
		p.writeJSON(w, jsonMessage{d.File, d.Line, d.Col, d.Severity.String(), d.Text, string(d.Code), d.Hints})
		return
	}
	fmt.Fprintln(w, d)
}

func (p *program) writeJSON(w io.Writer, m jsonMessage) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.Encode(m)
}

// fail prints an error that has no place in the input.
func (p *program) fail(text, hint string) {
	if p.flags.diagnostics == "json" {
		m := jsonMessage{Severity: book.Error.String(), Text: text}
		if hint != "" {
			m.Hints = []string{hint}
		}
		p.writeJSON(p.stderr, m)
		return
	}
	fmt.Fprintf(p.stderr, "publish: error: %s\n", text)
	if hint != "" {
		fmt.Fprintf(p.stderr, "  hint: %s\n", hint)
	}
}
