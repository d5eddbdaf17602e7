/**
 * 这个文件由你来改：登录成功后做什么、客户端得到什么，都写在这里。
 *
 * This file is yours: what a login does, and what the client gets. As it stands, users are found by their openid and
 * never by their number, because numbers are given to somebody else when they are given up.
 */
const { maskPhoneNumber } = require('./mask');
const { sealNumber } = require('./number');
const { sessionFor } = require('./session');
const { deleteUser, findOrCreateUser, findUser } = require('./users');

/**
 * 改为 true 才会保存手机号：用环境变量 PHONE_NUMBER_KEY 加密后，存入用户的记录。
 *
 * True keeps the number in the record of the user, encrypted under PHONE_NUMBER_KEY; `number.js` reads it again.
 */
const KEEPS_NUMBER = false;

/**
 * @param {{ phoneNumber: string, purePhoneNumber: string, countryCode: string, openid: string, unionid?: string,
 *   appid: string }} login the number by WeChat's word, and who calls, by the cloud's
 * @returns {Promise<object>} what the client gets. With `success: true` it is remembered for five minutes, and a call
 *   that repeats this one gets it; anything else, and a throw, is a login that failed
 */
exports.login = async ({ phoneNumber, countryCode, openid, appid }) => {
  const fields = KEEPS_NUMBER ? { phoneNumber: sealNumber(phoneNumber) } : {};
  const user = await findOrCreateUser({ openid, appid }, fields);
  return { success: true, maskedNumber: maskPhoneNumber(phoneNumber), countryCode, user, ...sessionFor(user.id) };
};

/**
 * A new token without a code, for `{ action: 'renew' }`.
 *
 * @param {{ openid: string, unionid?: string, appid: string }} caller
 * @returns {Promise<object | undefined>} what the client gets; nothing where the caller is no user and has to log in
 */
exports.renew = async (caller) => {
  const user = await findUser(caller);
  return user && { success: true, user: { id: user.id, isNew: false }, ...sessionFor(user.id) };
};

/**
 * For `{ action: 'deleteMe' }`: whoever calls is forgotten.
 *
 * @param {{ openid: string, unionid?: string, appid: string }} caller
 * @returns {Promise<object>} what the client gets
 */
exports.deleteMe = async (caller) => ({ success: true, deleted: await deleteUser(caller) });
