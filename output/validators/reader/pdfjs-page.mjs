// The page that pdf.js, the PDF reader of Firefox, draws a book on.
import { getDocument, GlobalWorkerOptions } from '/modules/pdfjs-dist/build/pdf.min.mjs';

const home = '/modules/pdfjs-dist/';
GlobalWorkerOptions.workerSrc = `${home}build/pdf.worker.min.mjs`;

/** Draws a page, counted from 1, and returns it as the address of a PNG. */
async function draw(book, number, dpi) {
	const page = await book.getPage(number);
	const viewport = page.getViewport({ scale: dpi / 72 });
	const canvas = document.querySelector('canvas');
	canvas.width = Math.round(viewport.width);
	canvas.height = Math.round(viewport.height);
	await page.render({ canvas, viewport, annotationMode: 0 }).promise;
	return canvas.toDataURL('image/png');
}

try {
	const book = await getDocument({
		url: '/book.pdf',
		wasmUrl: `${home}wasm/`,
		iccUrl: `${home}iccs/`,
		standardFontDataUrl: `${home}standard_fonts/`,
	}).promise;
	window.draw = (number, dpi) => draw(book, number, dpi);
	window.opened = { pages: book.numPages };
} catch (err) {
	window.opened = { failure: String(err) };
}
