const { createCollection } = require('../database/collection');
const { endOfMinute, startOfMinute } = require('../observation/clock');
const { createBreaker } = require('./breaker');
const { createCounters } = require('./counter');
const { RATE_LIMITED } = require('./err-codes');
const { createUserLimits } = require('./user-limits');
const { isSpent, refused } = require('./wechat');

const COLLECTION = 'phone_login_limits';

/**
 * The one way to WeChat. It lets through what the limits allow, and hears what WeChat made of it.
 *
 * @param {object} options
 * @param {object} options.cloud an initialized wx-server-sdk
 * @param {ReturnType<import('../database/access').createAccess>} options.database
 * @param {import('./settings').Settings} options.settings
 * @param {{ now: Function }} options.time
 */
exports.createGate = ({ cloud, database, settings, time }) => {
  const collection = createCollection(cloud, COLLECTION);
  const counters = createCounters({ database, collection });
  const users = createUserLimits({ counters, settings, time });
  const breaker = createBreaker({ database, collection, time });
  const pending = new Set();

  const instanceCounter = () => ({
    id: `instance-${startOfMinute(time.now()) / 1000}`,
    most: settings.EXCHANGES_PER_INSTANCE_MINUTE,
    until: endOfMinute(time.now()),
  });

  /** What need not be waited for before the client gets its reply ready. */
  function later(work) {
    const end = () => pending.delete(work);
    pending.add(work);
    work.then(end, end);
  }

  const breakerFor = async (appid, ask) => (settings.EXCHANGE_BREAKER ? ask(appid) : 0);

  async function admit({ openid, appid }) {
    if (!counters.takeHere(instanceCounter())) throw heldBack(RATE_LIMITED, 'limit');
    const [broken, user] = await Promise.all([
      breakerFor(appid, breaker.look),
      openid ? users.take({ openid, appid }) : { errCode: 0 },
    ]);
    if (broken && user.code) await users.giveBack(user.code);
    if (broken) throw heldBack(broken, 'breaker');
    if (user.errCode) throw heldBack(user.errCode, 'limit');
    return user.code;
  }

  return {
    /** Rejects at once where this instance knows that WeChat is not to be asked: no claim and no count is needed for it. */
    assertOpen(caller) {
      const broken = settings.EXCHANGE_BREAKER ? breaker.known(caller.appid) : 0;
      if (broken) throw heldBack(broken, 'breaker');
      const errCode = caller.openid ? users.refusalOf(caller) : 0;
      if (errCode) throw heldBack(errCode, 'limit');
      if (counters.isFull(instanceCounter())) throw heldBack(RATE_LIMITED, 'limit');
    },

    /**
     * @param {import('./wechat').Caller} caller
     * @param {() => Promise<import('./wechat').Phone>} question
     * @returns {Promise<import('./wechat').Phone>} rejects with what WeChat said, or with the errCode of a limit
     */
    async ask(caller, question) {
      const code = await admit(caller);
      const giveBack = () => code && later(users.giveBack(code));
      try {
        const phone = await question();
        giveBack();
        later(database.access(() => collection.removeExpired(time.now())));
        return phone;
      } catch (error) {
        if (!isSpent(error)) giveBack();
        later(breakerFor(caller.appid, (appid) => breaker.hear(appid, Object(error).errCode)));
        throw error;
      }
    },

    /** An instance stands still between calls, so what is under way is waited for. */
    settled: () => Promise.all(pending),
  };
};

/** `by` says who held a call back: the limits, or the breaker. */
const heldBack = (errCode, by) => Object.assign(refused(errCode), { by });
