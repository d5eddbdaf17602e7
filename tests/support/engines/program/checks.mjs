/** What is checked in an engine. The tests run it in theirs, and the self-check, which has a copy, on a phone. */
import { CoreDriver } from '../../scenarios/core-driver.mjs';
import { Scenarios } from '../../scenarios/scenarios.mjs';
import { buttonEvents } from './button-events.mjs';
import { memory } from './memory.mjs';
import { numbers } from './numbers.mjs';
import { texts } from './texts.mjs';

export { logIn } from './log-in.mjs';

/** Every check by its name, which begins with its kind; a check throws with what is wrong. `data` is what they expect. */
export function checks(phoneLogin, data) {
  return [
    ...scenarios(phoneLogin, data),
    ...buttonEvents(phoneLogin, data.buttonEvents),
    ...texts(phoneLogin, data.texts),
    ...numbers(phoneLogin),
    ...memory(phoneLogin),
  ];
}

/** The kind of a check, by its name. */
export const kindOf = (name) => /^[a-z ]*[a-z]/.exec(name)[0];

function scenarios({ PhonePopup }, { scenarios, words }) {
  const runner = new Scenarios(words);
  const open = (options) => new CoreDriver(PhonePopup, options);
  return scenarios.map((scenario) => [`scenario: ${scenario.name}`, () => runner.run(scenario, open)]);
}
