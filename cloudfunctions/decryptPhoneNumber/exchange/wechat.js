const { INVALID_APPID, INVALID_CODE, UNREADABLE_REPLY } = require('./err-codes');

/** With one of these WeChat says that a code cannot be used, or not any more. */
const SPENT = [INVALID_CODE, 40003, 40163];

/**
 * A number as WeChat gives it.
 *
 * @typedef {{ phoneNumber: string, purePhoneNumber: string, countryCode: string }} Phone
 */

/**
 * Who calls, by the cloud's word. Only a call from a mini-program has an openid.
 *
 * @typedef {{ openid?: string, unionid?: string, appid?: string }} Caller
 */

const isText = (value) => typeof value === 'string' && value.trim() !== '';

/** Five to fifteen digits, as E.164 has them at most, after a `+` or a country code in brackets or not. */
const isNumber = (value) =>
  typeof value === 'string' && /^\+?[\d ()-]{5,24}$/.test(value) && /^(?:\D*\d){5,15}\D*$/.test(value);

const textOr = (value, otherwise) => (isText(value) ? value : otherwise);

/** @returns {Caller} */
exports.callerOf = (cloud) => {
  const { OPENID, UNIONID, APPID } = cloud.getWXContext();
  return { openid: textOr(OPENID), unionid: textOr(UNIONID), appid: textOr(APPID) };
};

/**
 * Asks WeChat for the number of a code, which is used up by that.
 *
 * @param {object} cloud an initialized wx-server-sdk
 * @param {string} code
 * @param {Caller} caller with an openid WeChat also checks that the code belongs to that user
 * @returns {Promise<Phone>} rejects with an error that has an errCode
 */
exports.numberOf = async (cloud, code, { openid, appid }) => {
  const reply = await cloud.openapi.phonenumber.getPhoneNumber(openid ? { code, openid } : { code });
  const { phoneNumber, purePhoneNumber, countryCode, watermark } = reply.phoneInfo || {};
  if (!isNumber(phoneNumber)) throw exports.refused(UNREADABLE_REPLY);
  if (isOfAnotherApp(watermark, appid)) throw exports.refused(INVALID_APPID);
  return {
    phoneNumber,
    purePhoneNumber: isNumber(purePhoneNumber) ? purePhoneNumber : phoneNumber,
    countryCode: readCountryCode(countryCode),
  };
};

exports.isSpent = (error) => SPENT.includes(Object(error).errCode);

/** An error that says no more than its code. */
exports.refused = (errCode) => Object.assign(new Error(), { errCode });

function isOfAnotherApp(watermark, appid) {
  return Boolean(watermark) && isText(watermark.appid) && isText(appid) && watermark.appid !== appid;
}

/** WeChat's table says string, its sample shows a number. */
function readCountryCode(countryCode) {
  const isOne = ['string', 'number'].includes(typeof countryCode) && /^\+?\d{1,4}$/.test(countryCode);
  return isOne ? String(countryCode) : '';
}
