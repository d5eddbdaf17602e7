/**
 * What the cloud and WeChat can answer, one row per case. A row holds a `label` for people, in two languages, and one of:
 *
 * - `phoneInfo`: the number; its fields replace those of the simulated one
 * - `errcode`, `errmsg`: WeChat's error reply; `{rid}` becomes a request id
 * - `body`, `contentType`: a reply that is not what the documents promise
 * - `systemError`: the cloud's gateway refuses before WeChat is asked
 * - `disconnect`: the connection breaks
 * - `late`: the reply comes after the function's time is up
 * - `client`: `wx.cloud.callFunction` fails without the function having run
 *
 * With `lost` the function runs, and its reply never arrives. With `delay` WeChat's reply takes so many milliseconds.
 *
 * @typedef {{
 *   label?: string, english?: string, phoneInfo?: object, errcode?: number, errmsg?: string, body?: string, contentType?: string,
 *   systemError?: number, disconnect?: true, late?: true, client?: (call: object) => object, lost?: true, delay?: number,
 * }} Answer
 */
import { environmentNotFound, executionFailed, functionNotFound, networkFailed, timedOut } from './client-errors.mjs';

/** @type {Readonly<Record<string, Answer>>} */
export const serverAnswers = Object.freeze({
  success: { label: '换取成功', english: 'exchanged', phoneInfo: {} },
  code_invalid: {
    label: 'code 无效、已使用或已过期（40029）',
    english: 'code invalid, used or expired',
    errcode: 40029,
    errmsg: 'invalid code hint: [SIMULATE-0123456] {rid}',
  },
  invalid_appid: {
    label: 'code 不属于这个小程序（40013）',
    english: 'code of another app',
    errcode: 40013,
    errmsg: 'invalid appid {rid}',
  },
  rate_limited: {
    label: '调用太频繁，超过每分钟限制（45011）',
    english: 'limit per minute',
    errcode: 45011,
    errmsg: 'api minute-quota reach limit, must slower, retry next minute {rid}',
  },
  daily_limit: {
    label: '超过每日调用上限（45009）',
    english: 'limit per day',
    errcode: 45009,
    errmsg: 'reach max api daily quota limit {rid}',
  },
  high_risk_user: {
    label: '高风险用户（40226）',
    english: 'high-risk user',
    errcode: 40226,
    errmsg: 'code blocked {rid}',
  },
  busy: { label: '微信系统繁忙（-1）', english: 'WeChat is busy', errcode: -1, errmsg: 'system error {rid}' },
  credential: {
    label: '调用凭证无效（40001）',
    english: 'access token invalid',
    errcode: 40001,
    errmsg: 'invalid credential, access_token is invalid or not latest {rid}',
  },
  api_unauthorized: {
    label: '接口未授权（48001）',
    english: 'interface not authorized',
    errcode: 48001,
    errmsg: 'api unauthorized {rid}',
  },
  openapi_permission: {
    label: '云函数没有此接口的权限（-604101）',
    english: 'function may not call it',
    systemError: -604101,
  },
  no_phone_info: { label: '返回为空，没有手机号', english: 'empty reply', body: '', contentType: '' },
  not_json: {
    label: '返回的不是 JSON（-601001）',
    english: 'no JSON',
    body: '<html><body>502 Bad Gateway</body></html>',
    contentType: 'application/json; encoding=utf-8',
  },
  network: { label: '云函数连不上微信（-501001）', english: 'function cannot reach WeChat', disconnect: true },
  lost_reply: { label: '丢失回复：云函数执行成功，回复没有到达', english: 'reply lost', phoneInfo: {}, lost: true },
  function_timeout: {
    label: '云函数超时，code 已经用掉（-504003）',
    english: 'function timed out, code used',
    late: true,
  },
  cold_start: {
    label: '云函数冷启动超时，code 还没用（-504003）',
    english: 'cold start timed out, code unused',
    client: () => timedOut({ timeLimit: 3000 }),
  },
  function_crash: { label: '云函数执行失败（-404011）', english: 'function crashed', client: executionFailed },
  function_missing: { label: '云函数未部署（-501000）', english: 'function not deployed', client: functionNotFound },
  environment: { label: '云环境不存在（-501005）', english: 'no such environment', client: environmentNotFound },
  client_network: { label: '手机连不上云端（没有错误码）', english: 'phone offline', client: networkFailed },
});
