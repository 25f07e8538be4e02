package main

import (
	"errors"
	"fmt"
)

// Exit statuses of the contract.
const (
	exitDone  = 0
	exitInput = 1 // the input has errors, or an edition could not be written
	exitUsage = 2 // wrong usage
)

// usageError is a mistake on the command line.
type usageError struct {
	text string
	hint string
}

func (e *usageError) Error() string { return e.text }

func usagef(format string, args ...any) *usageError {
	return &usageError{text: fmt.Sprintf(format, args...)}
}

// withHint adds what to do about a mistake.
func (e *usageError) withHint(format string, args ...any) *usageError {
	e.hint = fmt.Sprintf(format, args...)
	return e
}

// hintedError is a failure outside the command line that the user can mend.
type hintedError struct {
	error
	hint string
}

func (e *hintedError) Unwrap() error { return e.error }

// errReported ends a run whose messages have told what is wrong.
var errReported = errors.New("the input has errors")

// exitStatus reports an error, unless its messages have been printed, and returns
// the exit status that belongs to it.
func (p *program) exitStatus(err error) int {
	var usage *usageError
	var hinted *hintedError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitInput
	case errors.As(err, &usage):
		p.fail(usage.text, usage.hint)
		return exitUsage
	case errors.As(err, &hinted):
		p.fail(hinted.Error(), hinted.hint)
		return exitInput
	}
	p.fail(err.Error(), "")
	return exitInput
}
