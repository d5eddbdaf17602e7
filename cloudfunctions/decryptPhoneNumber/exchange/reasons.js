const {
  DAILY_LIMIT,
  HIGH_RISK_USER,
  INVALID_APPID,
  INVALID_CODE,
  LOGIN_REQUIRED,
  MISSING_CODE,
  RATE_LIMITED,
  UNREADABLE_REPLY,
} = require('./err-codes');

/** The reasons of wx-phone-login, by the codes that name one. */
const REASONS = {
  [MISSING_CODE]: 'code_invalid',
  [INVALID_CODE]: 'code_invalid',
  [INVALID_APPID]: 'invalid_appid',
  [UNREADABLE_REPLY]: 'bad_reply',
  '-1': 'busy',
  '-604101': 'openapi_permission',
  [HIGH_RISK_USER]: 'high_risk_user',
  [DAILY_LIMIT]: 'daily_limit',
  [RATE_LIMITED]: 'rate_limited',
  [LOGIN_REQUIRED]: 'login_required',
};

/** The other codes of the SDK stand for several causes: by the words that tell them apart. */
const CAUSES = [
  [/environment|env (?:not|is|check|status|invalid)|invalid[ _]env|isolated|wxCloudApiToken/i, 'environment'],
  [/time(?:d ?|-)?out/i, 'timeout'],
  [/access_token|credential/i, 'credential'],
];

/**
 * The reason that a failure names; nothing where it names none, and the code has to do.
 *
 * @param {number} errCode
 * @param {string} message what was said; it is not passed on
 * @returns {string | undefined}
 */
exports.reasonOf = (errCode, message) => {
  const [, cause] = CAUSES.find(([words]) => words.test(message)) || [];
  return REASONS[errCode] || cause;
};
