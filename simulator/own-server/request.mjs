import { Refusal } from '../http/refusal.mjs';
import { ownServerAnswers } from './answers.mjs';

/**
 * A request of the mini-program, as the phone sends it.
 *
 * @typedef {object} PhoneRequest
 * @property {'own-server' | 'cloud-hosting'} backEnd
 * @property {string} url     of `wx.request`; for 云托管 its path
 * @property {string} method
 * @property {Record<string, string>} header
 * @property {string} [body]
 * @property {import('./answers.mjs').Answer} answer
 */

/**
 * Reads what a page asks for. It chooses among the known answers.
 *
 * @param {unknown} value
 * @returns {PhoneRequest}
 * @throws {Refusal} 400
 */
export function readRequest(value) {
  const { backEnd, url, method = 'GET', header = {}, body, answer = 'success' } = Object(value);
  if (typeof backEnd !== 'string' || !Object.hasOwn(ownServerAnswers, backEnd))
    throw new Refusal(400, '没有这样的后端');
  if (typeof url !== 'string' || typeof method !== 'string') throw new Refusal(400, '网址或方法不对');
  if (!isHeader(header) || !['undefined', 'string'].includes(typeof body)) throw new Refusal(400, '请求头或内容不对');
  const answers = ownServerAnswers[/** @type {PhoneRequest['backEnd']} */ (backEnd)];
  if (typeof answer !== 'string' || !Object.hasOwn(answers, answer)) throw new Refusal(400, '没有这样的服务端返回');
  return {
    backEnd: /** @type {PhoneRequest['backEnd']} */ (backEnd),
    url,
    method,
    header,
    body,
    answer: answers[answer],
  };
}

const isHeader = (value) => Object(value) === value && Object.values(value).every((field) => typeof field === 'string');
