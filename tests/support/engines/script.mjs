/** The plain scripts that every engine runs. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildSync } from 'esbuild';

import { loadScenarios, loadWords } from '../scenarios/scenario-files.mjs';
import { standardTexts } from '../standard-texts.mjs';
import { ABSENT, GIVEN } from './names.mjs';
import { PROBE, packageScript } from './package-script.mjs';

const buttonEvents = JSON.parse(readFileSync(new URL('../button-events.json', import.meta.url), 'utf8'));
/** What the checks expect. */
export const samples = { scenarios: loadScenarios(), words: loadWords(), buttonEvents, texts: standardTexts() };

/** How many checks a run has to have made, by the kind that their names begin with. */
export const counts = {
  scenario: samples.scenarios.length,
  'button event': buttonEvents.length,
  text: 6,
  number: 39,
  memory: 2,
};

/** A script whose value is a promise of the report, for a condition of conditions.mjs. */
export function script(condition) {
  const names = [...ABSENT, ...GIVEN, ...condition.without];
  const data = JSON.stringify({ ...samples, condition, probe: PROBE });
  return `${program()}\nengineProgram.run(this, ${data}, ${packageScript(names)})`;
}

/** The same for the self-check, whose value is what its page shows; `module` takes the place of the package's. */
export function selfCheckScript(condition, { page, module }) {
  const names = [...ABSENT, ...GIVEN, 'Page', ...(condition.without ?? [])];
  const shipped = packageScript(names, { parts: ['phone-login', dirname(page)], module });
  return `${selfCheckProgram()}\nengineProgram.run(this, ${JSON.stringify({ condition, page })}, ${shipped})`;
}

const program = once(() => bundle('./program/main.mjs'));
const selfCheckProgram = once(() => bundle('./program/self-check.mjs'));

function once(make) {
  let made;
  return () => (made ??= make());
}

function bundle(entry) {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    write: false,
    bundle: true,
    format: 'iife',
    globalName: 'engineProgram',
    // What the code under test may use, its test may use.
    target: 'es2018',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
