// Reads the lists of references that go with a book, as CSL-JSON and as BibTeX, with
// citation-js, and has its CSL processor, citeproc, set both:
//
//   node check.mjs BOOK.csl.json BOOK.bib
//
// Standard output is a JSON list of problems, each with file, rule and text: entries
// that were not read, that one list has and the other has not, or whose people, title,
// date or address differ between the two, and entries of which citeproc sets nothing.
import { readFileSync } from 'node:fs';
import { load } from '../reader/tools.mjs';

const { Cite, plugins } = load('@citation-js/core');
load('@citation-js/plugin-csl');
load('@citation-js/plugin-bibtex');
plugins.config.get('@bibtex').parse.sentenceCase = 'never';

const [csl, bib] = process.argv.slice(2);
const problems = [];
const blame = (file, rule, text) => problems.push({ file, rule, text });

// read parses a file in one form; a file of nothing is a list of nothing.
function read(file, forceType) {
	const text = readFileSync(file, 'utf8');
	if (text.trim() === '') return [];
	try {
		const input = forceType === '@csl/list+object' ? JSON.parse(text) : text;
		return new Cite(input, { forceType, generateGraph: false }).data;
	} catch (err) {
		blame(file, 'parse', String(err?.message ?? err));
		return [];
	}
}

// plain takes out the marks with which citation-js keeps capitals.
const plain = (s) => (s ?? '').replace(/<span class="nocase">(.*?)<\/span>/g, '$1').replace(/\s+/g, ' ').trim();

const person = (n) => [n['dropping-particle'], n['non-dropping-particle'], n.family, n.given, n.suffix, n.literal]
	.filter(Boolean).join(' ').replace(/[,\s]+/g, ' ').trim();
// "and others" of BibTeX is nobody's name, and CSL has no word for it.
const people = (list) => (list ?? []).map((n) => person(n).split(' ').sort().join(' ')).filter((n) => n !== 'others').join('; ');
// citation-js encodes the percent signs of some octets anew.
const address = (url) => (url ?? '').replaceAll('%25', '%');
const year = (d) => String(d?.['date-parts']?.[0]?.[0] ?? '');

const items = read(csl, '@csl/list+object');
const entries = new Map(read(bib, '@biblatex/text').map((e) => [e.id ?? e['citation-key'], e]));
if (JSON.parse(readFileSync(csl, 'utf8')).length !== items.length) blame(csl, 'count', `${items.length} entries were read`);
if (entries.size !== items.length) blame(bib, 'count', `${entries.size} entries beside ${items.length} in the other list`);

for (const item of items) {
	const entry = entries.get(item.id);
	if (!entry) {
		blame(bib, 'missing', `no entry ${item.id}`);
		continue;
	}
	const differ = (field, a, b) => a !== b && blame(bib, field, `${item.id}: ${JSON.stringify(b)} beside ${JSON.stringify(a)}`);
	differ('title', plain(item.title), plain(entry.title));
	differ('author', people(item.author), people(entry.author));
	differ('editor', people(item.editor), people(entry.editor));
	differ('issued', year(item.issued), year(entry.issued));
	differ('URL', address(item.URL), address(entry.URL));
}

for (const [file, list] of [[csl, items], [bib, [...entries.values()]]]) {
	for (const item of list) {
		try {
			const text = new Cite(item, { generateGraph: false }).format('bibliography', { format: 'text', template: 'apa' });
			if (!text.trim()) blame(file, 'citeproc', `${item.id}: nothing was set`);
		} catch (err) {
			blame(file, 'citeproc', `${item.id}: ${err?.message ?? err}`);
		}
	}
}
console.log(JSON.stringify(problems));
