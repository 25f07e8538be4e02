/*
Publish makes a book of wiki articles: an EPUB 3.3 and a typeset PDF.

Usage:

	publish build   [BOOK.yaml | DIR | FILE…]   assemble a book and write its editions
	publish build   --sample                    the same for the small book inside the program
	publish check   [BOOK.yaml | DIR | FILE…]   report what an editor should mend
	publish init    DIR                         write a book.yaml for a folder of articles
	publish dump    --stage STAGE [BOOK.yaml]   print one stage as text or JSON
	publish explain CODE                        tell what a message means
	publish version                             print the version of the program
	publish completion bash|zsh|fish|powershell print a script that completes commands

A book is described by its manifest, book.yaml: title, chapters, what goes before
and after them, and the choices of design. The articles are Markdown as pandoc
writes it from a MediaWiki. Without an argument the manifest is ./book.yaml; a
folder or a list of articles in its place makes a book of every article in name
order, titled after the folder.

Flags of all commands that read a book:

	-e, --edition LIST      editions to make: epub, kepub (for Kobo), pdf,
	                        booklet, large-print, wrap-cover
	-j, --jobs N            chapters worked on at once; the result is the same for any N
	-q, --quiet             print errors and warnings only
	    --strict            let warnings fail the run
	    --progress WHEN     auto (a bar on a terminal, lines elsewhere), plain, none
	    --diagnostics FORM  messages as text or json, one object a line: file, line,
	                        column, severity, text, code, hints
	    --limit N           print N messages of a code and count the rest, 0 for all
	                        (default: 10 on a terminal, else all); not for json

and one for each key of the manifest that shapes the book, such as --title,
--date, --trim, --font-size, --notes, --pages; the flag wins. With --export csl-json,
bibtex the works of the bibliography stand beside the editions for other programs, as
TITLE.csl.json and TITLE.bib. Build has these as well:

	-o, --out DIR           folder of the editions (default: editions beside the
	                        manifest; ./editions with --sample)
	    --report FILE       what was built, as JSON: files with sizes and SHA-256,
	                        pages, messages by code, fonts, and the account of
	                        words of every article

	    --estimate          write no edition; print pages, blank pages, sheets,
	                        signatures, paper and width of the spine, as lines or,
	                        with --diagnostics json, as one object

Check has --report too, and

	--dropped LIST      print the places of what was left out on purpose, of the
	                    classes in the list (publish explain text-dropped), or all

Init has --index, which writes index.yaml as well: the editor's rules for the index,
all in comments, with the headings that it has. The manifest names the file with
index: {file: index.yaml}. Its keys are exclude, rename, merge, sort-as, see,
see-also, add and people; a rule that nothing answers to gives a warning.

# Account

Every word of an article stands in the book, was left out on purpose in one of a few
classes, or is lost, which is a fault of the program and gives a warning. Check
prints the sums; the report has them for each article, and they add up:
words-in-source is words-in-book, the words of all classes of words-dropped, and
words-lost.

# Output

Standard output is for results: the path of each file written, one a line, or
what dump prints. Messages and progress go to standard error. A message is

	file:line:col: error|warning|info: text [code]

and may be followed by lines that start with "hint:". All messages of a stage come
at once, sorted by place. Build prints errors and warnings and counts the infos;
check prints all.

Nothing in the output folder changes unless every edition is whole: each file is
written beside its place, as .publish-*.tmp, and renamed at the end. What a killed
run leaves behind the next one removes.

The same input, program and date give the same bytes. The date is that of the
manifest or of --date, else SOURCE_DATE_EPOCH, else the clock.

# Exit status

	0  done
	1  the input has errors, or warnings under --strict, or a file could not be written
	2  wrong usage
*/
package main
