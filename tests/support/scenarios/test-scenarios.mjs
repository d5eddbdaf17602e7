import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadMistakes, loadScenarios, loadWords } from './scenario-files.mjs';
import { Scenarios } from './scenarios.mjs';

/** Every scenario is a test, and so is every mistake that has to be seen; `open` gives a driver. */
export function testScenarios(open) {
  const scenarios = new Scenarios(loadWords());
  for (const scenario of loadScenarios()) test(scenario.name, () => scenarios.run(scenario, open));
  for (const { says, ...mistake } of loadMistakes()) {
    test(`${mistake.name} is seen`, () =>
      assert.rejects(scenarios.run(mistake, open), ({ message }) => message.includes(says)));
  }
}
