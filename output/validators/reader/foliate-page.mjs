// Opens /book.epub in foliate-js and puts on window what the drivers ask of it.
import '/modules/foliate-js/view.js';
import { FootnoteHandler } from '/modules/foliate-js/footnotes.js';

const view = document.createElement('foliate-view');
document.body.append(view);
let docs = []; // the parsed documents of the spine

const flat = list => (list ?? []).flatMap(item => [item, ...flat(item.subitems)]);
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

// place finds where an href of the book leads, or says why it leads nowhere.
function place(href) {
	if (!href) return { problem: 'has no target' };
	const found = view.book.resolveHref(href);
	if (!found) return { problem: `${href} is no file of the book` };
	if (found.index < 0) return { problem: `${href} is not in the reading order` };
	const target = found.anchor(docs[found.index]);
	if (target == null) return { problem: `${href} names no element there` };
	return { index: found.index, target };
}

// shown is the document on the screen.
const shown = () => view.renderer.getContents()[0];

// waitUntil polls, since foliate-js does not tell when a followed link has arrived.
async function waitUntil(condition) {
	for (let i = 0; i < 200; i++) {
		if (condition()) return true;
		await sleep(25);
	}
	return false;
}

async function open() {
	await view.open('/book.epub');
	docs = await Promise.all(view.book.sections.map(section => section.createDocument()));
	view.renderer.setStyles?.('html { color-scheme: light dark; }');
	await view.goTo(0);
}

/** The three lists of the navigation document, flat: where each entry leads. */
function navigation() {
	const list = items => flat(items).map(({ label, href, type }) => {
		const { index, problem } = place(href);
		return { label: label?.trim(), href, type, index, problem };
	});
	return { toc: list(view.book.toc), landmarks: list(view.book.landmarks), pages: list(view.book.pageList) };
}

/** Counts the links of every document and finds those that lead nowhere. */
function links() {
	const sum = { internal: 0, external: 0, problems: [] };
	docs.forEach((doc, i) => {
		const section = view.book.sections[i];
		for (const a of doc.querySelectorAll('a[href]')) {
			const href = section.resolveHref(a.getAttribute('href'));
			if (view.book.isExternal(href)) {
				sum.external++;
				continue;
			}
			sum.internal++;
			const { problem } = place(href);
			if (problem) sum.problems.push({ file: section.id, text: `link "${a.textContent.trim()}": ${problem}` });
		}
	});
	return sum;
}

/** Goes to an entry of the navigation and tells what the screen then shows. */
async function visit(href) {
	const { index, problem } = place(href);
	if (problem) return problem;
	await view.goTo(href);
	if (shown()?.index !== index) return `${href} shows document ${shown()?.index} in place of ${index}`;
	return null;
}

/** Shows one document of the spine and looks at its pictures, fonts and text. */
async function section(index) {
	const problems = [];
	await view.goTo(index);
	const { doc } = shown();
	const fonts = [...await settledFonts(doc)];
	for (const font of fonts) {
		if (font.status === 'error') problems.push(`font ${font.family} ${font.weight} ${font.style} does not load`);
	}
	const images = [...doc.images];
	for (const image of images) {
		await image.decode().catch(() => {});
		if (!image.naturalWidth) problems.push(`picture ${image.alt} does not load`);
	}
	const pictures = images.length + doc.querySelectorAll('svg').length;
	const text = doc.body.textContent.trim().length;
	if (!text && !pictures) problems.push('shows nothing');
	for (const name of overflowing(doc)) problems.push(`${name} is wider than the page`);
	return { file: view.book.sections[index].id, text, pictures, fonts: fonts.filter(f => f.status === 'loaded').length, problems };
}

async function settledFonts(doc) {
	await doc.fonts.ready;
	return doc.fonts;
}

// overflowing names the kinds of element that reach out of their column: words,
// tables, pictures or verse that a reader of this width would see cut off.
function overflowing(doc) {
	const names = new Set();
	const column = parseFloat(doc.defaultView.getComputedStyle(doc.documentElement).columnWidth);
	if (!column) return names;
	for (const element of doc.body.querySelectorAll('p, table, pre, img, svg, figure, h1, h2, h3, h4, li, dd, dt')) {
		for (const rect of element.getClientRects()) {
			if (rect.width > column + 1) names.add(`<${element.localName}${element.className ? ` class="${element.className.baseVal ?? element.className}"` : ''}>`);
		}
	}
	return names;
}

