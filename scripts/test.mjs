/**
 * `npm test`: brings what is missing, builds what is missing, runs the fast tests. `npm run test:all` runs all of them, in
 * the end those of the frameworks, whose tools are 1.4 GB; `--without-frameworks` leaves them out, and
 * `npm run test:frameworks` runs them alone. With `CI=true` nothing counts that was passed before, unless `--continue` says
 * that it was in this very clone.
 * The groups, and what each of them depends on, are in package.json; wireit runs those that something has changed for.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { build, buildIfNeeded } from './build.mjs';
import { main, npm, readArguments, root, run, SetupError, say } from './command.mjs';
import { compareWithCommit } from './committed.mjs';
import { ensureJavaScriptCore, ensureSpiderMonkey } from './engines.mjs';
import { ensureAllExampleModules } from './examples.mjs';
import { ensureAllFunctionModules } from './function-modules.mjs';
import { fillPackage } from './package.mjs';
import { ensureBrowser, ensureNodeModules, ensureRust, ensureWasmPack } from './setup.mjs';
import { ensureWechatCompiler } from './wechat-compiler.mjs';

/** Where wireit remembers what passed, and with which files. */
const memory = join(root, '.wireit');

const NO_BROWSER =
  'Chrome is missing: install Google Chrome or Chromium with chromedriver, or name its path in CHROME_PATH';

const USAGE = 'npm test, npm run test:all [-- --continue --without-frameworks], or npm run test:frameworks';

const isContinuousIntegration = process.env.CI === 'true';

async function test() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const flags = { all: flag, frameworks: flag, 'without-frameworks': flag, continue: flag };
  const { values } = readArguments(flags, USAGE);
  const { all: isAll, frameworks: isOnlyFrameworks, continue: goesOn } = values;
  const hasFrameworks = isOnlyFrameworks || (isAll && !values['without-frameworks']);
  await ensureNodeModules();
  await ensureAllFunctionModules();
  await ensureRust();
  await ensureWasmPack();
  const hasBrowser = Boolean(await ensureBrowser());
  if (isAll) await ensureEverything(hasBrowser);
  if (hasFrameworks) await ensureFrameworks();
  if (isContinuousIntegration && !goesOn) rmSync(memory, { recursive: true, force: true });
  await (isContinuousIntegration ? build() : buildIfNeeded());
  compareWithCommit({ isStrict: isContinuousIntegration });
  fillPackage();
  if (!isOnlyFrameworks) await runGroups(isAll ? 'groups:all' : fastGroups(hasBrowser));
  if (hasFrameworks) await runFrameworks();
  else if (isAll) say('Left out: the tests of the frameworks. npm run test:frameworks runs them');
}

/** Three files at a time: most of it is waiting, for an app as its user would. */
async function runFrameworks() {
  const script = join(root, 'scripts', 'run-tests.mjs');
  await run(process.execPath, [script, '--concurrency', '3', 'tests/frameworks']);
}

async function ensureFrameworks() {
  await ensureWechatCompiler();
  await ensureAllExampleModules();
}

/** What only the slow tests need; every part that is missing is named. */
async function ensureEverything(hasBrowser) {
  const missing = hasBrowser ? [] : [NO_BROWSER];
  for (const ensure of [ensureJavaScriptCore, ensureSpiderMonkey, ensureWechatCompiler]) {
    try {
      await ensure();
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      missing.push(error.message);
    }
  }
  if (missing.length) throw new SetupError(missing.join('\n✗ '));
}

/** Without a browser everything but the test in it is run, and that is said. */
function fastGroups(hasBrowser) {
  if (hasBrowser) return 'groups:fast';
  if (isContinuousIntegration) throw new SetupError(NO_BROWSER);
  say(`Left out: test:boundary-chrome. ${NO_BROWSER}`);
  return 'groups:without-browser';
}

async function runGroups(name) {
  const env = {
    WIREIT_LOGGER: 'simple',
    WIREIT_PARALLEL: process.env.WIREIT_PARALLEL ?? String(Math.min(4, availableParallelism())),
    // wireit keeps nothing elsewhere: what it could bring back is in git.
    WIREIT_CACHE: 'none',
    WIREIT_FAILURES: 'continue',
  };
  await run(npm, ['run', '--silent', name], { env });
}

await main(test);
