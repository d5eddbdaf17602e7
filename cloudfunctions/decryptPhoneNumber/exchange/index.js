/**
 * The exchange of a code for a phone number, for every function that offers it. This folder stands in each of them,
 * because a function is uploaded as one folder: edit it in `phoneLogin`, `npm run functions` copies it.
 */
const { codeOf, faultOf } = require('./code');
const { failure, failureOf } = require('./failure');
const { createOnce } = require('./once');
const { createResults } = require('./results');
const { sealFor } = require('./seal');
const { callerOf, numberOf } = require('./wechat');

const REAL_TIME = {
  now: () => Date.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
};

/** A longer reply, in characters of JSON, is not remembered: the memory of an instance is small. */
const LONGEST_REPLY = 16 * 1024;

const isRemembered = (reply) => reply.success === true && JSON.stringify(reply).length <= LONGEST_REPLY;

/**
 * @typedef {import('./wechat').Phone} Phone
 * @typedef {import('./wechat').Caller} Caller
 */

/**
 * Makes a function that exchanges each code once: for five minutes a second call with a code by the same user gets what
 * the first one got, on every instance that reaches the database. A call without an openid is not remembered.
 *
 * @param {object} options
 * @param {object} options.cloud an initialized wx-server-sdk
 * @param {{ name: string, version: string }} options.manifest the package.json of the function
 * @param {(phone: Phone, caller: Caller) => Promise<object>} [options.complete] what is done with the number. Its reply
 *   goes to the client, and is remembered if it says `success: true` and is not long; after any other one, or a throw,
 *   the next call with the code completes the same number again. Without it the reply is the number
 * @param {{ now: Function, setTimeout: Function, clearTimeout: Function }} [options.time]
 * @returns {(event: { code: string }) => Promise<object>} never rejects; every reply has `success`, `idempotent` and
 *   `version`, a failure `errCode` and `error` as well, and `reason` where one was named
 */
exports.createExchange = ({ cloud, manifest, complete, time = REAL_TIME }) => {
  const results = createResults({ cloud, manifest, time });
  const once = createOnce({ results, time, isComplete: ({ phone, reply }) => Boolean(complete ? reply : phone) });
  const underWay = new Map();

  async function exchange(code) {
    const caller = callerOf(cloud);
    // Limits of how often WeChat is asked have their place here.
    const ask = () => numberOf(cloud, code, caller);
    if (!caller.openid) return replyOf({ phone: await ask() }, caller);
    const seal = sealFor(code, caller);
    return shared(seal.id, async () => replyOf(await once(seal, ask), caller, seal));
  }

  /** Calls at the same time on one instance are one. */
  function shared(id, start) {
    if (!underWay.has(id)) {
      const end = () => underWay.delete(id);
      underWay.set(id, start());
      underWay.get(id).then(end, end);
    }
    return underWay.get(id);
  }

  async function replyOf({ phone, reply }, caller, seal) {
    if (reply) return reply;
    if (!complete) return { success: true, ...phone };
    const completed = await complete(phone, caller);
    if (seal && isRemembered(completed)) await results.keep(seal, { phone, reply: completed });
    return completed;
  }

  return async (event) => {
    const code = codeOf(event);
    const fault = faultOf(code);
    if (fault) return failure(manifest, fault);
    try {
      return { ...(await exchange(code)), idempotent: true, version: manifest.version };
    } catch (error) {
      return failureOf(manifest, error);
    }
  };
};
