import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ButtonDriver } from '../support/scenarios/button-driver.mjs';
import { inlined, isOfButton } from '../support/scenarios/inlined.mjs';
import { loadScenarios, loadWords } from '../support/scenarios/scenario-files.mjs';
import { Scenarios } from '../support/scenarios/scenarios.mjs';
import { button } from '../support/scenarios/subjects.mjs';
import { runSlowly } from '../support/scenarios/test-scenarios.mjs';

const words = loadWords();
const scenarios = new Scenarios(words);
const all = loadScenarios().filter(isOfButton);

test('most scenarios of a popup that is shown once are those of a button, too', () => assert.ok(all.length > 50));

for (const scenario of all) {
  test(`${scenario.name}, on a button`, () =>
    runSlowly(scenarios, inlined(scenario, words.samples), ButtonDriver.of(button)));
}
