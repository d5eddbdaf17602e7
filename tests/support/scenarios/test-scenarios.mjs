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
  for (const scenario of loadScenarios().filter(isFit)) test(scenario.name, () => runSlowly(scenarios, scenario, open));
  for (const { says, ...mistake } of loadMistakes(showsGuidance)) {
    test(`${mistake.name} is seen`, () =>
      assert.rejects(runSlowly(scenarios, mistake, open), ({ message }) => message.includes(says)));
  }
}

/** As `Scenarios.run`, with a driver that takes its time: a page of a component engine renders later. */
export async function runSlowly(scenarios, scenario, open) {
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
