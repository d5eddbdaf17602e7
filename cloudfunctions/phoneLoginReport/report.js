const { quantileOf } = require('./observation/buckets');

/**
 * How a day went, of all functions together.
 *
 * @typedef {object} Report
 * @property {string} day in Beijing, such as 2026-11-26
 * @property {boolean} isComplete whether the day is over
 * @property {number} exchanges calls that asked WeChat, or would have, had its quota not been used up
 * @property {number} successes of these
 * @property {number} [successRate] from 0 to 1; nothing without exchanges
 * @property {number} [p95Ms] within so many milliseconds 95 of 100 calls that asked WeChat ended; nothing without them
 * @property {number} paid numbers that WeChat gave
 * @property {number} repeated calls that were answered by what was remembered
 * @property {number} limited calls that a limit held back
 * @property {number} broken calls that the breaker held back
 * @property {number} coldStarts
 * @property {number} calls
 * @property {Record<string, number>} failures of the exchanges: reason or code → how many
 */

const P95 = 0.95;

const SUCCESS = 'success';

/**
 * @param {string} day
 * @param {boolean} isComplete
 * @param {import('./observation/counts').Counts[]} counts those of the day, one for each function
 * @returns {Report}
 */
exports.reportOf = (day, isComplete, counts) => {
  const outcomes = (by) => sumsOf(counts.map((each) => (each.outcomes || {})[by]));
  const { [SUCCESS]: successes = 0, ...refused } = outcomes('wechat');
  const failures = sumsOf([refused, outcomes('breaker')]);
  const exchanges = successes + total(failures);
  return {
    day,
    isComplete,
    exchanges,
    successes,
    successRate: exchanges > 0 ? successes / exchanges : undefined,
    p95Ms: quantileOf(sumsOf(counts.map(({ durations }) => durations)), P95),
    paid: sum(counts, 'paid'),
    repeated: total(outcomes('cache')),
    limited: total(outcomes('limit')),
    broken: total(outcomes('breaker')),
    coldStarts: sum(counts, 'coldStarts'),
    calls: sum(counts, 'calls'),
    failures,
  };
};

const sum = (records, name) => records.reduce((so, { [name]: number = 0 }) => so + number, 0);

const total = (numbers) => Object.values(numbers).reduce((so, number) => so + number, 0);

/** @returns {Record<string, number>} what stands under the same name, added up */
function sumsOf(records) {
  const sums = {};
  for (const record of records) {
    for (const [name, number] of Object.entries(record || {})) sums[name] = (sums[name] || 0) + number;
  }
  return sums;
}
