/**
 * What a phone can get that calls a server of one's own, one row per case. A row holds a `label` for people, in two languages, and what
 * becomes of the request:
 *
 * - `client`: the call fails, and the server never hears of it
 * - `gateway`: what stands before the server answers in its place
 * - `silent`: nobody answers, until the phone's own time limit
 * - `errcode`, `errmsg`: WeChat refuses the server; `{rid}` becomes a request id
 * - `phoneInfo`: WeChat gives the number; its fields replace those of the simulated one
 * - `reply`: what the server makes of it, one of `replies` in `login-server.mjs`
 *
 * With `lost` the server has done its work, and its reply never arrives.
 *
 * @typedef {{
 *   label?: string, english?: string, client?: () => object, gateway?: Response, silent?: true, errcode?: number, errmsg?: string,
 *   phoneInfo?: object, reply?: keyof typeof import('./login-server.mjs').replies, lost?: true,
 * }} Answer
 * @typedef {{ statusCode: number, header: Record<string, string>, body: string }} Response
 */
import { serverAnswers } from '../cloud/answers.mjs';
import {
  connectionRefused,
  containerNetworkFailed,
  networkFailed,
  otherMiniProgram,
  pathRefused,
  tooManyCalls,
  urlNotInDomainList,
} from './client-errors.mjs';
import { page } from './pages.mjs';

const { code_invalid, invalid_appid, rate_limited, daily_limit, high_risk_user, busy, credential } = serverAnswers;

/**
 * What WeChat says to any server.
 *
 * @type {Record<string, any>} rows of the cloud's answers that hold nothing but what WeChat says
 */
const OF_WECHAT = { code_invalid, invalid_appid, rate_limited, daily_limit, high_risk_user, busy, credential };

/** What any server says, wherever it runs. */
const OF_THE_SERVER = {
  success: { label: '登录成功，不返回手机号', english: 'logged in, no number', phoneInfo: {}, reply: 'login' },
  success_number: {
    label: '登录成功，返回手机号',
    english: 'logged in, with the number',
    phoneInfo: {},
    reply: 'number',
  },
  success_enveloped: {
    label: '登录成功，写法是 { code: 0, data }',
    english: 'logged in, as { code: 0, data }',
    phoneInfo: {},
    reply: 'enveloped',
  },
  no_number: { label: '返回 200，里面什么也没有', english: '200 with nothing in it', phoneInfo: {}, reply: 'nothing' },
  server_refused: {
    label: '服务器拒绝，带一句话',
    english: 'refused, with a sentence',
    phoneInfo: {},
    reply: 'refused',
  },
  unauthorized: { label: '服务器返回 401', english: 'unauthorized', reply: 'unauthorized' },
  http_500: { label: '服务器出错：500，一页 HTML', english: '500, a page of HTML', reply: 'crashed' },
};

/** @type {Readonly<Record<string, Answer>>} */
const ownServer = Object.freeze({
  ...OF_THE_SERVER,
  ...OF_WECHAT,
  http_502: {
    label: '网关连不上服务器：502，一页 HTML',
    english: '502 of the gateway',
    gateway: page(502, 'Bad Gateway'),
  },
  http_404: { label: '网址不对：404，一页 HTML', english: '404, wrong URL', gateway: page(404, 'Not Found') },
  lost_reply: {
    label: '丢失回复：服务器换取成功，回复没有到达',
    english: 'reply lost',
    phoneInfo: {},
    reply: 'login',
    lost: true,
  },
  timeout: { label: '服务器一直没有回答，5 秒后超时', english: 'silent, time-out after 5 s', silent: true },
  domain: { label: '域名不在服务器域名列表里', english: 'domain not in the list', client: urlNotInDomainList },
  server_down: { label: '服务器没有启动', english: 'server is down', client: connectionRefused },
  client_network: { label: '手机没有网络', english: 'phone offline', client: networkFailed },
});

/** @type {Readonly<Record<string, Answer>>} */
const cloudHosting = Object.freeze({
  ...OF_THE_SERVER,
  ...OF_WECHAT,
  http_502: {
    label: '服务没有启动：502，一页 HTML',
    english: '502, service is down',
    gateway: page(502, 'Bad Gateway'),
  },
  lost_reply: {
    label: '丢失回复：服务换取成功，回复没有到达',
    english: 'reply lost',
    phoneInfo: {},
    reply: 'login',
    lost: true,
  },
  timeout: { label: '服务冷启动太慢，5 秒后超时（102002）', english: 'cold start, time-out after 5 s', silent: true },
  path: { label: 'path 写错（-501000）', english: 'wrong path', client: pathRefused },
  other_mini_program: {
    label: '云托管环境属于别的小程序（-501000）',
    english: 'environment of another app',
    client: otherMiniProgram,
  },
  too_many_calls: { label: '调用次数超过上限（-405015）', english: 'too many calls', client: tooManyCalls },
  client_network: { label: '手机没有网络', english: 'phone offline', client: containerNetworkFailed },
});

/** By the back end's name. */
export const ownServerAnswers = Object.freeze({ 'own-server': ownServer, 'cloud-hosting': cloudHosting });
