import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadMistakes, loadScenarios, loadWords } from './scenario-files.mjs';
import { Scenarios } from './scenarios.mjs';

/**
 * Every scenario is a test, and so is every mistake that has to be seen; `open` gives a driver. A component shows all of the
 * view or does not, and has the scenarios for that.
 */
export function testScenarios(open, { showsGuidance } = {}) {
  const scenarios = new Scenarios(loadWords());
  const isFit = ({ options }) => showsGuidance === undefined || Boolean(options?.showsGuidance) === showsGuidance;
  for (const scenario of loadScenarios().filter(isFit)) test(scenario.name, () => scenarios.run(scenario, open));
  for (const { says, ...mistake } of loadMistakes(showsGuidance)) {
    test(`${mistake.name} is seen`, () =>
      assert.rejects(scenarios.run(mistake, open), ({ message }) => message.includes(says)));
  }
}