// follow clicks a link of the book in the shown document and waits for its target
// to be on the screen.
async function follow(a, from) {
	const href = view.book.sections[from].resolveHref(a.getAttribute('href'));
	const to = place(href);
	if (to.problem) return { problem: to.problem };
	const id = to.target.id;
	a.click();
	const visible = () => {
		if (shown()?.index !== to.index) return false;
		const target = shown().doc.getElementById(id);
		return target && view.lastLocation?.range?.intersectsNode(target);
	};
	if (!await waitUntil(visible)) return { problem: `a click on the link to ${href} does not show it` };
	return { index: to.index, target: shown().doc.getElementById(id) };
}

const references = 'a[role~="doc-noteref"][href]';

/** How many references to notes each document of the spine holds. */
function noterefs() {
	return docs.map(doc => doc.querySelectorAll(references).length);
}

/** Clicks the nth reference to a note in a document, then the note's way back. */
async function note(index, n) {
	await view.goTo(index);
	const reference = shown().doc.querySelectorAll(references)[n];
	const there = await follow(reference, index);
	if (there.problem) return there.problem;
	const scope = there.target.closest('li, aside, [role~="doc-endnote"], [role~="doc-footnote"]') ?? there.target;
	const ways = [...scope.querySelectorAll('a[role~="doc-backlink"]')];
	if (!ways.length) return `note ${there.target.id} has no way back`;
	const twin = docs[index].querySelectorAll(references)[n];
	const back = ways.find(a => leadsTo(a, there.index, index, twin));
	if (!back) return `note ${there.target.id} leads back to another place than reference ${n + 1}`;
	return (await follow(back, there.index)).problem ?? null;
}

const words = node => node.textContent.replace(/\s+/g, ' ').trim();

/**
 * Opens the pop-up of the nth reference to a note in a document, as the engine's own
 * reader does, and tells whether it shows the whole note and nothing else.
 */
async function popup(index, n) {
	await view.goTo(index);
	const a = shown().doc.querySelectorAll(references)[n];
	const href = view.book.sections[index].resolveHref(a.getAttribute('href'));
	const to = place(href);
	if (to.problem) return to.problem;
	const handler = new FootnoteHandler();
	let seen = null, settled = false;
	handler.addEventListener('before-render', ({ detail }) => {
		// The view stays, out of sight: the engine works on after it has shown the note.
		detail.view.style.cssText = 'position: fixed; visibility: hidden; width: 20em; height: 15em';
		document.body.append(detail.view);
		detail.view.addEventListener('relocate', () => { settled = true; });
		detail.view.renderer.setAttribute('flow', 'scrolled');
	});
	handler.addEventListener('render', ({ detail }) => { seen = detail; });
	const event = new CustomEvent('link', { cancelable: true, detail: { a, href } });
	const rendered = handler.handle(view.book, event);
	if (!rendered) return `reference ${n + 1} is not taken for one to a note`;
	await rendered;
	if (!await waitUntil(() => seen && settled)) return `the pop-up of reference ${n + 1} does not open`;
	const shownWords = words(seen.view.renderer.getContents()[0].doc.body);
	if (!['endnote', 'footnote'].includes(seen.type)) return `the pop-up of reference ${n + 1} is taken for ${seen.type}`;
	if (shownWords !== words(to.target)) return `the pop-up of reference ${n + 1} shows "${shownWords.slice(0, 60)}" in place of "${words(to.target).slice(0, 60)}"`;
	return to.target.localName === 'li' ? null : `the note of reference ${n + 1} is no item of a list`;
}

// leadsTo tells whether a backlink in document from leads to the reference in
// document index, or to an element that holds it or is held by it.
function leadsTo(a, from, index, reference) {
	const to = place(view.book.sections[from].resolveHref(a.getAttribute('href')));
	if (to.problem || to.index !== index || !to.target.id) return false;
	return to.target.contains(reference) || reference.contains(to.target);
}

/** Turns n pages forward. */
async function turn(n) {
	for (let i = 0; i < n; i++) await view.next();
}

/** The documents of the spine: their names, and whether each is a chapter. */
function sections() {
	const isChapter = doc => doc.querySelector('[role~="doc-chapter"]') != null;
	return view.book.sections.map(({ id }, i) => ({ id, chapter: isChapter(docs[i]) }));
}

try {
	await open();
	window.reader = { navigation, links, visit, section, sections, noterefs, note, popup, turn, flow: value => view.renderer.setAttribute('flow', value) };
	window.opened = { failure: null };
} catch (err) {
	window.opened = { failure: `foliate-js: ${err?.stack ?? err}` };
}
