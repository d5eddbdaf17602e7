/** What a single call takes: judging alone, and crossing the boundary with nothing in hand. */
import * as handWritten from '../entrants/hand-written.mjs';
import { OURS } from './names.mjs';
import { interleave, timePerCall } from './stopwatch.mjs';

/** How often the module calls out while it is called once. */
const CALLS_OUT = 100;

/** A list of samples by subject and, below that, by who does it. */
export async function calls(phoneLogin, { buttonEvents, replies, tinyModule, warmUp, rounds, duration }) {
  const { nothing, callOut } = await crossings(tinyModule);
  const subjects = {
    classify: over(buttonEvents, { [OURS]: phoneLogin.classify, 'hand-written': handWritten.classify }),
    classifyReply: over(replies, {
      [OURS]: phoneLogin.classifyReply,
      'hand-written': handWritten.classifyReply,
    }),
    crossing: [
      ['into wasm', nothing],
      ['out of wasm', callOut],
    ],
  };
  return Object.fromEntries(
    Object.entries(subjects).map(([subject, acts]) => [subject, timed(acts, { warmUp, rounds, duration })]),
  );
}

/** A function for each judge that takes the next sample with every call. */
function over(samples, judges) {
  return Object.entries(judges).map(([name, judge]) => [name, (at) => judge(samples[at % samples.length])]);
}

function timed(acts, { warmUp, rounds, duration }) {
  for (const [, act] of acts) timePerCall(act, warmUp / 4);
  return interleave(acts, rounds, (act) => timePerCall(act, duration) / (act.calls || 1));
}

async function crossings(tinyModule) {
  const imports = { host: { nothing: (value) => value } };
  const { instance } = await WebAssembly.instantiate(new Uint8Array(tinyModule), imports);
  const { nothing, callOut } = instance.exports;
  // Many at once, so that the call into the module does not count.
  const out = Object.assign(() => callOut(CALLS_OUT), { calls: CALLS_OUT });
  return { nothing: (at) => nothing(at), callOut: out };
}
