/** What WeChat's server says to a request of a cloud function. */
import { randomBytes } from 'node:crypto';

import { simulated } from './environment.mjs';

const API_NAME = 'phonenumber.getPhoneNumber';
const API_NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const INVALID_CODE = { errcode: 40029, errmsg: 'invalid code hint: [SIMULATE-0123456] {rid}' };

/**
 * @param {{ apiName: string, data: any }} request
 * @param {{ permissions: string[], answer: any }} call `answer`: an `Answer`
 * @param {{ redeem(code: unknown, openid?: unknown): boolean }} codes
 * @returns {any} what `writeOpenApiReply` takes, or how the connection ends
 */
export function replyTo({ apiName, data }, { permissions, answer }, codes) {
  if (apiName !== API_NAME) return { errorCode: API_NOT_FOUND };
  if (!permissions.includes(apiName)) return { errorCode: NO_PERMISSION };
  if (answer.systemError) return { errorCode: answer.systemError };
  if (answer.disconnect) return answer;
  if (answer.errcode) return errorReply(answer);
  // Every other answer is one to a code that WeChat has looked at: it is used up, however the reply fares.
  if (!codes.redeem(data.code, data.openid)) return errorReply(INVALID_CODE);
  return answer.phoneInfo ? numberReply(answer.phoneInfo) : answer;
}

function errorReply({ errcode, errmsg }) {
  return jsonReply({ errcode, errmsg: errmsg.replace('{rid}', `rid: ${requestId()}`) });
}

function numberReply(replaced) {
  const phoneInfo = {
    phoneNumber: simulated.phoneNumber,
    purePhoneNumber: simulated.phoneNumber,
    countryCode: '86',
    watermark: { timestamp: Math.floor(Date.now() / 1000), appid: simulated.appid },
  };
  return jsonReply({ errcode: 0, errmsg: 'ok', phone_info: { ...phoneInfo, ...replaced } });
}

function jsonReply(value) {
  return { body: JSON.stringify(value), contentType: 'application/json; encoding=utf-8' };
}

/** Three groups of eight hexadecimal digits, the first of them the time. */
function requestId() {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return [seconds, randomBytes(4).toString('hex'), randomBytes(4).toString('hex')].join('-');
}
