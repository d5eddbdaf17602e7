/**
 * What became of one call of a function, apart from its reply.
 *
 * @typedef {object} Call
 * @property {'function' | 'session' | 'cache' | 'limit' | 'breaker' | 'wechat'} by who answered: the function without
 *   asking anybody, the owner's `login.js` without a code, what was remembered, a limit, the breaker, or WeChat
 * @property {boolean} isPaid whether WeChat gave a number to this very call
 * @property {string} [rid] under which WeChat has filed a request that failed
 */

/** @returns {Call} */
exports.newCall = () => ({ by: 'function', isPaid: false });

const REASON = /^[a-z][a-z_]{0,39}$/;

/**
 * The line of a call. It has nothing of a user: what an owner's file replied is taken only where it has the shape of a
 * reason or a code.
 *
 * @typedef {{ function: string, version: string, outcome: 'success' | 'failure', by: Call['by'], reason?: string,
 *   errCode?: number, rid?: string, durationMs: number, coldStart: boolean, fromCache: boolean, paid: boolean }} Line
 */

/**
 * @param {object} parts
 * @param {{ name: string, version: string }} parts.manifest the package.json of the function
 * @param {Call} parts.call
 * @param {any} parts.reply
 * @param {number} parts.durationMs
 * @param {boolean} parts.coldStart whether this is the first call of its instance
 * @returns {Line}
 */
exports.lineOf = ({ manifest, call, reply, durationMs, coldStart }) => ({
  function: manifest.name,
  version: manifest.version,
  outcome: reply.success === true ? 'success' : 'failure',
  by: call.by,
  ...(reply.success === true ? {} : { reason: reasonIn(reply), errCode: errCodeIn(reply) }),
  rid: call.rid,
  durationMs: Math.max(0, Math.round(durationMs)),
  coldStart,
  fromCache: call.by === 'cache',
  paid: call.isPaid,
});

const reasonIn = ({ reason }) => (typeof reason === 'string' && REASON.test(reason) ? reason : undefined);

const errCodeIn = ({ errCode }) => (Number.isInteger(errCode) && Math.abs(errCode) < 2 ** 31 ? errCode : undefined);
