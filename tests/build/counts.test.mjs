/** What an event costs, in figures without noise: a budget holds them, so that a few per cent more are noticed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importsPerEvent } from '../../bench/measure.mjs';
import { stepsPerEvent } from '../../bench/steps.mjs';
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

test('the steps that the module makes for an event are within their budget', () => {
  assertWithin(
    stepsPerEvent().map(({ steps }) => steps),
    budgets.stepsPerEvent,
  );
});

test('the steps of an event are the same in every run', () => {
  assert.deepEqual(stepsPerEvent(), stepsPerEvent());
});
