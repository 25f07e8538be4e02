// Where the validators are: the folder that .ci/validators installed, by the same
// rule as in that script, and what the drivers here load from it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

function toolsFolder() {
	const cache = process.env.PUBLISH_VALIDATORS || path.join(homedir(), '.cache', 'publish-validators');
	const versions = readFileSync(path.join(here, '..', 'versions'));
	const key = createHash('sha256').update(versions).digest('hex').slice(0, 12);
	const folder = path.join(cache, key);
	if (!existsSync(path.join(folder, 'complete'))) {
		throw new Error(`no validators in ${folder}: run .ci/validators`);
	}
	return folder;
}

/** The folder that holds the installed tools. */
export const tools = toolsFolder();

/** The folder of the installed npm packages. */
export const modules = path.join(tools, 'node', 'node_modules');

/** Loads an installed npm package. */
export const load = createRequire(path.join(modules, 'from-here.js'));

/** The browser to start. */
export const chromium = path.join(tools, 'bin', 'chromium');

/** Lets programs that bring puppeteer start that browser. */
export function useChromium() {
	process.env.PUPPETEER_EXECUTABLE_PATH ??= chromium;
}
