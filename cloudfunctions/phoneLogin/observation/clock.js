/** Minutes and days as they are counted here: WeChat counts its quotas by the day in Beijing, which has no summer time. */
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const BEIJING = 8 * 60 * MINUTE;

/** All of these take and return milliseconds since 1970. */
exports.startOfMinute = (now) => now - (now % MINUTE);

exports.endOfMinute = (now) => exports.startOfMinute(now) + MINUTE;

exports.startOfDay = (now) => now - ((now + BEIJING) % DAY);

exports.endOfDay = (now) => exports.startOfDay(now) + DAY;

/** @returns {string} the day in Beijing, such as 2026-11-26 */
exports.dayOf = (now) => new Date(now + BEIJING).toISOString().slice(0, 10);

/** What tells the time, and wakes, where no test has its own. */
exports.REAL_TIME = {
  now: () => Date.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
};
