/** A code is exchanged once: who sends it again within five minutes gets what the first call got. */
import { FAILED, Failure, INVALID_CODE, MISSING_CODE, REFUSALS } from './errors.mjs';
import { giveBack, hear, take } from './limits.mjs';
import { phoneNumberOf } from './wechat.mjs';

const LIFETIME = 5 * 60_000;
const LONGEST_CODE = 512;

/** By user and code, so that nobody gets the result of another. With several processes, keep it in your Redis, encrypted. */
const results = new Map();

function forgetOld() {
  for (const [key, { until }] of results) {
    if (until > Date.now()) break; // the others are younger
    results.delete(key);
  }
}

/**
 * @param {string} openid whose session it is
 * @param {unknown} code of the getPhoneNumber button
 * @param {(phone: { phoneNumber: string, countryCode: string }) => Promise<object>} complete what is done with the number
 * @returns {Promise<object>} what `complete` returned; rejects with a `Failure`
 */
export function exchange(openid, code, complete) {
  if (code === undefined || code === null || code === '') throw new Failure(MISSING_CODE);
  if (typeof code !== 'string' || code.length > LONGEST_CODE) throw new Failure(INVALID_CODE);
  forgetOld();
  const key = JSON.stringify([openid, code]);
  if (!results.has(key)) results.set(key, { until: Date.now() + LIFETIME, phone: askOnce(key, openid, code) });
  const result = results.get(key);
  result.reply ??= result.phone.then(complete).catch((error) => {
    result.reply = undefined; // the next call tries again, with the same number
    throw error;
  });
  return result.reply;
}

/** A failure is forgotten, unless WeChat has refused the code. */
function askOnce(key, openid, code) {
  const phone = ask(openid, code);
  phone.catch(({ errCode }) => REFUSALS.includes(errCode) || results.delete(key));
  return phone;
}

async function ask(openid, code) {
  const held = take(openid);
  if (held) throw new Failure(held);
  try {
    const phone = await phoneNumberOf(code, openid);
    giveBack(openid);
    return phone;
  } catch (error) {
    const { errCode = FAILED } = error;
    if (!REFUSALS.includes(errCode)) giveBack(openid);
    hear(errCode);
    throw new Failure(errCode);
  }
}
