/**
 * Durations are counted by the bucket they fall into. A bucket is called by the milliseconds that it holds at most. No
 * function may run longer than the last one.
 */
const ENDS = [50, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 5000, 10000, 60000];

/** @returns {string} the bucket of a duration */
exports.bucketOf = (milliseconds) => String(ENDS.find((end) => milliseconds <= end) || ENDS[ENDS.length - 1]);

/**
 * The duration within which a share of the calls ended, as far as buckets tell it.
 *
 * @param {Record<string, number>} counts by bucket
 * @param {number} share such as 0.95
 * @returns {number | undefined} milliseconds at most; nothing without calls
 */
exports.quantileOf = (counts, share) => {
  const numbers = ENDS.map((end) => counts[end] || 0);
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (total === 0) return undefined;
  let seen = 0;
  return ENDS.find((_, at) => {
    seen += numbers[at];
    return seen >= share * total;
  });
};
