/**
 * How many steps the module makes per event: functions entered and turns of loops. The same in every run, so that a few
 * per cent more are seen on any machine.
 */
import binaryen from 'binaryen';

import { Phone } from '../tests/support/realm/phone.mjs';
import { Crowd, STEPS } from './program/flow.mjs';

/** By step of the course: `[{ name, steps }]`. */
export function stepsPerEvent() {
  const phone = new Phone();
  const glue = phone.require('/phone-login/wx_phone_login_bg')();
  let steps = 0;
  // binaryen's pass has its function come from where the others come from.
  const imports = { './wx_phone_login_bg.js': { ...glue, log_execution: () => void steps++ } };
  const wasm = counting(phone.files.read('/phone-login/wx_phone_login_bg.wasm'));
  glue.__wbg_set_wasm(new WebAssembly.Instance(new WebAssembly.Module(wasm), imports).exports);
  const crowd = new Crowd((options) => new glue.PhonePopup(options), 1);
  return STEPS.map((step) => {
    const before = steps;
    crowd.dispatch(crowd.events(step));
    return { name: step.name, steps: steps - before };
  });
}

/** The module with a call where a function begins, where a loop turns, and where a function returns. */
function counting(wasm) {
  const module = binaryen.readBinary(wasm);
  try {
    module.runPasses(['log-execution']);
    return module.emitBinary();
  } finally {
    module.dispose();
  }
}
