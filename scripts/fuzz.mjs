/**
 * `npm run fuzz -- classify 100000000`: a long run of a fuzz target, `classify` or `step`, from the real messages of
 * tests/support/button-events.json. Needs cargo-fuzz; `npm test` has a short run that needs nothing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { main, readArguments, root, run, SetupError, say } from './command.mjs';
import { ensureRust } from './setup.mjs';

const USAGE = 'npm run fuzz -- classify|step [runs]';

/** What each target reads before a text: `step` is told of a popup, a time and an event that has one. */
const prefixes = { classify: [], step: [1, 0, 8] };

/** Bytes of the longest input: a few events, or a message. */
const longest = { classify: 64, step: 24 };

await main(async () => {
  const { positionals } = readArguments({}, USAGE, { allowPositionals: true });
  const [target, runs = '1000000'] = positionals;
  if (!(target in prefixes)) throw new SetupError(`Name a target. Usage: ${USAGE}`);
  await ensureRust();
  const corpus = join(root, 'fuzz', 'corpus', target);
  mkdirSync(corpus, { recursive: true });
  seeds(prefixes[target]).forEach((seed, index) => writeFileSync(join(corpus, `seed-${index}`), seed));
  say(`Fuzzing ${target}; without cargo-fuzz: cargo install cargo-fuzz`);
  const options = [
    '-s',
    'none',
    '-O',
    '--no-trace-compares',
    target,
    '--',
    `-runs=${runs}`,
    `-max_len=${longest[target]}`,
  ];
  // cargo-fuzz asks for unstable flags of the compiler, which the stable one takes like this.
  await run('cargo', ['fuzz', 'run', ...options], { env: { RUSTC_BOOTSTRAP: '1' } });
});

/** Real messages, as the targets read them: a text that is there, and how long it is. */
function seeds(prefix) {
  const rows = JSON.parse(readFileSync(join(root, 'tests', 'support', 'button-events.json'), 'utf8'));
  const texts = rows
    .map(({ event }) => event.detail?.errMsg)
    .filter(Boolean)
    .map((text) => Buffer.from(text));
  return texts.map((text) => Buffer.concat([Buffer.from([...prefix, 1, text.length]), text]));
}
