// Compares the widths of lines set in two versions of a font:
//
//   node widths.mjs spec.json
//
// The spec is {"fonts": [{"name", "whole", "part"}], "styles": [CSS], "lines": [text]}
// with the paths of font files. Prints a JSON list of the lines whose widths in
// Chromium differ.
import { readFile } from 'node:fs/promises';
import { launch } from './browser.mjs';

const spec = JSON.parse(await readFile(process.argv[2], 'utf8'));
const browser = await launch();
try {
	const page = await browser.newPage();
	await page.setContent('<!DOCTYPE html><meta charset="utf-8"><body></body>');
	const found = [];
	for (const { name, whole, part } of spec.fonts) {
		const files = { whole: (await readFile(whole)).toString('base64'), part: (await readFile(part)).toString('base64') };
		found.push(...await page.evaluate(compare, { name, files, styles: spec.styles, lines: spec.lines }));
	}
	console.log(JSON.stringify(found));
} finally {
	await browser.close();
}

/** Runs in the page. */
async function compare({ name, files, styles, lines }) {
	for (const [version, data] of Object.entries(files)) {
		const face = new FontFace(`${name}-${version}`, `url(data:font/ttf;base64,${data})`);
		document.fonts.add(await face.load());
	}
	const span = document.body.appendChild(document.createElement('span'));
	const width = (version, style, line) => {
		span.style.cssText = `white-space: pre; font: 100px "${name}-${version}", monospace; ${style}`;
		span.textContent = line;
		return span.getBoundingClientRect().width;
	};
	const found = [];
	for (const style of styles) {
		for (const line of lines) {
			const [whole, part] = [width('whole', style, line), width('part', style, line)];
			if (whole !== part) found.push({ name, style, line, whole, part });
		}
	}
	span.remove();
	return found;
}
