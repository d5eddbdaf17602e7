const cloud = require('wx-server-sdk');

const { createAccess } = require('./database/access');
const { ConfigurationError, describeError } = require('./describe-error');
const { createExchange } = require('./exchange');
const { INVALID_PARAMETER, LOGIN_REQUIRED } = require('./exchange/err-codes');
const { failure, failureOf } = require('./exchange/failure');
const { callerOf } = require('./exchange/wechat');
const login = require('./login');
const { observe } = require('./observation');
const { REAL_TIME: time } = require('./observation/clock');
const manifest = require('./package.json');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const database = createAccess({ manifest, time });

/**
 * Logs the caller in: by the code of a getPhoneNumber button, whose number stays here; or, where there is a session to
 * go on with, without one.
 *
 * @param {{ code: string } | { action: 'renew' | 'deleteMe' }} event
 * @returns {Promise<object>} never rejects. What `login.js` returns, or `{ success: false, errCode, error, reason? }`,
 *   whose reason is `login_required` where the caller is no user; and in each reply `idempotent: true` and `version`
 */
exports.main = observe({ cloud, manifest, database, time }, async (event, call) => {
  const act = actions.get(actionOf(event));
  if (!act) return failure(manifest, INVALID_PARAMETER);
  try {
    const caller = callerOf(cloud);
    const reply = caller.openid ? await act(caller, event, call) : loggedOut();
    return { ...reply, idempotent: true, version: manifest.version };
  } catch (error) {
    return failureOf(manifest, error);
  }
});

const exchange = createExchange({
  cloud,
  manifest,
  database,
  time,
  complete: (phone, caller) => ask('login', { ...phone, ...caller }),
});

/** For a call of no user, as from a timer, too: users are found by their openid. */
const loggedOut = () => failure(manifest, LOGIN_REQUIRED);

/** An action that needs no code. */
const withoutCode = (name, otherwise) => (caller, event, call) => {
  call.by = 'session';
  return ask(name, caller, otherwise);
};

const actions = new Map([
  [undefined, (caller, event, call) => exchange(event, call)],
  ['renew', withoutCode('renew', loggedOut())],
  ['deleteMe', withoutCode('deleteMe')],
]);

/**
 * What the owner's file does. A fault in it is logged by its place, since its words may hold what belongs to a user; nor
 * do they say anything of WeChat.
 */
async function ask(name, argument, otherwise) {
  try {
    const reply = (await login[name](argument)) || otherwise;
    if (Object(reply) !== reply) throw new ConfigurationError('it returned no object');
    return reply;
  } catch (error) {
    console.error(`${manifest.name}: ${name} in login.js: ${describeError(error)}`);
    throw Object.assign(new Error(), { errCode: Object(error).errCode });
  }
}

function actionOf(event) {
  try {
    return event.action;
  } catch (notAnObject) {
    return undefined;
  }
}
