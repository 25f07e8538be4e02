package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"publish/book"
)

// program is one run: where it writes, and what the command line says.
type program struct {
	stdout, stderr io.Writer
	flags          flags
	progress       *progress
	least          book.Severity // the lightest messages that are printed
	tally          tally
	accounts       bool // whether the account of words is wanted
	// fontFolders are where the machine keeps its fonts; none are looked for without.
	fontFolders []string

	serving atomic.Bool // whether a shelf is offered

	mu   sync.Mutex
	sets []*staging // the files that are being written
}

// flags are the flags that several commands share.
type flags struct {
	out         string
	sample      bool
	strict      bool
	jobs        int
	quiet       bool
	progress    string
	diagnostics string
	report      string
	estimate    bool
	limit       int
	dropped     []string
	shape       shape
}

// command returns the tree of commands.
func (p *program) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "publish",
		Short: "Make a book of wiki articles: EPUB and typeset PDF",
		Long: `Publish makes a book of Markdown articles that were exported from a wiki: an
EPUB 3.3 and a typeset PDF, with contents, notes, bibliography and index.`,
		Example: `  publish build --sample            make the small book inside the program
  publish init pages                write pages/book.yaml for a folder of articles
  publish check pages/book.yaml     see what an editor should mend
  publish build pages/book.yaml     write pages/editions/*.epub and *.pdf`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          p.noCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		text, _, _ := strings.Cut(err.Error(), ": strconv.") // how Go parses figures is nobody's concern
		return usagef("%s", text).withHint("%s --help lists the flags", cmd.CommandPath())
	})
	root.PersistentFlags().StringVar(&p.flags.diagnostics, "diagnostics", "text", "form of messages: text or json")
	complete(root, "diagnostics", "text", "json")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		p.flags.shape.set = cmd.Flags()
		return p.checkFlags()
	}
	root.AddCommand(p.buildCommand(), p.checkCommand(), p.initCommand(), p.dumpCommand(), p.shelfCommand(), p.explainCommand(), p.versionCommand())
	return root
}

// noCommand reports a command that does not exist.
func (p *program) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	slices.Sort(names)
	return usagef("there is no command %q", args[0]).withHint("the commands are %s", strings.Join(names, ", "))
}

// bookFlags adds the flags of every command that reads a book.
func (p *program) bookFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&p.flags.sample, "sample", false, "take the small book inside the program")
	f.BoolVar(&p.flags.strict, "strict", false, "let warnings fail the run")
	f.IntVarP(&p.flags.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "chapters worked on at once; the result is the same for any number")
	f.BoolVarP(&p.flags.quiet, "quiet", "q", false, "print errors and warnings only")
	f.StringVar(&p.flags.progress, "progress", "auto", "how progress is shown: auto, plain or none")
	complete(cmd, "progress", "auto", "plain", "none")
	f.IntVar(&p.flags.limit, "limit", -1, "messages of one code that are printed before the rest is only counted, 0 for all (default: 10 on a terminal, else all)")
	complete(cmd, "limit", "0", "10")
	addShapeFlags(cmd)
}

// checkFlags reports values of the common flags that cannot be.
func (p *program) checkFlags() error {
	if err := oneOf("--diagnostics", p.flags.diagnostics, "text", "json"); err != nil {
		return err
	}
	if p.flags.progress == "" { // a command without this flag
		return nil
	}
	if err := oneOf("--progress", p.flags.progress, "auto", "plain", "none"); err != nil {
		return err
	}
	if p.flags.limit < -1 {
		return usagef("--limit cannot be %d", p.flags.limit).withHint("use a number of messages, or 0 for all")
	}
	if p.flags.jobs < 1 {
		return usagef("--jobs cannot be %d", p.flags.jobs).withHint("use 1 or more")
	}
	return nil
}

func oneOf(flag, value string, words ...string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return usagef("%s cannot be %q", flag, value).withHint("use %s", strings.Join(words, ", "))
}

// complete gives a flag the words that a shell completes it with.
func complete(cmd *cobra.Command, flag string, words ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(fmt.Sprintf("completion of --%s: %v", flag, err)) // a flag that is not there
	}
}
