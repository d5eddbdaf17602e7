const {
  DAILY_LIMIT,
  EXECUTION_FAILED,
  HIGH_RISK_USER,
  INVALID_APPID,
  INVALID_CODE,
  LOGIN_REQUIRED,
  MISSING_CODE,
  RATE_LIMITED,
} = require('./err-codes');
const { reasonOf } = require('./reasons');

const AUTHORIZATION_EXPIRED = '授权已过期，请重新获取';
const TEXTS = {
  [MISSING_CODE]: '缺少code参数',
  [INVALID_CODE]: AUTHORIZATION_EXPIRED,
  [INVALID_APPID]: AUTHORIZATION_EXPIRED,
  [RATE_LIMITED]: '请求过于频繁，请稍后重试',
  [DAILY_LIMIT]: '今日使用次数已达上限，请明日再试',
  [LOGIN_REQUIRED]: '请先登录',
  [HIGH_RISK_USER]: '请先在微信中完成实名认证',
};
const VERIFICATION_FAILED = '手机号验证失败，请重试';

// WeChat writes the id it files a request under at the end of errmsg: "… rid: 6705edf9-02858692-146b48b3".
const REQUEST_ID = /\brid: ([0-9a-f]{8}(?:-[0-9a-f]{8}){2})\s*$/;
const CODE_IN_TEXT = /\berrCode: (-?\d{1,9})\b/;

/**
 * The reply that says why there is no number.
 *
 * @param {{ version: string }} manifest the package.json of the function
 * @param {number} errCode
 * @param {string} [message] what was said; nothing of it is passed on
 */
exports.failure = (manifest, errCode, message = '') => {
  const reply = { success: false, errCode, error: TEXTS[errCode] || VERIFICATION_FAILED };
  const reason = reasonOf(errCode, message);
  return { ...reply, ...(reason && { reason }), idempotent: true, version: manifest.version };
};

/** The same for what was thrown, whatever that is. */
exports.failureOf = (manifest, error) => exports.failure(manifest, errCodeOf(error), messageOf(error));

/** @returns {string | undefined} what helps to find the request at WeChat, and says nothing of a user */
exports.requestIdOf = (error) => (REQUEST_ID.exec(messageOf(error)) || [])[1];

/** The SDK's errors carry errCode; one that only passed through text keeps it as "errCode: 40029 | errMsg: …". */
function errCodeOf(error) {
  const [, inText] = CODE_IN_TEXT.exec(messageOf(error)) || [];
  const given = [error && error.errCode, inText].filter((code) => ['number', 'string'].includes(typeof code));
  return given.map(Number).find(isErrCode) || EXECUTION_FAILED;
}

/** A client may read codes into 32 bits. */
const isErrCode = (code) => Number.isInteger(code) && code !== 0 && code >= -(2 ** 31) && code < 2 ** 31;

// errMsg first: the SDK computes message from what WeChat sent, and for an odd reply that throws.
function messageOf(error) {
  const message = error && (error.errMsg || error.message);
  return typeof message === 'string' ? message : '';
}
