/** Who calls: a session is made by the code of `wx.login`. With several processes, keep it in your Redis. */
import { randomBytes } from 'node:crypto';

import { openidOf } from './wechat.mjs';

const LIFETIME = 24 * 60 * 60_000;

const sessions = new Map();

/** @returns {Promise<string>} what the client sends as `Authorization: Bearer …` */
export async function openSession(loginCode) {
  const { openid } = await openidOf(loginCode);
  const session = randomBytes(32).toString('hex');
  sessions.set(session, { openid, until: Date.now() + LIFETIME });
  for (const [old, { until }] of sessions) {
    if (until > Date.now()) break; // the others are younger
    sessions.delete(old);
  }
  return session;
}

/** @returns {string | undefined} the openid; nothing where there is no such session */
export function openidIn(authorization = '') {
  const found = sessions.get(authorization.replace(/^Bearer /, ''));
  return found && found.until > Date.now() ? found.openid : undefined;
}
