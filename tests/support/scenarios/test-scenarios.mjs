import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadMistakes, loadScenarios, loadWords } from './scenario-files.mjs';
import { Scenarios } from './scenarios.mjs';

/** Every scenario is a test, and so is every mistake that has to be seen; `open` gives a driver. */
export function testScenarios(open) {
  const scenarios = new Scenarios(loadWords());
  for (const scenario of loadScenarios()) test(scenario.name, () => run(scenarios, scenario, open));
  for (const { says, ...mistake } of loadMistakes()) {
    test(`${mistake.name} is seen`, () =>
      assert.rejects(run(scenarios, mistake, open), ({ message }) => message.includes(says)));
  }
}

/** As `Scenarios.run`, with a driver that takes its time: a page of a component engine renders later. */
async function run(scenarios, scenario, open) {
  const { begin, steps } = scenarios.course(scenario);
  const driver = await open(scenario.options);
  try {
    begin(driver);
    for (const { perform, judge } of steps) {
      await perform(driver);
      judge(driver);
    }
  } finally {
    await driver.close();
  }
}
