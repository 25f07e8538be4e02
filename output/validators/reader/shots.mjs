// Takes pictures of a book as foliate-js shows it, to be looked at:
//
//   node shots.mjs book.epub folder [--sizes small,phone,tablet,desktop,dark] [HREF]...
//
// Without HREF, of its cover, title page, contents, the beginning of the body, the
// opening of the first chapter and the page after it, notes, bibliography and
// index, those that it has;
// with HREFs (such as EPUB/chapter-03.xhtml#n7, paths from the root of the EPUB),
// of those places. Prints the name of each picture. The names sort by size and
// then by place: phone-03-contents.png.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launch, openPage, serve } from './browser.mjs';

const sizes = {
	small: { viewport: { width: 320, height: 568 }, deviceScaleFactor: 2 },
	phone: { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2 },
	tablet: { viewport: { width: 768, height: 1024 }, deviceScaleFactor: 1.5 },
	desktop: { viewport: { width: 1360, height: 860 }, deviceScaleFactor: 1 },
	dark: { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2, colorScheme: 'dark' },
};

/** The place of a landmark, or of an entry of the contents with such a label. */
function landmark(navigation, type, label) {
	return navigation.landmarks.find(l => l.type?.includes(type))?.href
		?? navigation.toc.find(entry => label?.test(entry.label))?.href;
}

/** The places worth a look: a name, where it is, and the pages to turn from there. */
function places(navigation, sections) {
	const body = landmark(navigation, 'bodymatter') ?? navigation.toc[0]?.href;
	const chapter = sections.find(section => section.chapter)?.id ?? body;
	return [
		{ name: 'cover', href: sections[0].id },
		{ name: 'title', href: landmark(navigation, 'titlepage', /^title page$/i) },
		{ name: 'contents', href: landmark(navigation, 'toc', /^contents$/i) },
		{ name: 'body', href: chapter === body ? null : body },
		{ name: 'chapter', href: chapter },
		{ name: 'text', href: chapter, turn: 1 },
		{ name: 'notes', href: landmark(navigation, 'endnotes', /^notes$/i) },
		{ name: 'bibliography', href: landmark(navigation, 'bibliography', /^(bibliography|further reading)$/i) },
		{ name: 'index', href: landmark(navigation, 'index', /^index$/i) },
	].filter(place => place.href);
}

async function shoot(page, size, list, folder) {
	for (const [i, { name, href, turn = 0 }] of list.entries()) {
		const trouble = await page.evaluate(href => window.reader.visit(href), href);
		if (trouble) throw new Error(trouble);
		await page.evaluate(n => window.reader.turn(n), turn);
		await page.waitForTimeout(300); // The engine sets its margins a moment after the text.
		const file = path.join(folder, `${size}-${String(i + 1).padStart(2, '0')}-${name}.png`);
		await page.screenshot({ path: file });
		console.log(file);
	}
}

function arguments_() {
	const args = process.argv.slice(2);
	const at = args.indexOf('--sizes');
	const chosen = at < 0 ? Object.keys(sizes) : args.splice(at, 2)[1].split(',');
	const [book, folder, ...hrefs] = args;
	if (!folder || chosen.some(size => !sizes[size])) {
		console.error(`usage: node shots.mjs book.epub folder [--sizes ${Object.keys(sizes)}] [HREF]...`);
		process.exit(2);
	}
	return { book, folder, chosen, hrefs };
}

const { book, folder, chosen, hrefs } = arguments_();
await mkdir(folder, { recursive: true });
const server = await serve(book);
const browser = await launch();
try {
	for (const size of chosen) {
		const say = (rule, text) => console.error(`${rule}: ${text}`);
		const page = await openPage(browser, server.url, 'foliate.html', say, sizes[size]);
		const list = hrefs.length
			? hrefs.map((href, i) => ({ name: `place-${i + 1}`, href }))
			: places(await page.evaluate(() => window.reader.navigation()), await page.evaluate(() => window.reader.sections()));
		await shoot(page, size, list, folder);
		await page.close();
	}
} finally {
	await browser.close();
	server.close();
}
