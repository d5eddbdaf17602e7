/**
 * A back end that exchanges the code of the popup.
 *
 * - `POST /session` with `{ code }` of `wx.login` → `{ success: true, session }`
 * - `POST /phone` with `{ code }` of the getPhoneNumber button and `Authorization: Bearer <session>` → what login.mjs returns
 */
import { createServer } from 'node:http';

import { FAILED, Failure, LOGIN_REQUIRED, MISSING_CODE } from './errors.mjs';
import { exchange } from './exchange.mjs';
import { login } from './login.mjs';
import { openidIn, openSession } from './sessions.mjs';

const { PORT = '8080', HOST = '127.0.0.1' } = process.env;
const LONGEST_BODY = 16 * 1024;

const routes = {
  async 'POST /session'({ code }) {
    if (typeof code !== 'string' || code === '') throw new Failure(MISSING_CODE);
    return { success: true, session: await openSession(code) };
  },

  async 'POST /phone'({ code }, { authorization }) {
    const openid = openidIn(authorization);
    if (!openid) throw new Failure(LOGIN_REQUIRED);
    return exchange(openid, code, (phone) => login({ ...phone, openid }));
  },
};

/** The object that a request carries; an empty one where it carries none. */
async function readObject(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LONGEST_BODY) throw new Failure(FAILED);
    parts.push(part);
  }
  try {
    return Object(JSON.parse(Buffer.concat(parts).toString()));
  } catch {
    return {};
  }
}

async function answer(request) {
  const begin = Date.now();
  const route = `${request.method} ${request.url}`;
  if (!Object.hasOwn(routes, route))
    return { status: 404, reply: { success: false, errCode: 404, error: '没有这个接口' } };
  const failureOf = (error) => (error instanceof Failure ? error : new Failure(FAILED));
  const reply = await readObject(request)
    .then((body) => routes[route](body, request.headers))
    .catch((error) => failureOf(error).reply);
  // The log has nothing of a user.
  console.log(JSON.stringify({ route, success: reply.success, errCode: reply.errCode, ms: Date.now() - begin }));
  return { status: reply.errCode === LOGIN_REQUIRED ? 401 : 200, reply: { ...reply, idempotent: true } };
}

const server = createServer(async (request, response) => {
  const { status, reply } = await answer(request);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply));
});
server.listen(Number(PORT), HOST, () => console.log(`http://${HOST}:${server.address().port}`));
