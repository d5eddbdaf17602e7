import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadMistakes, loadScenarios, runScenario } from './scenarios.mjs';

/** Every scenario is a test, and so is every mistake that has to be seen. */
export function testScenarios(Driver) {
  for (const scenario of loadScenarios()) test(scenario.name, () => runScenario(scenario, Driver));
  for (const { says, ...mistake } of loadMistakes()) {
    test(`${mistake.name} is seen`, () =>
      assert.rejects(runScenario(mistake, Driver), ({ message }) => message.includes(says)));
  }
}
