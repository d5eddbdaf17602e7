/**
 * The engines that run what is built, in the one list of them: docs/compatibility.md shows it as a table.
 *
 * `client`: what the engine stands for; `how`: how it is run; `open` gives `{ version, run, close }`, where `run` takes
 * a script whose value is a promise of a text, and gives the text.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launchChromium } from '../../../scripts/chromium.mjs';
import { output } from '../../../scripts/command.mjs';
import { ensureJavaScriptCore, ensureSpiderMonkey } from '../../../scripts/engines.mjs';
import { Realm } from '../realm/realm.mjs';

/** Milliseconds that a shell may take; the slowest takes some three thousand. */
const PATIENCE = 120_000;

export const engines = [
  {
    name: 'V8',
    client: 'Android',
    how: 'in Node, in a realm that holds nothing newer than base library 2.30 has',
    open: openNode,
  },
  {
    name: 'JavaScriptCore without JIT',
    client: 'iOS, iPadOS, macOS',
    how: 'the shell of WebKitGTK, with --useJIT=false',
    open: () => openJavaScriptCore(['--useJIT=false']),
  },
  {
    name: 'JavaScriptCore',
    client: 'none: the compilers of the engine of iOS, which WeChat may not use there',
    how: 'the shell of WebKitGTK',
    open: () => openJavaScriptCore([]),
  },
  {
    name: 'Chromium',
    client: 'Windows',
    how: 'headless, in a page of its own',
    open: openChromium,
  },
  {
    name: 'SpiderMonkey',
    client: 'none: a third engine, which in the release of 2020 lacks what old clients lack',
    how: 'the shell of Firefox, the oldest release that is to be had',
    open: openSpiderMonkey,
  },
];

/** What the realm lacks, which the conditions take away, and what the stand-ins need. */
const given = { BigInt, FinalizationRegistry, WeakRef, WebAssembly, setTimeout };

function openNode() {
  const run = (script) => new Realm(undefined, given).run(script);
  return { version: `V8 ${process.versions.v8}, Node ${process.versions.node}`, run, close: () => undefined };
}

async function openJavaScriptCore(flags) {
  const path = await ensureJavaScriptCore();
  return openShell(path, flags, versionOfJavaScriptCore(path));
}

/** The shell does not say it, what it came with does. */
function versionOfJavaScriptCore(path) {
  if (platform() === 'darwin') {
    const framework = '/System/Library/Frameworks/JavaScriptCore.framework/Resources/Info';
    return `JavaScriptCore ${output('defaults', ['read', framework, 'CFBundleVersion'])}`;
  }
  const owner = output('dpkg', ['-S', path])?.split(':')[0];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own format.
  const version = owner && output('dpkg-query', ['--show', '--showformat=${Version}', owner]);
  return `WebKitGTK ${version?.split('-')[0] ?? 'of unknown version'}`;
}

async function openSpiderMonkey() {
  const path = await ensureSpiderMonkey();
  return openShell(path, [], output(path, ['--version']).replace('JavaScript-C', 'SpiderMonkey '));
}

function openShell(path, flags, version) {
  const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-engine-'));
  const file = join(folder, 'script.js');
  const run = async (script) => {
    // The script takes `print` from the global as it takes the rest.
    writeFileSync(file, `const say = print;\n${script}.then(say);`);
    const { stdout } = await promisify(execFile)(path, [...flags, file], { timeout: PATIENCE });
    return stdout;
  };
  return { version, run, close: () => rmSync(folder, { recursive: true }) };
}

async function openChromium() {
  const browser = await launchChromium();
  const run = async (script) => {
    const page = await browser.newPage();
    try {
      return await page.evaluate(script);
    } finally {
      await page.close();
    }
  };
  return { version: `Chromium ${browser.version()}`, run, close: () => browser.close() };
}
