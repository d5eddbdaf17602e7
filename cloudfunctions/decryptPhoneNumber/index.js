const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// The codes this function answers by itself keep the meaning WeChat documents for them.
const MISSING_CODE = 41008;
const INVALID_CODE = 40029;
const INVALID_APPID = 40013;
const UNREADABLE_REPLY = -601001; // what the SDK throws for a reply that it cannot read
const EXECUTION_FAILED = -404011; // what the client would be told had this function thrown

/** A code is 64 characters today; far beyond that it is not worth a call. */
const MAX_CODE_LENGTH = 512;

const AUTHORIZATION_EXPIRED = '授权已过期，请重新获取';
const TEXTS = {
  [MISSING_CODE]: '缺少code参数',
  [INVALID_CODE]: AUTHORIZATION_EXPIRED,
  [INVALID_APPID]: AUTHORIZATION_EXPIRED,
  45011: '请求过于频繁，请稍后重试',
  40226: '请先在微信中完成实名认证',
};
const VERIFICATION_FAILED = '手机号验证失败，请重试';

/** The reasons of wx-phone-login, by the codes that name one. */
const REASONS = {
  [MISSING_CODE]: 'code_invalid',
  [INVALID_CODE]: 'code_invalid',
  [INVALID_APPID]: 'invalid_appid',
  [UNREADABLE_REPLY]: 'bad_reply',
  '-1': 'busy',
  '-604101': 'openapi_permission',
  40226: 'high_risk_user',
  45009: 'daily_limit',
  45011: 'rate_limited',
};

/** The other codes of the SDK stand for several causes: by the words that tell them apart. */
const CAUSES = [
  [/environment|env (?:not|is|check|status|invalid)|invalid[ _]env|isolated|wxCloudApiToken/i, 'environment'],
  [/time(?:d ?|-)?out/i, 'timeout'],
  [/access_token|credential/i, 'credential'],
];

// WeChat writes the id it files a request under at the end of errmsg: "… rid: 6705edf9-02858692-146b48b3".
const REQUEST_ID = /\brid: ([0-9a-f]{8}(?:-[0-9a-f]{8}){2})\s*$/;
const CODE_IN_TEXT = /\berrCode: (-?\d{1,9})\b/;

const isText = (value) => typeof value === 'string' && value.trim() !== '';

/**
 * Exchanges the code of a getPhoneNumber button for the phone number.
 *
 * @param {{ code: string }} event
 * @returns {Promise<{ success: true, phoneNumber: string, purePhoneNumber: string, countryCode: string }
 *   | { success: false, errCode: number, reason?: string, error: string }>} never rejects
 */
exports.main = async (event) => {
  const code = readCode(event);
  const refusal = refusalOf(code);
  if (refusal) return failure(refusal);
  try {
    const { OPENID, APPID } = cloud.getWXContext();
    const reply = await cloud.openapi.phonenumber.getPhoneNumber(requestFor(code, OPENID));
    return readReply(reply, APPID);
  } catch (error) {
    return failure(errCodeOf(error), requestIdOf(error), messageOf(error));
  }
};

function readCode(event) {
  try {
    return event.code;
  } catch (notAnObject) {
    return undefined;
  }
}

function refusalOf(code) {
  if (code === undefined || code === null || code === '') return MISSING_CODE;
  if (!isText(code) || code.length > MAX_CODE_LENGTH) return INVALID_CODE;
  return 0;
}

/** With an openid WeChat also checks that the code belongs to that user. Only a call from a mini-program has one. */
function requestFor(code, openid) {
  return isText(openid) ? { code, openid } : { code };
}

function readReply(reply, appid) {
  const { phoneNumber, purePhoneNumber, countryCode, watermark } = reply.phoneInfo || {};
  if (!isText(phoneNumber)) return failure(UNREADABLE_REPLY);
  if (isOfAnotherApp(watermark, appid)) return failure(INVALID_APPID);
  return {
    success: true,
    phoneNumber,
    purePhoneNumber: isText(purePhoneNumber) ? purePhoneNumber : phoneNumber,
    countryCode: readCountryCode(countryCode),
  };
}

function isOfAnotherApp(watermark, appid) {
  return Boolean(watermark) && isText(watermark.appid) && isText(appid) && watermark.appid !== appid;
}

/** WeChat's table says string, its sample shows a number. */
function readCountryCode(countryCode) {
  return typeof countryCode === 'string' || typeof countryCode === 'number' ? String(countryCode) : '';
}

/** The SDK's errors carry errCode; one that only passed through text keeps it as "errCode: 40029 | errMsg: …". */
function errCodeOf(error) {
  const [, inText] = CODE_IN_TEXT.exec(messageOf(error)) || [];
  const given = [error && error.errCode, inText].filter((code) => ['number', 'string'].includes(typeof code));
  return given.map(Number).find((code) => Number.isSafeInteger(code) && code !== 0) || EXECUTION_FAILED;
}

function requestIdOf(error) {
  const found = REQUEST_ID.exec(messageOf(error));
  return found ? found[1] : '';
}

// errMsg first: the SDK computes message from what WeChat sent, and for an odd reply that throws.
function messageOf(error) {
  const message = error && (error.errMsg || error.message);
  return typeof message === 'string' ? message : '';
}

/** Logs the two things that help to find the call at WeChat, and nothing that belongs to the user. */
function failure(errCode, requestId, message) {
  console.error(`decryptPhoneNumber: errCode ${errCode}${requestId ? `, rid ${requestId}` : ''}`);
  const reply = { success: false, errCode, error: TEXTS[errCode] || VERIFICATION_FAILED };
  const reason = reasonOf(errCode, message);
  return reason ? { ...reply, reason } : reply;
}

function reasonOf(errCode, message) {
  const [, cause] = CAUSES.find(([words]) => words.test(message)) || [];
  return REASONS[errCode] || cause;
}
