/** Who calls, and in which mini-program. Placeholders that nobody can take for real ones. */
export const simulated = Object.freeze({
  env: 'simulated-env',
  appid: 'wx0000000000000000',
  openid: 'o-simulated-user',
  phoneNumber: '13800138000',
});

/**
 * The variables by which wx-server-sdk knows that it runs in the cloud, and where its server is.
 *
 * @param {string} url of the server
 */
export function cloudEnvironment(url) {
  return {
    // Without these the SDK asks a metadata server on the network whether it is in the cloud.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: simulated.env,
    TCB_ENV: simulated.env,
    // The SDK signs with these; the stand-in does not check the signature.
    TENCENTCLOUD_SECRETID: 'simulated-secret-id',
    TENCENTCLOUD_SECRETKEY: 'simulated-secret-key',
    // The cloud injects the address of its server here, and the SDK prefers it to the built-in one.
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    // The logger of the SDK hands its lines to `console.__baseLog__`, which the cloud provides.
    _SCF_TCB_LOG: '1',
  };
}

/** The same for a call that the timer makes: there is no user. */
export function timerEnvironment(token) {
  return { WX_CONTEXT_KEYS: 'WX_APPID,WX_API_TOKEN', WX_APPID: simulated.appid, WX_API_TOKEN: token };
}

/**
 * What an owner may set for the functions. Whoever tries all the answers asks more often than a user, and would be held
 * back from the second answer on that says that a quota is used up.
 */
export const unlimited = Object.freeze({
  EXCHANGES_PER_USER_MINUTE: '100000',
  REFUSED_CODES_PER_USER_DAY: '100000',
  EXCHANGES_PER_INSTANCE_MINUTE: '100000',
  EXCHANGE_BREAKER: 'off',
});

/**
 * The variables that the cloud sets for one call from a mini-program.
 *
 * @param {string} token by which WeChat knows the call
 * @param {string} [openid] who calls
 */
export function callEnvironment(token, openid = simulated.openid) {
  return {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
    WX_OPENID: openid,
    WX_APPID: simulated.appid,
    WX_API_TOKEN: token,
  };
}
