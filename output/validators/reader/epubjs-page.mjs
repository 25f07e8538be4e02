// Opens /book.epub in epub.js and puts on window what the driver asks of it.
const book = ePub('/book.epub');
const rendition = book.renderTo('book', { width: '100%', height: '100%', flow: 'paginated' });

const flat = list => (list ?? []).flatMap(item => [item, ...flat(item.subitems)]);

/** The entries of the contents, flat. */
const contents = () => flat(book.navigation.toc).map(({ label, href }) => ({ label: label.trim(), href }));

/** Goes to an entry of the contents and tells what the screen then shows. */
async function visit(href) {
	const wanted = book.spine.get(href);
	if (!wanted) return `${href} is not in the reading order`;
	await rendition.display(href);
	const at = rendition.currentLocation()?.start;
	if (at?.index !== wanted.index) return `${href} shows document ${at?.index} in place of ${wanted.index}`;
	return null;
}

try {
	await book.opened;
	await book.ready;
	await rendition.display();
	window.reader = { contents, visit, sections: () => book.spine.length };
	window.opened = { failure: null };
} catch (err) {
	window.opened = { failure: `epub.js: ${err?.stack ?? err}` };
}
