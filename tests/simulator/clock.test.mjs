/** The mini-program's time: as the browser's, or faster, but for the time in which somebody works. */
import assert from 'node:assert/strict';
import test, { mock } from 'node:test';

import { Clock } from '../../simulator/web/phone/clock.js';

const START = 1_700_000_000_000;

function start(t) {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: START });
  t.after(() => mock.timers.reset());
  const clock = new Clock();
  const rung = [];
  return { clock, rung, ring: (name) => () => rung.push([name, clock.now() - START]) };
}

test('as long as nothing is set its time is the browser’s', (t) => {
  const { clock, rung, ring } = start(t);
  clock.setTimeout(ring('a'), 1000);
  mock.timers.tick(999);
  assert.deepEqual([rung, clock.now()], [[], START + 999]);
  mock.timers.tick(1);
  assert.deepEqual(rung, [['a', 1000]]);
});

test('faster, what was set before comes sooner, too, and time never jumps', (t) => {
  const { clock, rung, ring } = start(t);
  clock.setTimeout(ring('minute'), 60_000);
  mock.timers.tick(10_000);
  clock.setRate(20);
  assert.equal(clock.now(), START + 10_000);
  mock.timers.tick(2_500);
  assert.deepEqual(rung, [['minute', 60_000]]);
  clock.setRate(1);
  assert.equal(clock.now(), START + 60_000);
  mock.timers.tick(5);
  assert.equal(clock.now(), START + 60_005);
});

test('while somebody works time is not faster', async (t) => {
  const { clock, rung, ring } = start(t);
  clock.setRate(20);
  let done;
  const held = clock.hold(() => new Promise((resolve) => (done = resolve)));
  const other = clock.hold(async () => 'other');
  clock.setTimeout(ring('limit'), 6_000);
  assert.equal(await other, 'other');
  mock.timers.tick(5_000);
  assert.deepEqual(rung, []);
  done('came');
  assert.equal(await held, 'came');
  mock.timers.tick(50);
  assert.deepEqual(rung, [['limit', 6_000]]);
});

test('what fails outside holds time no longer', async (t) => {
  const { clock } = start(t);
  clock.setRate(20);
  await assert.rejects(clock.hold(() => Promise.reject(new Error('failed'))));
  mock.timers.tick(10);
  assert.equal(clock.now(), START + 200);
});

test('a clock that is stopped goes on by itself never, and where it is told every timer rings at its very time', async (t) => {
  const { clock, rung, ring } = start(t);
  clock.setTimeout(ring('late'), 3_000);
  clock.setTimeout(() => clock.setTimeout(ring('of a timer'), 500), 1_000);
  clock.stop();
  mock.timers.tick(60_000);
  assert.deepEqual([rung, clock.now()], [[], START]);
  mock.timers.reset();
  await clock.advance(2_999, Infinity);
  assert.deepEqual([rung, clock.now()], [[['of a timer', 1_500]], START + 2_999]);
  await clock.advance(1, Infinity);
  assert.deepEqual(rung.at(-1), ['late', 3_000]);
  clock.go();
  assert.ok(clock.now() < START + 4_000, 'time does not jump to the browser’s');
});

test('an interval goes on until it is cleared, and a timer that is cleared does not ring', (t) => {
  const { clock, rung, ring } = start(t);
  const { Date: Dated, ...globals } = clock.globals();
  const interval = globals.setInterval(ring('every'), 1000);
  globals.clearTimeout(globals.setTimeout(ring('never'), 1500));
  mock.timers.tick(1_000);
  mock.timers.tick(1_000);
  clock.setRate(20);
  mock.timers.tick(50);
  globals.clearInterval(interval);
  mock.timers.tick(1_000);
  assert.deepEqual(
    rung.map(([, at]) => at),
    [1000, 2000, 3000],
  );
  assert.equal(new Dated().getTime(), Dated.now());
  assert.equal(Dated.now(), clock.now());
  assert.equal(new Dated(0).toISOString(), '1970-01-01T00:00:00.000Z');
  assert.ok(new Dated() instanceof Dated);
  assert.equal(typeof Dated(), 'string');
});
