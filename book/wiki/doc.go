// Package wiki reads articles that pandoc exported from a MediaWiki as
// Markdown, and turns each into a [book.Article].
//
// In go the bytes of a file; out come an article and messages about it. Every
// node of the article keeps the line and column where the file has it. The
// steps, one file or a few for each:
//
//   - decode: UTF-16, Windows-1252 and stray bytes of it (encoding.go);
//   - repair: halves of characters, invisible characters, line ends
//     (repair.go), front matter (frontmatter.go);
//   - join: tags and table rows torn over lines made whole (join.go);
//   - parse: goldmark with block and inline parsers of our own for notes and
//     HTML (parser.go, noteparser.go, htmlblock.go, rawtag.go);
//   - convert: blocks (block.go, verse.go, figure.go, table.go, htmltree.go, htmlblocks.go) and running
//     text, which goes from goldmark's tree to a flat list of tokens (flatten.go),
//     through a search for leftovers of wikitext (leftover.go, wikilink.go, template.go,
//     bareaddress.go, pair.go), to book inlines (inline.go, element.go);
//   - finish: title, redirect, sections without content (title.go), notes
//     (notes.go).
//
// Invariants: raw HTML never passes through, it is understood or reported and
// its text kept. Every word of the source is in the article's heading, blocks,
// notes or categories, or in Article.Dropped with the reason. Bad input gives
// messages, never a panic. The same bytes give the same article.
//
// Markdown that is not from a wiki is read too: what GitHub and pandoc add to
// CommonMark (alert, div, verse, example, letter item, definition, formula, text table,
// attribute and raised, one file for each), and the links of notebooks. Formulas are
// shown as their source, citations by key as they stand. Notes that pandoc puts below a
// table of HTML are notes (htmlnote.go); what extensions of a wiki draw is left out and
// reported (extension.go).
//
// Limits: quotes and lists deeper than 100 levels are flattened; limit.go bounds what
// one paragraph or table may cost, [MaxSize] a file. Links of
// unsafe schemes become plain text. Typographic quotes and dashes are left to
// the assembly.
//
// Sources: CommonMark 0.31, the GFM spec 0.29 (tables), pandoc's manual, MediaWiki's
// own markup as pandoc leaves it. This is the only package that knows goldmark.
package wiki
