import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

import { sendRefusal } from '../http/answer.mjs';
import { assertOwnPage } from '../http/own-page.mjs';
import { portOf } from '../http/port.mjs';
import { Refusal } from '../http/refusal.mjs';
import { simulated } from './environment.mjs';
import { readForm, readOpenApiData, writeOpenApiReply } from './wire.mjs';

const API_NAME = 'phonenumber.getPhoneNumber';
const API_NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const INVALID_CODE = { errcode: 40029, errmsg: 'invalid code hint: [SIMULATE-0123456] {rid}' };

/**
 * Starts a stand-in, on this machine, for the server that `cloud.openapi` talks to.
 *
 * @param {object} options
 * @param {{ redeem(code: unknown): boolean }} options.codes
 * @param {(request: { apiName: string, data: object }) => void} [options.onRequest] sees what arrived
 */
export async function startWeChatApi({ codes, onRequest = () => {} }) {
  const calls = new Map();
  const server = createServer((request, response) => {
    serve(request, response, { codes, calls, onRequest }).catch((error) => {
      sendRefusal(request, response, error instanceof Refusal ? error : new Refusal(500, 'the stand-in failed'));
    });
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  server.on('error', () => {}); // a connection that could not be accepted; the others go on
  return {
    url: `http://127.0.0.1:${portOf(server)}/admin`,
    /** Registers a call of a function; its requests are known by the token. */
    openCall({ permissions, answer }) {
      const token = randomUUID();
      calls.set(token, { permissions, answer });
      return token;
    },
    closeCall: (token) => calls.delete(token),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function serve(request, response, { codes, calls, onRequest }) {
  assertOwnPage(request);
  const form = await readForm(request);
  const apiName = String(form.apiName);
  const data = readOpenApiData(form.requestData);
  onRequest({ apiName, data });
  const call = calls.get(String(form.wxCloudApiToken));
  if (!call) return refuseSource(response);
  const reply = replyTo({ apiName, data }, call, codes);
  if (reply.disconnect) return response.destroy();
  if (reply.late) return undefined; // the connection ends with the function
  const message = writeOpenApiReply(reply);
  return response.writeHead(200, { connection: 'close' }).end(message);
}

function refuseSource(response) {
  const reply = { code: 'INVALID_REQUEST_SOURCE', message: 'invalid request source', requestId: randomUUID() };
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify(reply));
}

function replyTo({ apiName, data }, { permissions, answer }, codes) {
  if (apiName !== API_NAME) return { errorCode: API_NOT_FOUND };
  if (!permissions.includes(apiName)) return { errorCode: NO_PERMISSION };
  if (answer.systemError) return { errorCode: answer.systemError };
  if (answer.disconnect) return answer;
  if (answer.errcode) return errorReply(answer);
  // Every other answer is one to a code that WeChat has looked at: it is used up, however the reply fares.
  if (!codes.redeem(data.code)) return errorReply(INVALID_CODE);
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
