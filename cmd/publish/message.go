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
	Col      int      `json:"col,omitempty"`
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

// report prints the messages of a stage that weigh enough, all at once and in
// order, and counts every one. It returns errReported if one is an error.
func (p *program) report(diags book.Diags) error {
	diags.Sort()
	var text strings.Builder
	for _, d := range diags {
		p.tally.add(d)
		if d.Severity >= p.least {
			p.write(&text, d)
		}
	}
	io.WriteString(p.stderr, text.String())
	if len(diags) > 0 && diags.Worst() == book.Error {
		return errReported
	}
	return nil
}

// judge sums up the messages that were counted but not printed, and fails the run
// for its warnings under --strict.
func (p *program) judge() error {
	if n := p.tally.severity[book.Info]; n > 0 && p.least > book.Info && !p.flags.quiet && p.flags.diagnostics == "text" {
		fmt.Fprintf(p.stderr, "publish: %d infos not shown (%s); publish check shows them\n", n, p.tally.of(book.Info))
	}
	if p.flags.strict && p.tally.severity[book.Warning] > 0 {
		return errReported
	}
	return nil
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
