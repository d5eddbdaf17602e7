import { notFound, Refusal } from './refusal.mjs';

/**
 * A path, and what it answers to each method.
 *
 * @typedef {[RegExp, Record<string, (part: string, request: import('node:http').IncomingMessage) => Answer>]} Route
 * @typedef {import('./answer.mjs').Answer | Promise<import('./answer.mjs').Answer>} Answer
 */

/**
 * By hand, because a framework for eight paths is more than they are.
 *
 * @param {Route[]} routes  the first whose path matches is taken
 * @param {import('node:http').IncomingMessage} request
 * @returns {Answer}
 * @throws {Refusal} 400, 404, 405
 */
export function route(routes, request) {
  const path = pathOf(request.url);
  for (const [pattern, methods] of routes) {
    const found = pattern.exec(path);
    if (found) return answerOf(methods, found[1], request);
  }
  throw notFound();
}

function answerOf(methods, part, request) {
  const respond = methods[request.method === 'HEAD' ? 'GET' : request.method];
  if (!respond) throw new Refusal(405, '这个网址不接受这种方法', { allow: allowed(methods) });
  return respond(part, request);
}

const allowed = (methods) => Object.keys(methods).join(', ').replace('GET', 'GET, HEAD');

/** The path of a URL, as it is written there. */
function pathOf(url) {
  const [path] = url.split('?');
  const decoded = decode(path);
  if (!decoded?.startsWith('/') || /[\\\0]/.test(decoded)) throw new Refusal(400, '网址不对');
  // A browser leaves out such parts before it asks.
  if (decoded.split('/').includes('..')) throw notFound();
  return path;
}

function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
