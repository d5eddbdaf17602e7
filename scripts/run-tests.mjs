/**
 * `node scripts/run-tests.mjs tests/realm …`: runs the JavaScript tests of folders or files. It says how many passed, and
 * everything about those that did not. A test that is skipped is named, and a failure with `CI=true`; a place without
 * tests is one everywhere.
 */

import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

import { main, readArguments, root, SetupError, showLife } from './command.mjs';
import { filesBelow } from './files.mjs';

const USAGE = 'node scripts/run-tests.mjs [--concurrency <files at a time>] <folder or file of tests> …';

/** Files that run at the same time. The groups run beside each other: more would only make tests of a browser wait. */
const CONCURRENCY = '1';

/** The files of the tests at a place. */
function testsOf(place) {
  const files = filesBelow(join(root, place)).filter((path) => path.endsWith('.test.mjs'));
  if (!files.length) throw new SetupError(`${place} holds no tests`);
  return files;
}

async function runTests(places, concurrency) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const skipped = [];
  const stop = showLife(() => `, ${counts.passed} passed`);
  const events = run({ files: places.flatMap(testsOf), concurrency });
  events.on('test:pass', ({ name, skip, todo, details }) => {
    if (details.type === 'suite') return;
    const isSkipped = skip !== undefined || todo !== undefined;
    counts[isSkipped ? 'skipped' : 'passed'] += 1;
    if (isSkipped) skipped.push(name);
  });
  events.on('test:fail', () => {
    counts.failed += 1;
  });
  const report = [];
  const reported = events.compose(new spec());
  reported.on('data', (text) => report.push(text));
  await finished(reported).finally(stop);
  return { counts, skipped, report: report.join('') };
}

/** What the report says of the failures; all of it where it does not list them. */
function failuresIn(report) {
  const at = report.lastIndexOf('✖ failing tests:');
  return at < 0 ? report : report.slice(at);
}

await main(async () => {
  const options = { concurrency: { type: /** @type {const} */ ('string'), default: CONCURRENCY } };
  const { positionals: places, values } = readArguments(options, USAGE, { allowPositionals: true });
  if (!places.length) throw new SetupError(`Name what to run. Usage: ${USAGE}`);
  const { counts, skipped, report } = await runTests(places, Number(values.concurrency));
  const { passed, failed } = counts;
  const isGood = passed > 0 && failed === 0 && (!skipped.length || process.env.CI !== 'true');
  if (!isGood) console.log(failuresIn(report));
  for (const name of skipped) console.log(`  skipped: ${name}`);
  console.log(`${passed} passed, ${failed} failed, ${counts.skipped} skipped`);
  if (!isGood) throw new SetupError(`${places.join(', ')}: not every test passed`);
});
