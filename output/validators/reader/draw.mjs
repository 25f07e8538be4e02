// Draws pages of a PDF with pdf.js in Chromium:
//
//   node draw.mjs book.pdf folder DPI PAGE...
//
// Pages count from 1; each becomes folder/pdfjsPAGE.png. Whatever pdf.js says goes to
// standard error, a line each.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch, openPage, serve } from './browser.mjs';

const [book, folder, dpi, ...pages] = process.argv.slice(2);
if (pages.length === 0) {
	console.error('usage: node draw.mjs book.pdf folder DPI PAGE...');
	process.exit(2);
}
const server = await serve(book);
const browser = await launch();
try {
	const page = await openPage(browser, server.url, 'pdfjs.html', (rule, text) => console.error(`${rule}: ${text}`));
	for (const number of pages) {
		const url = await page.evaluate(([number, dpi]) => window.draw(number, dpi), [Number(number), Number(dpi)]);
		await writeFile(path.join(folder, `pdfjs${number}.png`), Buffer.from(url.split(',')[1], 'base64'));
	}
} finally {
	await browser.close();
	server.close();
}
