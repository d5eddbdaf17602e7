import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * @typedef {object} Answer
 * @property {Record<string, string | number>} headers
 * @property {string | Readable} body
 */

// No page of another site may keep, embed or frame what is answered.
const ALWAYS = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'self'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** How long the rest of a refused body is taken off the wire: a connection that is cut earlier loses the answer. */
const LINGER = 1000;

/**
 * Sends an answer.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {Answer} answer
 * @throws where the body could not be read; nothing has been sent where it could not even be opened
 */
export async function sendAnswer(response, { headers, body }) {
  const isStream = body instanceof Readable;
  if (isStream) await once(body, 'readable');
  response.writeHead(200, { ...headers, ...ALWAYS });
  if (!isStream) response.end(body);
  else await pipeline(body, response);
}

/** @returns {Answer} */
export function json(value) {
  return { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

/**
 * Refuses a request, whose body may still be under way, and does not read on for ever.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {import('./refusal.mjs').Refusal} refusal
 */
export function sendRefusal(request, response, { status, message, headers }) {
  const { headers: type, body } = json({ error: message });
  response.writeHead(status, { ...headers, ...type, ...ALWAYS }).end(body);
  request.resume();
  setTimeout(() => request.complete || request.destroy(), LINGER).unref();
}
