/**
 * 这个文件由你来改：号码换到之后做什么、客户端得到什么。按 openid 查找用户，不要按手机号：号码注销后会给别人用。
 *
 * This file is yours: what a login does, and what the client gets. Find users by their openid and never by their number,
 * because numbers are given to somebody else when they are given up.
 */
export async function login({ phoneNumber, countryCode, openid }) {
  const user = await findOrCreateUser(openid);
  return { success: true, maskedNumber: mask(phoneNumber), countryCode, user };
}

const users = new Map();

async function findOrCreateUser(openid) {
  const isNew = !users.has(openid);
  if (isNew) users.set(openid, { id: `user-${users.size + 1}` });
  return { ...users.get(openid), isNew };
}

const mask = (phoneNumber) => phoneNumber.replace(/\d{4}(?=\d{4}$)/, '****');
