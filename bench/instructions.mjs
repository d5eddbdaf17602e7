/**
 * How many instructions of the module an event executes: every one, counted by the module itself. The same in every run
 * and on every machine, so that a few per cent more are seen.
 */
import loadWabt from 'wabt';

import { Phone } from '../tests/support/realm/phone.mjs';
import { Crowd, STEPS } from './program/flow.mjs';

const wabt = await loadWabt();

/** By step of the course: `[{ name, instructions }]`. */
export function instructionsPerEvent() {
  const phone = new Phone();
  const glue = phone.require('/phone-login/wx_phone_login_bg')();
  const wasm = counting(phone.files.read('/phone-login/wx_phone_login_bg.wasm'));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { './wx_phone_login_bg.js': glue });
  glue.__wbg_set_wasm(exports);
  const crowd = new Crowd((options) => new glue.PhonePopup(options), 1);
  const course = () => STEPS.map((step) => ({ name: step.name, instructions: executedBy(exports, crowd, step) }));
  // What is done only once, at first, is not what an event costs.
  course();
  return course();
}

function executedBy({ executed }, crowd, step) {
  const events = crowd.events(step);
  executed.value = 0;
  crowd.dispatch(events);
  return executed.value;
}

/** After these something else can be executed than what follows, or a branch arrives behind them. */
const ENDS_RUN = /^(?:block|loop|if|else|end|br|br_if|br_table|return|unreachable)\b/;

/** The module with a global `executed`, to which each run of instructions adds its length before it begins. */
export function counting(wasm) {
  const module = wabt.readWasm(wasm, { readDebugNames: false });
  const lines = module.toText({ foldExprs: false, inlineExport: false }).split('\n');
  module.destroy();
  const counted = wabt.parseWat('counting.wat', withCounters(lines).join('\n'));
  const { buffer } = counted.toBinary({});
  counted.destroy();
  return buffer;
}

const GLOBAL = '(global $executed (mut i32) (i32.const 0)) (export "executed" (global $executed))';

/** The lines of a module, where each line that is set in is an instruction of a function. */
function withCounters(lines) {
  const counted = [];
  let run = [];
  const endRun = () => {
    if (run.length) counted.push(`global.get $executed i32.const ${run.length} i32.add global.set $executed`);
    counted.push(...run);
    run = [];
  };
  const firstExport = lines.findIndex((line) => line.startsWith('  (export '));
  lines.forEach((line, at) => {
    if (/^ {4,}[a-z]/.test(line)) {
      run.push(line);
      if (ENDS_RUN.test(line.trim())) endRun();
      return;
    }
    endRun();
    if (at === firstExport) counted.push(GLOBAL);
    counted.push(line);
  });
  return counted;
}
