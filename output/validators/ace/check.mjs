// Runs Ace by DAISY on many books in one process:
//
//   node check.mjs BOOK REPORT-FOLDER [BOOK REPORT-FOLDER]...
//
// Each folder receives Ace's report.json, which holds the verdict. A book that
// Ace cannot open leaves no report and a line on standard error.
import { load, useChromium } from '../reader/tools.mjs';

useChromium();
process.env.ACE_TIMEOUT_INITIAL ??= '60000'; // Ace's own 5 s is short on a busy machine.

const ace = load('@daisy/ace-core');
const runner = load('@daisy/ace-axe-runner-puppeteer');

const args = process.argv.slice(2);
let status = 0;
for (let i = 0; i + 1 < args.length; i += 2) {
	const options = { cwd: process.cwd(), outdir: args[i + 1], initLogger: i === 0, silent: true, lang: 'en' };
	try {
		await ace(args[i], options, runner);
	} catch (err) {
		console.error(`${args[i]}: ${err?.message ?? err}`);
		status = 1;
	}
}
process.exit(status);
