/**
 * WeChat's API for a back end of one's own, on this machine: the calls by which it gets an access token, learns who has
 * called `wx.login`, and exchanges a code for a number. What it answers to a code is what it answers to a cloud function.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { readJson } from '../http/body.mjs';
import { portOf } from '../http/port.mjs';
import { serverAnswers } from './answers.mjs';
import { simulated } from './environment.mjs';
import { replyTo } from './wechat-api.mjs';

const GET_PHONE_NUMBER = 'phonenumber.getPhoneNumber';

/** As WeChat says it, in seconds. */
const TOKEN_LIFETIME = 7200;

const INVALID_CREDENTIAL = { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };
const INVALID_LOGIN_CODE = { errcode: 40029, errmsg: 'invalid code' };
const INVALID_SECRET = { errcode: 40125, errmsg: 'invalid appsecret' };

/** The secret of the simulated mini-program. It is none: whoever has this file has it. */
export const SECRET = 'the-simulator-has-no-appsecret';

/**
 * @param {object} options
 * @param {{ redeem(code: unknown, openid?: unknown): boolean }} options.codes of the getPhoneNumber buttons
 * @param {() => import('./answers.mjs').Answer} [options.answer] what WeChat answers to the next code
 */
export async function startWeChatApi({ codes, answer = () => serverAnswers.success }) {
  const requests = [];
  /** @type {Map<string, string>} a code of `wx.login` → the user who got it */
  const loginCodes = new Map();
  let token = newSecret();

  const apis = {
    async 'POST /cgi-bin/stable_token'({ body }) {
      if (body.appid !== simulated.appid || body.secret !== SECRET) return INVALID_SECRET;
      if (body.force_refresh === true) token = newSecret();
      return { access_token: token, expires_in: TOKEN_LIFETIME };
    },

    async 'GET /sns/jscode2session'({ query }) {
      if (query.get('appid') !== simulated.appid || query.get('secret') !== SECRET) return INVALID_SECRET;
      const openid = loginCodes.get(query.get('js_code'));
      loginCodes.delete(query.get('js_code'));
      return openid ? { openid, session_key: newSecret() } : INVALID_LOGIN_CODE;
    },

    async 'POST /wxa/business/getuserphonenumber'({ query, body }) {
      if (query.get('access_token') !== token) return INVALID_CREDENTIAL;
      const chosen = answer();
      if (chosen.delay) await setTimeout(chosen.delay);
      return replyTo(
        { apiName: GET_PHONE_NUMBER, data: body },
        { permissions: [GET_PHONE_NUMBER], answer: chosen },
        codes,
      );
    },
  };

  async function serve(request, response) {
    const { pathname, searchParams: query } = new URL(request.url, 'http://wechat');
    const api = `${request.method} ${pathname}`;
    if (!Object.hasOwn(apis, api)) return response.writeHead(404).end();
    const body = request.method === 'POST' ? Object(await readJson(request)) : {};
    requests.push({ api, query: Object.fromEntries(query), body });
    const reply = await apis[api]({ query, body });
    if (reply.disconnect) return response.destroy();
    const { body: text = JSON.stringify(reply), contentType = 'application/json; encoding=utf-8' } = reply;
    return response.writeHead(200, { 'content-type': contentType }).end(text);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    requests,
    /** A code as `wx.login` gives it to a user. */
    issueLoginCode(openid = simulated.openid) {
      const code = newSecret();
      loginCodes.set(code, openid);
      return code;
    },
    /** The token that was given out is not the latest any more, as when another program has refreshed it. */
    expireToken() {
      token = newSecret();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const newSecret = () => randomBytes(16).toString('hex');
