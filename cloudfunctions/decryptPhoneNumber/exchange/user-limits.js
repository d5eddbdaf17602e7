const { createHmac } = require('crypto');

const { dayOf, endOfDay, endOfMinute, startOfMinute } = require('../observation/clock');
const { DAILY_LIMIT, RATE_LIMITED } = require('./err-codes');

/**
 * How often WeChat is asked for one user: in a minute, and with codes that it refuses in a day. A code counts as refused
 * from when it is sent until WeChat has taken it, so that calls at once are counted too.
 *
 * @param {object} options
 * @param {ReturnType<import('./counter').createCounters>} options.counters
 * @param {import('./settings').Settings} options.settings
 * @param {{ now: Function }} options.time
 */
exports.createUserLimits = ({ counters, settings, time }) => {
  function countersOf(caller) {
    const user = userOf(caller);
    const now = time.now();
    return {
      minute: {
        id: `${user}-${startOfMinute(now) / 1000}`,
        most: settings.EXCHANGES_PER_USER_MINUTE,
        until: endOfMinute(now),
      },
      day: { id: `${user}-${dayOf(now)}`, most: settings.REFUSED_CODES_PER_USER_DAY, until: endOfDay(now) },
    };
  }

  return {
    /** @returns {number} the errCode for a user who has to wait; 0 where this instance knows of no reason */
    refusalOf(caller) {
      const { minute, day } = countersOf(caller);
      if (counters.isFull(day)) return DAILY_LIMIT;
      return counters.isFull(minute) ? RATE_LIMITED : 0;
    },

    /** @returns {Promise<{ errCode: number, code?: object }>} errCode 0, and what is given back for a code that is taken */
    async take(caller) {
      const { minute, day } = countersOf(caller);
      const [hasMinute, hasDay] = await Promise.all([counters.take(minute), counters.take(day)]);
      if (hasMinute && hasDay) return { errCode: 0, code: day };
      if (hasDay) await counters.giveBack(day);
      return { errCode: hasDay ? RATE_LIMITED : DAILY_LIMIT };
    },

    giveBack: (code) => counters.giveBack(code),
  };
};

/** The name of a user's counters, which does not tell the openid. */
const userOf = ({ openid, appid }) =>
  createHmac('sha256', 'wx-phone-login limits')
    .update(JSON.stringify([appid, openid]))
    .digest('hex');
