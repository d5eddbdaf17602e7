import { randomBytes } from 'node:crypto';

import { simulated } from '../cloud/environment.mjs';
import { EXCHANGE_PATH } from '../exchanges.mjs';
import { readJson } from '../http/body.mjs';
import { listen } from './listen.mjs';
import { page } from './pages.mjs';
import { OPEN_INTERFACES } from './wechat-server.mjs';

const CODE_LIFETIME = 5 * 60 * 1000;
const ID_BYTES = 16;
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/**
 * As the server of an operator makes them: of the login that it has begun, or instead of it.
 *
 * @type {Record<string, (login?: any) => import('./answers.mjs').Response>}
 */
export const replies = {
  login: ({ maskedNumber, countryCode, user }) => json({ success: true, maskedNumber, countryCode, user }),
  number: ({ phoneNumber, countryCode, user }) => json({ success: true, phoneNumber, countryCode, user }),
  enveloped: ({ maskedNumber, countryCode, user }) =>
    json({ code: 0, message: 'ok', data: { maskedNumber, countryCode, user } }),
  nothing: () => json({}),
  refused: () => json({ code: 10403, message: '该账号已停用，请联系客服' }),
  unauthorized: () => json({ code: 401, message: 'Unauthorized' }, 401),
  crashed: () => page(500, 'Internal Server Error'),
};

/** The replies to a request that is refused before WeChat is asked. */
const AT_ONCE = ['unauthorized', 'crashed'];

/** The replies that log the user in. */
const LOGINS = ['login', 'number', 'enveloped'];

const json = (value, statusCode = 200) => ({ statusCode, header: JSON_TYPE, body: JSON.stringify(value) });

/**
 * Starts the server of an operator, who has one: it exchanges the code at WeChat's, keeps the number, and knows its
 * users. A request that comes through 云托管 says who its user is; for another one it would have to ask WeChat, by the
 * code of `wx.login`.
 *
 * @param {object} options
 * @param {string} options.wechat  the address of WeChat's server
 * @param {(code: unknown) => keyof typeof replies} options.replyTo  how it is to reply to a code that went well
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function startLoginServer({ wechat, replyTo }) {
  const exchange = exchangeAt(wechat);
  const users = new Map();
  const remember = memory();

  /** @returns {{ id: string, isNew: boolean }} */
  function userOf(key) {
    const isNew = !users.has(key);
    if (isNew) users.set(key, randomBytes(ID_BYTES).toString('hex'));
    return { id: users.get(key), isNew };
  }

  async function logIn(code, openid, style) {
    const { errcode, errmsg, phone_info: info } = await exchange(code, openid);
    if (errcode !== 0) return { reply: json({ success: false, errcode, errmsg }), isLogin: false };
    const { phoneNumber, countryCode } = info;
    const maskedNumber = phoneNumber.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');
    const user = userOf(openid ?? phoneNumber);
    return { reply: replies[style]({ phoneNumber, countryCode, maskedNumber, user }), isLogin: LOGINS.includes(style) };
  }

  async function answer(request) {
    if (new URL(String(request.url), 'http://localhost').pathname !== EXCHANGE_PATH) return page(404, 'Not Found');
    if (request.method !== 'POST') return page(405, 'Not Allowed');
    const { code } = /** @type {any} */ (Object(await readJson(request)));
    if (typeof code !== 'string') return json({ success: false, message: '缺少 code' }, 400);
    const style = replyTo(code);
    if (AT_ONCE.includes(style)) return replies[style]();
    const openid = request.headers['x-wx-openid'];
    return (await remember(`${openid} ${code}`, () => logIn(code, openid, style))).reply;
  }

  return listen(async (request, response) => {
    const { statusCode, header, body } = await answer(request);
    response.writeHead(statusCode, header).end(body);
  });
}

/** The call of WeChat's server: with a token of one's own, or, from 云托管, without one. */
function exchangeAt(wechat) {
  let token;

  async function post(path, data) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(wechat + path, { method: 'POST', headers, body: JSON.stringify(data) });
    return response.json();
  }

  async function accessToken() {
    const credential = { grant_type: 'client_credential', appid: simulated.appid, secret: 'simulated-secret' };
    token ??= post('/cgi-bin/stable_token', credential);
    return (await token).access_token;
  }

  return async (code, openid) => {
    if (openid) return post(`${OPEN_INTERFACES}/wxa/business/getuserphonenumber`, { code, openid });
    return post(`/wxa/business/getuserphonenumber?access_token=${await accessToken()}`, { code });
  };
}

/** Calls with one code are one login for as long as the code lives; one that failed may be tried again. */
function memory() {
  const known = new Map();
  return (key, run) => {
    const { at, result } = known.get(key) ?? {};
    if (result && Date.now() - at < CODE_LIFETIME) return result;
    const begun = run();
    known.set(key, { at: Date.now(), result: begun });
    const forget = () => known.delete(key);
    begun.then(({ isLogin }) => isLogin || forget(), forget);
    return begun;
  };
}
