import { Refusal } from './refusal.mjs';

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const OWN_SITES = [undefined, 'same-origin', 'none'];

/**
 * Lets the simulator's own page and tools on this machine pass, and no page of another site: neither one that sends
 * requests here from a browser, nor one whose name was made to mean this machine (DNS rebinding).
 *
 * @param {import('node:http').IncomingMessage} request
 * @throws {Refusal} 403
 */
export function assertOwnPage(request) {
  const { host = '', origin = `http://${host}` } = request.headers;
  if (!hostsAt(request.socket.localPort).includes(host)) throw new Refusal(403, '只回答本机地址上的请求');
  if (origin !== `http://${host}` || isFromElsewhere(request)) throw new Refusal(403, '只回答模拟器自己的页面');
}

/** As browsers write them: without a port where it is 80. */
const hostsAt = (port) => NAMES.map((name) => new URL(`http://${name}:${port}`).host);

const isFromElsewhere = (request) => !OWN_SITES.includes(request.headers['sec-fetch-site']) && !isLink(request);

/** A link to the simulator, in a README for example: it opens the page, and whoever holds the link reads nothing. */
function isLink({ method, url, headers }) {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = headers;
  return method === 'GET' && url === '/' && mode === 'navigate' && destination === 'document';
}
