const { createHash } = require('crypto');

const { endOfDay, endOfMinute } = require('../observation/clock');
const { DAILY_LIMIT, RATE_LIMITED } = require('./err-codes');

/** How long an instance goes by what it knows, in milliseconds. */
const BETWEEN_LOOKS = 10 * 1000;

/** How long WeChat is left alone after it has said that the quota of the mini-program is used up. */
const ENDS = { [DAILY_LIMIT]: endOfDay, [RATE_LIMITED]: endOfMinute };

const CLOSED = { errCode: 0, until: 0 };

/**
 * Keeps every instance from asking WeChat while the quota of the mini-program is used up.
 *
 * @param {object} options
 * @param {ReturnType<import('../database/access').createAccess>} options.database
 * @param {ReturnType<import('../database/collection').createCollection>} options.collection
 * @param {{ now: Function }} options.time
 */
exports.createBreaker = ({ database, collection, time }) => {
  /** By appid: quotas are counted for each mini-program. */
  const states = new Map();
  const stateOf = (appid) => states.get(appid) || { ...CLOSED, lookedAt: Number.NEGATIVE_INFINITY };

  const refusalOf = (appid) => {
    const { errCode, until } = stateOf(appid);
    return until > time.now() ? errCode : 0;
  };

  const hasToLook = (appid) => time.now() - stateOf(appid).lookedAt >= BETWEEN_LOOKS && database.isHealthy();

  return {
    /** @returns {number} the errCode that WeChat has said; 0 where it may be asked, or one has to look */
    known: (appid) => (hasToLook(appid) ? 0 : refusalOf(appid)),

    /** @returns {Promise<number>} the same, by what the database says every ten seconds: what others heard, or the owner removed */
    async look(appid) {
      if (hasToLook(appid)) {
        states.set(appid, { ...stateOf(appid), lookedAt: time.now() });
        const found = await database.access(async () => (await collection.read(idOf(appid))) || CLOSED);
        if (found) states.set(appid, { ...stateOf(appid), errCode: found.errCode, until: found.until });
      }
      return refusalOf(appid);
    },

    /** Hears what WeChat failed with. */
    async hear(appid, errCode) {
      const end = ENDS[errCode];
      if (!end) return;
      const open = { errCode, until: end(time.now()) };
      if (open.until <= stateOf(appid).until) return;
      states.set(appid, { ...open, lookedAt: time.now() });
      const isShorter = { until: collection.command.lt(open.until) };
      await database.access(() => collection.put(idOf(appid), { fresh: open, change: open, condition: isShorter }));
    },
  };
};

const idOf = (appid) => `breaker-${createHash('sha256').update(String(appid)).digest('hex')}`;
