/**
 * Runs a scenario, as JSON on the standard input, by all runners of tests/scenarios that are JavaScript. In a process of its
 * own, because the component's runner takes the place of the timers.
 */
import { text } from 'node:stream/consumers';

import { MODULE, Phone } from '../support/realm/phone.mjs';
import { ComponentDriver } from '../support/scenarios/component-driver.mjs';
import { CoreDriver } from '../support/scenarios/core-driver.mjs';
import { loadWords, variants } from '../support/scenarios/scenario-files.mjs';
import { Scenarios } from '../support/scenarios/scenarios.mjs';
import { ownComponent, sheet } from '../support/scenarios/subjects.mjs';
import { runSlowly } from '../support/scenarios/test-scenarios.mjs';

async function coreOf(phone) {
  const { ready, PhonePopup } = phone.require(MODULE);
  await ready();
  return async (options) => new CoreDriver(PhonePopup, options);
}

const runners = {
  wasm: await coreOf(new Phone()),
  fallback: await coreOf(new Phone({ withoutGlobals: ['WXWebAssembly'] })),
  component: ComponentDriver.of(sheet),
  'own component': ComponentDriver.of(ownComponent),
};

const [scenario] = variants(JSON.parse(await text(process.stdin)));
const scenarios = new Scenarios(loadWords());
for (const [name, open] of Object.entries(runners)) {
  await runSlowly(scenarios, scenario, open);
  console.log(name);
}
process.exit();
