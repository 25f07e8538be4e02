package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"publish/book"
)

func (p *program) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain CODE",
		Short: "Tell what a message means and what to do",
		Long: `Explain prints what a message means and what to do about it. CODE is the word in
brackets at the end of the message. The codes are:

` + codeList(),
		Example: "  publish explain link-missing",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("explain takes one code").withHint("a code is the word in brackets at the end of a message")
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(codeNames(), cobra.ShellCompDirectiveNoFileComp),
		RunE:              func(_ *cobra.Command, args []string) error { return p.explain(args[0]) },
	}
}

func (p *program) explain(code string) error {
	code = strings.Trim(code, "[]")
	text, ok := book.Explain(book.Code(code))
	if !ok {
		if near := book.Nearest(code, codeNames(), 1); near != nil {
			return usagef("there is no code %q", code).withHint("did you mean %s?", near[0])
		}
		return usagef("there is no code %q", code).withHint("publish explain --help lists them")
	}
	_, err := fmt.Fprintf(p.stdout, "%s (%s)\n\n%s\n", code, book.Code(code).Severity(), text)
	return err
}

func codeNames() []string {
	var names []string
	for _, code := range book.Codes() {
		names = append(names, string(code))
	}
	return names
}

func codeList() string {
	var b strings.Builder
	for _, name := range codeNames() {
		fmt.Fprintf(&b, "  %s\n", name)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
