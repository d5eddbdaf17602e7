import { Refusal } from '../http/refusal.mjs';
import { isFunctionName, serverAnswers } from './index.mjs';

/**
 * Reads what a page asks for. It chooses among the known answers; a row of one's own is for tests, in process.
 *
 * @param {unknown} value
 * @returns {{ name: string, data: object, answer: string }}
 * @throws {Refusal} 400
 */
export function readCall(value) {
  const { name, data, answer = 'success' } = Object(value);
  if (!isFunctionName(name)) throw new Refusal(400, '云函数的名字不对');
  if (!isRecord(data ?? {})) throw new Refusal(400, 'data 不是对象');
  if (!isAnswerId(answer)) throw new Refusal(400, '没有这样的服务端返回');
  return { name, data: data ?? {}, answer };
}

const isRecord = (value) => typeof value === 'object' && !Array.isArray(value);

const isAnswerId = (value) => typeof value === 'string' && Object.hasOwn(serverAnswers, value);

/** What the cloud said, or the code and text with which it refused: both are answers to the page. */
export async function callCloud(cloud, call) {
  try {
    return await cloud.callFunction(call);
  } catch (error) {
    const { errCode, errMsg, logs = [] } = Object(error);
    if (errMsg === undefined) throw error;
    return { failure: { errCode, errMsg }, logs };
  }
}
