/**
 * The exchange of a code for a phone number, for every function that offers it. This folder stands in each of them,
 * because a function is uploaded as one folder: edit it in `phoneLogin`, `npm run functions` copies it.
 */
const { createAccess } = require('../database/access');
const { REAL_TIME } = require('../observation/clock');
const { codeOf, faultOf } = require('./code');
const { LOGIN_REQUIRED } = require('./err-codes');
const { failure, failureOf, requestIdOf } = require('./failure');
const { createGate } = require('./gate');
const { createOnce } = require('./once');
const { createResults } = require('./results');
const { sealFor } = require('./seal');
const { readSettings } = require('./settings');
const { callerOf, numberOf, refused } = require('./wechat');

/** A longer reply, in characters of JSON, is not remembered: the memory of an instance is small. */
const LONGEST_REPLY = 16 * 1024;

const isRemembered = (reply) => reply.success === true && JSON.stringify(reply).length <= LONGEST_REPLY;

/**
 * @typedef {import('./wechat').Phone} Phone
 * @typedef {import('./wechat').Caller} Caller
 * @typedef {import('../observation/call').Call} Call
 */

/**
 * Makes a function that exchanges each code once: for five minutes a second call with a code by the same user gets what
 * the first one got, on every instance that reaches the database. It asks WeChat no more often than the settings allow.
 * A call without an openid is refused, unless the settings say otherwise, and is never remembered.
 *
 * @param {object} options
 * @param {object} options.cloud an initialized wx-server-sdk
 * @param {{ name: string, version: string }} options.manifest the package.json of the function
 * @param {(phone: Phone, caller: Caller) => Promise<object>} [options.complete] what is done with the number. Its reply
 *   goes to the client, and is remembered if it says `success: true` and is not long; after any other one, or a throw,
 *   the next call with the code completes the same number again. Without it the reply is the number
 * @param {{ now: Function, setTimeout: Function, clearTimeout: Function }} [options.time]
 * @param {ReturnType<createAccess>} [options.database]
 * @param {import('./settings').Settings} [options.settings]
 * @returns {(event: { code: string }, call?: Call) => Promise<object>} never rejects; every reply has `success`,
 *   `idempotent` and `version`, a failure `errCode` and `error` as well, and `reason` where one was named. What became of
 *   the call is written into `call`
 */
exports.createExchange = ({
  cloud,
  manifest,
  complete,
  time = REAL_TIME,
  database = createAccess({ manifest, time }),
  settings = readSettings(process.env, (fault) => console.error(`${manifest.name}: ${fault}`)),
}) => {
  const results = createResults({ cloud, database, time });
  const gate = createGate({ cloud, database, settings, time });
  const once = createOnce({ results, time, isComplete: ({ phone, reply }) => Boolean(complete ? reply : phone) });
  const underWay = new Map();

  async function exchange(code, call) {
    const caller = callerOf(cloud);
    const ask = () => gate.ask(caller, () => question(code, caller, call));
    if (!caller.openid) return exchangeForNobody(ask, caller);
    const seal = sealFor(code, caller);
    call.by = 'cache'; // until somebody else is asked
    if (!results.recall(seal)) gate.assertOpen(caller);
    return shared(seal.id, async () => replyOf(await once(seal, ask), caller, seal));
  }

  async function exchangeForNobody(ask, caller) {
    if (!settings.EXCHANGE_WITHOUT_OPENID) throw refused(LOGIN_REQUIRED);
    gate.assertOpen(caller);
    return replyOf({ phone: await ask() }, caller);
  }

  async function question(code, caller, call) {
    call.by = 'wechat';
    const phone = await numberOf(cloud, code, caller);
    call.isPaid = true;
    return phone;
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

  async function replyOf(result, caller, seal) {
    const { phone, reply } = result;
    if (result.refused) throw refused(result.refused);
    if (reply) return reply;
    if (!complete) return { success: true, ...phone };
    const completed = await complete(phone, caller);
    if (seal && isRemembered(completed)) await results.keep(seal, { phone, reply: completed });
    return completed;
  }

  function failed(error, call) {
    call.by = Object(error).by || call.by;
    call.rid = requestIdOf(error);
    return failureOf(manifest, error);
  }

  return async (event, call = {}) => {
    const code = codeOf(event);
    const fault = faultOf(code);
    if (fault) return failure(manifest, fault);
    try {
      return { ...(await exchange(code, call)), idempotent: true, version: manifest.version };
    } catch (error) {
      return failed(error, call);
    } finally {
      await gate.settled();
    }
  };
};
