/**
 * How many times XState's time ours is, in one short run with slack for a busy machine: what would be seen here is an
 * event that suddenly costs twice as much. `npm run bench` measures.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { engines } from '../../bench/engines.mjs';
import { measureEngine } from '../../bench/measure.mjs';

const SHORT = { warmUp: 100_000, rounds: 3, duration: 10_000, processes: 1, loads: 3 };

/** More than twice what `npm run bench` measured, of a button event and of a cold load. */
const LIMITS = {
  V8: { event: 1.5, load: 1.5 },
  'JavaScriptCore without JIT': { event: 6.5, load: 2 },
};

for (const [name, { event, load }] of Object.entries(LIMITS)) {
  test(`${name}: a button event and a load are within their ratios to XState`, async () => {
    const engine = engines.find((one) => one.name === name);
    const { events, load: loads } = await measureEngine(engine, SHORT, () => undefined);
    const ratios = { event: events['button event'].xstate.ratio.median, load: loads.classified.xstate.ratio.median };
    assert.ok(ratios.event > 0 && ratios.event <= event, `a button event takes ${ratios.event} times as long`);
    assert.ok(ratios.load > 0 && ratios.load <= load, `a load takes ${ratios.load} times as long`);
  });
}
