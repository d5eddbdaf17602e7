/**
 * The back ends of one's own: a server that `wx.request` reaches, and a service of 云托管. Both are a real HTTP server
 * on this machine, which exchanges codes at a stand-in for WeChat's. What lies between it and the phone is played here.
 */
import { createHash, randomUUID } from 'node:crypto';

import { simulated } from '../cloud/environment.mjs';
import { OWN_SERVER, SERVICE } from '../exchanges.mjs';
import { ownServerAnswers } from './answers.mjs';
import { connectionRefused, pathRefused, urlNotInDomainList } from './client-errors.mjs';
import { startLoginServer } from './login-server.mjs';
import { startWeChatServer } from './wechat-server.mjs';

export { ownServerAnswers };

const FAQ = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloudrun/src/development/call/faq.html';

/** How a request fails that cannot be sent, for what its header holds, for example. */
const UNREACHABLE = { 'own-server': connectionRefused, 'cloud-hosting': pathRefused };

/**
 * What the phone gets: a response, a failure, or nothing.
 *
 * @typedef {{ response?: import('./answers.mjs').Response & { cookies: string[] }, failure?: object, isLost?: true }} Outcome
 */

/**
 * @param {object} options
 * @param {{ redeem(code: unknown, openid?: unknown): boolean }} options.codes  those that buttons hand out
 */
export async function createOwnServer({ codes }) {
  /** The answers that were chosen for the codes under way. */
  const chosen = new Map();
  const answerTo = (code) => chosen.get(digest(code)) ?? ownServerAnswers['own-server'].success;
  const wechat = await startWeChatServer({ codes, answerTo });
  const login = await startLoginServer({ wechat: wechat.url, replyTo: (code) => answerTo(code).reply ?? 'login' });

  /**
   * Sends a request on, to the server on this machine.
   *
   * @param {import('./request.mjs').PhoneRequest} request
   * @param {Record<string, string>} [more]  headers
   */
  async function reach({ url, method, header, body, answer }, more) {
    chosen.set(digest(codeIn(body)), answer);
    const { pathname, search } = new URL(url, OWN_SERVER);
    const headers = { ...header, ...more };
    const response = await fetch(login.url + pathname + search, { method, headers, body, redirect: 'manual' });
    return {
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      cookies: response.headers.getSetCookie(),
      body: await response.text(),
    };
  }

  return {
    /**
     * @param {import('./request.mjs').PhoneRequest} request
     * @returns {Promise<Outcome>}
     */
    async request(request) {
      const { answer } = request;
      const early = refusalBefore(request) ?? outcomeOf(answer);
      if (early) return early;
      const response = await reach(request, request.backEnd === 'cloud-hosting' ? caller() : undefined).catch(
        () => undefined,
      );
      if (!response) return { failure: UNREACHABLE[request.backEnd]() };
      return answer.lost ? { isLost: true } : { response };
    },

    /** Stops the servers. */
    close() {
      login.close();
      wechat.close();
    },
  };
}

/** What keeps a request from being sent, whatever was chosen. @returns {Outcome | undefined} */
function refusalBefore({ backEnd, url, header }) {
  if (backEnd === 'own-server') return originOf(url) === OWN_SERVER ? undefined : { failure: urlNotInDomainList() };
  const service = Object.entries(header).find(([name]) => name.toLowerCase() === 'x-wx-service')?.[1];
  return service === SERVICE ? undefined : { response: { ...invalidHost(), cookies: [] } };
}

/**
 * @param {import('./answers.mjs').Answer} answer
 * @returns {Outcome | undefined} nothing where the server is reached
 */
function outcomeOf({ client, gateway, silent }) {
  if (client) return { failure: client() };
  if (gateway) return { response: { ...gateway, cookies: [] } };
  return silent && { isLost: true };
}

function originOf(url) {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}

/** Of a service that is not there. */
function invalidHost() {
  const message = `Host is invalid, can't get envInfo from this host. For more information, please refer to ${FAQ}`;
  const body = JSON.stringify({ requestId: randomUUID(), code: 'INVALID_HOST', message });
  return { statusCode: 404, header: { 'content-type': 'application/json; charset=utf-8' }, body };
}

/** What 云托管 adds to a request: who has sent it. */
const caller = () => ({
  'x-wx-openid': simulated.openid,
  'x-wx-appid': simulated.appid,
  'x-wx-env': simulated.env,
  'x-wx-source': 'wx_client',
});

function codeIn(body = '') {
  try {
    return Object(JSON.parse(body)).code;
  } catch {
    return undefined;
  }
}

/** Codes are secrets, and need not be kept to be known again. */
const digest = (code) => createHash('sha256').update(String(code)).digest('base64');
