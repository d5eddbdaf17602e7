import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { sendRefusal } from '../http/answer.mjs';
import { readJson } from '../http/body.mjs';
import { assertOwnPage } from '../http/own-page.mjs';
import { portOf } from '../http/port.mjs';
import { Refusal } from '../http/refusal.mjs';
import { replyTo } from './wechat-api.mjs';
import { readForm, readOpenApiData, writeOpenApiReply } from './wire.mjs';

/**
 * Starts a stand-in, on this machine, for the server that wx-server-sdk talks to: WeChat's API and the database are
 * behind one address.
 *
 * @param {object} options
 * @param {{ redeem(code: unknown, openid?: unknown): boolean }} options.codes
 * @param {{ answer(request: object): object | Promise<object> }} options.database
 * @param {(request: { apiName: string, data: object }) => void} [options.onRequest] sees what arrived for WeChat
 */
export async function startSdkServer({ codes, database, onRequest = () => {} }) {
  const calls = new Map();
  const server = createServer((request, response) => {
    serve(request, response, { codes, calls, database, onRequest }).catch((error) => {
      sendRefusal(request, response, error instanceof Refusal ? error : new Refusal(500, 'the stand-in failed'));
    });
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  server.on('error', () => {}); // a connection that could not be accepted; the others go on
  return {
    url: `http://127.0.0.1:${portOf(server)}/admin`,
    /** Registers a call of a function; its requests to WeChat are known by the token. */
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

/** The SDK sends a form for WeChat, and JSON for the database. */
async function serve(request, response, cloud) {
  assertOwnPage(request);
  const isForm = request.headers['content-type']?.startsWith('multipart/');
  return isForm ? serveWeChat(request, response, cloud) : serveDatabase(request, response, cloud);
}

async function serveWeChat(request, response, { codes, calls, onRequest }) {
  const form = await readForm(request);
  const apiName = String(form.apiName);
  const data = readOpenApiData(form.requestData);
  onRequest({ apiName, data });
  const call = calls.get(String(form.wxCloudApiToken));
  if (!call) return sendJson(response, refusedSource());
  const reply = replyTo({ apiName, data }, call, codes);
  if (call.answer.delay) await setTimeout(call.answer.delay);
  if (reply.disconnect) return response.destroy();
  if (reply.late) return undefined; // the connection ends with the function
  const message = writeOpenApiReply(reply);
  return response.writeHead(200, { connection: 'close' }).end(message);
}

async function serveDatabase(request, response, { database }) {
  const asked = /** @type {object} */ (Object(await readJson(request)));
  sendJson(response, await database.answer(asked));
}

function refusedSource() {
  return { code: 'INVALID_REQUEST_SOURCE', message: 'invalid request source', requestId: randomUUID() };
}

function sendJson(response, reply) {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify(reply));
}
