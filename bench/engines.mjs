/** The engines that are measured: those of the tests, but V8 as it comes, and Chromium with its finest clock. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { launchChromium } from '../scripts/chromium.mjs';
import { engines as tested } from '../tests/support/engines/engines.mjs';

const shell = (wanted) => tested.find(({ name }) => name === wanted).open;

/** `open` gives `{ version, run, close }`; every `run` has an engine that is cold. */
export const engines = [
  // A realm of Node's `vm` looks up globals slowly, which no phone does: a process of its own runs the script plainly.
  { name: 'V8', open: openNode },
  { name: 'JavaScriptCore', open: shell('JavaScriptCore') },
  { name: 'JavaScriptCore without JIT', open: shell('JavaScriptCore without JIT') },
  { name: 'Chromium', open: openChromium },
];

function openNode() {
  const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-bench-'));
  const file = join(folder, 'script.cjs');
  const run = async (script) => {
    writeFileSync(file, `${script}.then(console.log);`);
    const { stdout } = await promisify(execFile)(process.execPath, [file], { maxBuffer: 2 ** 26 });
    return stdout;
  };
  return {
    version: `V8 ${process.versions.v8}, Node ${process.versions.node}`,
    run,
    close: () => rmSync(folder, { recursive: true }),
  };
}

const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** A page that is isolated has a clock of 5 µs, another one of 100 µs. */
async function openChromium() {
  const browser = await launchChromium();
  const run = async (script) => {
    const page = await browser.newPage();
    try {
      const answer = { contentType: 'text/html', headers: ISOLATED, body: '<!doctype html><title>bench</title>' };
      await page.route('**/*', (route) => route.fulfill(answer));
      await page.goto('http://localhost/');
      return await page.evaluate(script);
    } finally {
      await page.close();
    }
  };
  return { version: `Chromium ${browser.version()}`, run, close: () => browser.close() };
}

/** Runs a script and reads its report; throws with what failed there. */
export async function reportOf(engine, script) {
  const report = JSON.parse((await engine.run(script)) || '{ "failed": "the engine ended without a report" }');
  if (report.failed) throw new Error(report.failed);
  return report;
}
