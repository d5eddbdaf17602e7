/** Durations are counted by the bucket they fall into. A bucket is called by the milliseconds that it holds at most. */
const ENDS = [50, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 5000, 10000];

const LAST = 'more';

/** @returns {string} the bucket of a duration */
exports.bucketOf = (milliseconds) => String(ENDS.find((end) => milliseconds <= end) || LAST);

/**
 * The duration within which a share of the calls ended, as far as buckets tell it.
 *
 * @param {Record<string, number>} counts by bucket
 * @param {number} share such as 0.95
 * @returns {number | undefined} milliseconds at most; Infinity for longer than the buckets tell; nothing without calls
 */
exports.quantileOf = (counts, share) => {
  const names = [...ENDS.map(String), LAST];
  const total = names.reduce((sum, name) => sum + (counts[name] || 0), 0);
  if (total === 0) return undefined;
  let seen = 0;
  const found = names.find((name) => {
    seen += counts[name] || 0;
    return seen >= share * total;
  });
  return found === LAST ? Infinity : Number(found);
};
