const cloud = require('wx-server-sdk');

const { ConfigurationError, describeError } = require('./describe-error');
const { createExchange } = require('./exchange');
const { INVALID_PARAMETER, LOGIN_REQUIRED } = require('./exchange/err-codes');
const { failure, failureOf } = require('./exchange/failure');
const { callerOf } = require('./exchange/wechat');
const login = require('./login');
const manifest = require('./package.json');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/**
 * Logs the caller in: by the code of a getPhoneNumber button, whose number stays here; or, where there is a session to
 * go on with, without one.
 *
 * @param {{ code: string } | { action: 'renew' | 'deleteMe' }} event
 * @returns {Promise<object>} never rejects. What `login.js` returns, or `{ success: false, errCode, error, reason? }`,
 *   whose reason is `login_required` where the caller is no user; and in each reply `idempotent: true` and `version`
 */
exports.main = async (event) => {
  const act = actions.get(actionOf(event));
  if (!act) return failure(manifest, INVALID_PARAMETER);
  try {
    const caller = callerOf(cloud);
    const reply = caller.openid ? await act(caller, event) : LOGGED_OUT;
    return { ...reply, idempotent: true, version: manifest.version };
  } catch (error) {
    return failureOf(manifest, error);
  }
};

const exchange = createExchange({
  cloud,
  manifest,
  complete: (phone, caller) => ask('login', { ...phone, ...caller }),
});

/** For a call of no user, as from a timer, too: users are found by their openid. */
const LOGGED_OUT = { success: false, errCode: LOGIN_REQUIRED, error: '请先登录', reason: 'login_required' };

const actions = new Map([
  [undefined, (caller, event) => exchange(event)],
  ['renew', (caller) => ask('renew', caller, LOGGED_OUT)],
  ['deleteMe', (caller) => ask('deleteMe', caller)],
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
