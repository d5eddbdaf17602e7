const {
  EXECUTION_FAILED,
  HIGH_RISK_USER,
  INVALID_APPID,
  INVALID_CODE,
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
  [HIGH_RISK_USER]: '请先在微信中完成实名认证',
};
const VERIFICATION_FAILED = '手机号验证失败，请重试';

// WeChat writes the id it files a request under at the end of errmsg: "… rid: 6705edf9-02858692-146b48b3".
const REQUEST_ID = /\brid: ([0-9a-f]{8}(?:-[0-9a-f]{8}){2})\s*$/;
const CODE_IN_TEXT = /\berrCode: (-?\d{1,9})\b/;

/**
 * The reply that says why there is no number. The log gets what helps to find the call at WeChat, and nothing that
 * belongs to the user.
 *
 * @param {{ name: string, version: string }} manifest the package.json of the function
 * @param {number} errCode
 * @param {string} [message] what was said; nothing of it is passed on
 */
exports.failure = (manifest, errCode, message = '') => {
  const [, requestId] = REQUEST_ID.exec(message) || [];
  console.error(`${manifest.name}: errCode ${errCode}${requestId ? `, rid ${requestId}` : ''}`);
  const reply = { success: false, errCode, error: TEXTS[errCode] || VERIFICATION_FAILED };
  const reason = reasonOf(errCode, message);
  return { ...reply, ...(reason && { reason }), idempotent: true, version: manifest.version };
};

/** The same for what was thrown, whatever that is. */
exports.failureOf = (manifest, error) => exports.failure(manifest, errCodeOf(error), messageOf(error));

/** Logs what went wrong beside an exchange that goes on without it. */
exports.logFault = (manifest, part, error) => {
  const errCode = Object(error).errCode;
  console.error(
    `${manifest.name}: ${part}: ${typeof errCode === 'number' ? `errCode ${errCode}` : 'no answer in time'}`,
  );
};

/** The SDK's errors carry errCode; one that only passed through text keeps it as "errCode: 40029 | errMsg: …". */
function errCodeOf(error) {
  const [, inText] = CODE_IN_TEXT.exec(messageOf(error)) || [];
  const given = [error && error.errCode, inText].filter((code) => ['number', 'string'].includes(typeof code));
  return given.map(Number).find((code) => Number.isSafeInteger(code) && code !== 0) || EXECUTION_FAILED;
}

// errMsg first: the SDK computes message from what WeChat sent, and for an odd reply that throws.
function messageOf(error) {
  const message = error && (error.errMsg || error.message);
  return typeof message === 'string' ? message : '';
}
