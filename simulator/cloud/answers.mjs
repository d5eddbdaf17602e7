/**
 * What the cloud and WeChat can answer, one row per case. A row holds a `label` for people and one of:
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
 *   label?: string, phoneInfo?: object, errcode?: number, errmsg?: string, body?: string, contentType?: string,
 *   systemError?: number, disconnect?: true, late?: true, client?: (call: object) => object, lost?: true, delay?: number,
 * }} Answer
 */
import { environmentNotFound, executionFailed, functionNotFound, networkFailed, timedOut } from './client-errors.mjs';

/** @type {Readonly<Record<string, Answer>>} */
export const serverAnswers = Object.freeze({
  success: { label: '换取成功', phoneInfo: {} },
  code_invalid: {
    label: 'code 无效、已使用或已过期（40029）',
    errcode: 40029,
    errmsg: 'invalid code hint: [SIMULATE-0123456] {rid}',
  },
  invalid_appid: {
    label: 'code 不属于这个小程序（40013）',
    errcode: 40013,
    errmsg: 'invalid appid {rid}',
  },
  rate_limited: {
    label: '调用太频繁，超过每分钟限制（45011）',
    errcode: 45011,
    errmsg: 'api minute-quota reach limit, must slower, retry next minute {rid}',
  },
  daily_limit: {
    label: '超过每日调用上限（45009）',
    errcode: 45009,
    errmsg: 'reach max api daily quota limit {rid}',
  },
  high_risk_user: {
    label: '高风险用户（40226）',
    errcode: 40226,
    errmsg: 'code blocked {rid}',
  },
  busy: { label: '微信系统繁忙（-1）', errcode: -1, errmsg: 'system error {rid}' },
  credential: {
    label: '调用凭证无效（40001）',
    errcode: 40001,
    errmsg: 'invalid credential, access_token is invalid or not latest {rid}',
  },
  api_unauthorized: {
    label: '接口未授权（48001）',
    errcode: 48001,
    errmsg: 'api unauthorized {rid}',
  },
  openapi_permission: { label: '云函数没有此接口的权限（-604101）', systemError: -604101 },
  no_phone_info: { label: '回复是空的，没有手机号', body: '', contentType: '' },
  not_json: {
    label: '回复不是 JSON（-601001）',
    body: '<html><body>502 Bad Gateway</body></html>',
    contentType: 'application/json; encoding=utf-8',
  },
  network: { label: '云函数连不上微信（-501001）', disconnect: true },
  lost_reply: { label: '丢失回复：云函数执行成功，回复没有到达', phoneInfo: {}, lost: true },
  function_timeout: { label: '云函数超时，code 已经用掉（-504003）', late: true },
  cold_start: { label: '云函数冷启动超时，code 还没用（-504003）', client: () => timedOut({ timeLimit: 3000 }) },
  function_crash: { label: '云函数执行失败（-404011）', client: executionFailed },
  function_missing: { label: '云函数未部署（-501000）', client: functionNotFound },
  environment: { label: '云环境不存在（-501005）', client: environmentNotFound },
  client_network: { label: '手机连不上云端（没有错误码）', client: networkFailed },
});
