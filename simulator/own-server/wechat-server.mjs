import { randomBytes } from 'node:crypto';

import { replyTo } from '../cloud/wechat-api.mjs';
import { readJson } from '../http/body.mjs';
import { notFound } from '../http/refusal.mjs';
import { listen } from './listen.mjs';

const API = 'phonenumber.getPhoneNumber';
const LIFETIME = 7200;
const TOKEN_MISSING = { errcode: 41001, errmsg: 'access_token missing' };
const TOKEN_INVALID = { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };

/** Where a service of 云托管 reaches WeChat: its requests need no token. */
export const OPEN_INTERFACES = '/open-interfaces';

/**
 * Starts a stand-in for `api.weixin.qq.com`, as far as a login needs it, on this machine.
 *
 * @param {object} options
 * @param {{ redeem(code: unknown, openid?: unknown): boolean }} options.codes
 * @param {(code: unknown) => object} options.answerTo  what WeChat is to answer to a code: a row of the answers
 * @returns {Promise<{ url: string, close(): void }>}
 */
export function startWeChatServer({ codes, answerTo }) {
  const tokens = new Set();

  function issueToken() {
    const token = randomBytes(64).toString('base64url');
    tokens.add(token);
    return { access_token: token, expires_in: LIFETIME };
  }

  /** @returns {string} the reply, as it goes over the wire */
  function phoneNumber(data) {
    const reply = replyTo({ apiName: API, data }, { permissions: [API], answer: answerTo(data.code) }, codes);
    return reply.body;
  }

  return listen(async (request, response) => {
    const { pathname, searchParams } = new URL(String(request.url), 'http://localhost');
    const data = /** @type {any} */ (Object(await readJson(request)));
    response.setHeader('content-type', 'application/json; encoding=utf-8');
    response.end(answer(pathname, searchParams.get('access_token'), data));
  });

  function answer(path, token, data) {
    if (path === '/cgi-bin/stable_token') return JSON.stringify(issueToken());
    if (path === `${OPEN_INTERFACES}/wxa/business/getuserphonenumber`) return phoneNumber(data);
    if (path !== '/wxa/business/getuserphonenumber') throw notFound();
    if (!token) return JSON.stringify(TOKEN_MISSING);
    return tokens.has(token) ? phoneNumber(data) : JSON.stringify(TOKEN_INVALID);
  }
}
