// Opens books in two reading engines and reads through them:
//
//   node check.mjs book.epub...
//
// Prints a JSON list with an object for each book: what it was found to hold, and
// problems. Exit status: 0 none, 1 some, 2 the browser could not be used.
import { launch, openPage, serve } from './browser.mjs';

// The most entries of a list that are visited on the screen, so that a book of a
// thousand pages takes a minute; all of them are resolved.
const most = { toc: 120, landmarks: 24, pages: 24, notes: 24 };

/** At most n members of a list, evenly spread, first and last included. */
function sample(list, n) {
	if (list.length <= n) return list;
	return Array.from({ length: n }, (_, i) => list[Math.round(i * (list.length - 1) / (n - 1))]);
}

async function readFoliate(page, found, complain) {
	const ask = (name, ...args) => page.evaluate(([name, args]) => window.reader[name](...args), [name, args]);

	const navigation = await ask('navigation');
	for (const [list, entries] of Object.entries(navigation)) {
		found[list] = entries.length;
		for (const { label, problem } of entries) if (problem) complain(list, `"${label}": ${problem}`);
	}
	const links = await ask('links');
	found.links = links.internal;
	found.externalLinks = links.external;
	for (const { file, text } of links.problems) complain('link', text, file);

	const sections = await ask('sections');
	found.sections = sections.length;
	for (let i = 0; i < sections.length; i++) {
		const seen = await ask('section', i);
		found.pictures += seen.pictures;
		found.fonts = Math.max(found.fonts, seen.fonts);
		for (const problem of seen.problems) complain('section', problem, seen.file);
	}
	const visits = Object.entries(navigation).flatMap(([list, entries]) => sample(entries, most[list]));
	for (const { href, problem } of visits) {
		if (problem) continue;
		const trouble = await ask('visit', href);
		if (trouble) complain('visit', trouble);
	}
	await readNotes(ask, sections, found, complain);
}

// readNotes follows notes there and back, and opens their pop-ups.
async function readNotes(ask, sections, found, complain) {
	const counts = await ask('noterefs');
	const all = counts.flatMap((count, index) => Array.from({ length: count }, (_, n) => ({ index, n })));
	found.notes = all.length;
	for (const { index, n } of sample(all, most.notes)) {
		const trouble = await ask('note', index, n);
		if (trouble) complain('note', trouble, sections[index].id);
		const closed = await ask('popup', index, n);
		if (closed) complain('popup', closed, sections[index].id);
		else found.popups++;
	}
}

async function readEPUBJS(page, complain) {
	const contents = await page.evaluate(() => window.reader.contents());
	for (const { href } of sample(contents, most.toc)) {
		const trouble = await page.evaluate(href => window.reader.visit(href), href);
		if (trouble) complain('epubjs-visit', trouble);
	}
	return contents.length;
}

async function check(browser, book) {
	const found = { sections: 0, toc: 0, landmarks: 0, pages: 0, links: 0, externalLinks: 0, notes: 0, popups: 0, pictures: 0, fonts: 0, problems: [] };
	const complain = (rule, text, file = '') => found.problems.push({ rule, text, file });
	const server = await serve(book);
	try {
		const foliate = await openPage(browser, server.url, 'foliate.html', complain);
		await readFoliate(foliate, found, complain);
		await foliate.close();
		const epubjs = await openPage(browser, server.url, 'epubjs.html', complain);
		const entries = await readEPUBJS(epubjs, complain);
		if (entries !== found.toc) complain('epubjs-contents', `epub.js finds ${entries} entries, foliate-js ${found.toc}`);
		await epubjs.close();
	} catch (err) {
		complain('unreadable', err?.message ?? String(err));
	} finally {
		server.close();
	}
	return found;
}

const books = process.argv.slice(2);
if (!books.length) {
	console.error('usage: node check.mjs book.epub...');
	process.exit(2);
}
const browser = await launch();
const results = [];
for (const book of books) results.push(await check(browser, book));
await browser.close();
console.log(JSON.stringify(results, null, 1));
process.exitCode = results.some(found => found.problems.length) ? 1 : 0;
