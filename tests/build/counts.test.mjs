/** What an event costs, in figures without noise: a budget holds them, so that a few per cent more are noticed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import loadWabt from 'wabt';

import { counting, instructionsPerEvent } from '../../bench/instructions.mjs';
import { importsPerEvent } from '../../bench/measure.mjs';
import { KINDS } from '../../bench/program/flow.mjs';
import { budgets } from '../../scripts/build/budgets.mjs';

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers) => sum(numbers) / numbers.length;

/** The mean over all events of the course is within its budget, and not so far below that the budget says nothing. */
function assertWithin(numbers, budget) {
  const found = mean(numbers);
  assert.ok(found <= budget, `${found.toFixed(1)} per event, ${budget} are allowed`);
  assert.ok(found > 0.9 * budget, `${found.toFixed(1)} per event: lower the budget of ${budget} in budgets.json`);
}

test('the functions of the glue that an event calls are within their budget', async () => {
  const counts = await importsPerEvent();
  assertWithin(
    counts.map(({ imports }) => sum(Object.values(imports))),
    budgets.importsPerEvent,
  );
});

test('the instructions that the module executes for an event, and for one of the button, are within their budgets', () => {
  const counts = instructionsPerEvent();
  const ofButton = counts.filter(({ name }) => KINDS['button event'].test(name));
  const instructions = (rows) => rows.map((row) => row.instructions);
  assertWithin(instructions(counts), budgets.instructionsPerEvent.mean);
  assertWithin(instructions(ofButton), budgets.instructionsPerEvent.button);
});

test('the instructions of an event are the same in every run', () => {
  assert.deepEqual(instructionsPerEvent(), instructionsPerEvent());
});

/** Counts down from its argument: `loop`, five instructions for each turn, and the `end` of the loop. */
const COUNT_DOWN = `(module (func (export "countDown") (param i32)
  (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`;

/** Gives 7 for 0, and 8 for all else. */
const CHOOSE = `(module (func (export "choose") (param i32) (result i32)
  (block (block (br_table 0 1 (local.get 0))) (return (i32.const 7))) (i32.const 8)))`;

const wabt = await loadWabt();
const instance = (text) => {
  const { buffer } = wabt.parseWat('test.wat', text).toBinary({});
  return new WebAssembly.Instance(new WebAssembly.Module(counting(buffer))).exports;
};

test('every instruction is counted as often as it is executed', () => {
  const { countDown, executed } = instance(COUNT_DOWN);
  for (const turns of [1, 2, 100]) {
    executed.value = 0;
    countDown(turns);
    assert.equal(executed.value, 1 + 5 * turns + 1);
  }
});

test('an instruction that a branch leaves out is not counted', () => {
  const { choose, executed } = instance(CHOOSE);
  const counted = (argument) => {
    executed.value = 0;
    return [choose(argument), executed.value];
  };
  // block block local.get br_table, then i32.const return, or the i32.const behind both.
  assert.deepEqual(
    [counted(0), counted(1)],
    [
      [7, 6],
      [8, 5],
    ],
  );
});
