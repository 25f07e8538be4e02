// Package validators holds finished editions to the judgement of programs that
// are not ours: EPUBCheck, Ace, two reading engines and pdf.js in Chromium, qpdf,
// MuPDF, Poppler, Ghostscript, veraPDF and citation-js. It is for tests only and imports
// nothing of this module.
//
// Every function takes the test and the path of a file, and fails the test for
// each thing a validator has to say about it, at any severity. A validator that
// is not installed skips the test with the reason; with PUBLISH_REQUIRE_VALIDATORS
// set in the environment, as in CI, it fails the test instead.
//
// The script .ci/validators installs all of them, at the versions pinned in the
// file versions, into ${PUBLISH_VALIDATORS:-$HOME/.cache/publish-validators}; the
// PDF tools and Chromium come from the system's packages. EPUBCheck, Ace and
// veraPDF take seconds to start, so the functions for them take any number of
// files and start once.
//
// By hand, with C the installed folder (the script prints it):
//
//	java -cp "$C/epubcheck/*" com.adobe.epubcheck.tool.Checker book.epub
//	java -cp "$C/verapdf/*" output/validators/verapdf/Check.java ua1 book.pdf
//	node output/validators/ace/check.mjs book.epub report-folder
//	node output/validators/reader/check.mjs book.epub
//	node output/validators/references/check.mjs book.csl.json book.bib
//	node output/validators/reader/shots.mjs book.epub pictures-folder
//	node output/validators/reader/draw.mjs book.pdf pictures-folder 72 1 2 3
package validators
