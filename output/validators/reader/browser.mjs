// Chromium and a server on the loopback address for it: the pages of this folder,
// the installed reading engines, and one book.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, load, modules } from './tools.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const mediaTypes = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.epub': 'application/epub+zip',
	'.pdf': 'application/pdf',
	'.wasm': 'application/wasm',
};

// locate maps the path of a request to a file: /book.epub and /book.pdf are the book, /modules/
// the npm packages, anything else a file of this folder.
function locate(pathname, book) {
	if (['/book.epub', '/book.pdf'].includes(pathname)) return book;
	const [root, name] = pathname.startsWith('/modules/')
		? [modules, pathname.slice('/modules/'.length)]
		: [here, pathname.slice(1)];
	const file = path.join(root, decodeURIComponent(name));
	return file.startsWith(root + path.sep) ? file : null;
}

async function answer(request, response, book) {
	const { pathname } = new URL(request.url, 'http://localhost');
	if (pathname === '/favicon.ico') return response.writeHead(204).end();
	try {
		const file = locate(pathname, book);
		const body = await readFile(file);
		response.writeHead(200, { 'Content-Type': mediaTypes[path.extname(file)] ?? 'application/octet-stream' });
		response.end(body);
	} catch {
		response.writeHead(404).end();
	}
}

// What Chromium says about the reading engines' own frames, whatever the book.
const aboutEngines = [/allow-scripts and allow-same-origin for its sandbox attribute/];

/** Starts a server for one book. Its port is free on this machine; close it at the end. */
export async function serve(book) {
	const server = createServer((request, response) => answer(request, response, book));
	await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Starts Chromium with a new, empty profile. Close it at the end. */
export function launch() {
	const { chromium: browser } = load('playwright-core');
	return browser.launch({ executablePath: chromium, headless: true, timeout: 60_000 });
}

/**
 * Opens one of this folder's pages on the book and waits until it says that the
 * book is open. Whatever goes wrong in the page, now or later, is given to
 * complain as (rule, text).
 */
export async function openPage(browser, url, name, complain, options = {}) {
	const page = await browser.newPage(options);
	page.on('console', message => {
		if (aboutEngines.some(known => known.test(message.text()))) return;
		if (['error', 'warning'].includes(message.type())) complain(`console-${message.type()}`, message.text());
	});
	page.on('pageerror', err => complain('page-error', String(err)));
	page.on('requestfailed', r => complain('request-failed', `${r.url()} ${r.failure()?.errorText}`));
	page.on('response', r => {
		if (r.status() >= 400) complain('request-failed', `${r.url()} ${r.status()}`);
	});
	page.on('request', r => {
		if (/^https?:/.test(r.url()) && !r.url().startsWith(url)) complain('outside-request', r.url());
	});
	page.setDefaultTimeout(120_000);
	await page.goto(`${url}/${name}`);
	await page.waitForFunction(() => window.opened);
	const failure = await page.evaluate(() => window.opened.failure);
	if (failure) throw new Error(failure);
	return page;
}
