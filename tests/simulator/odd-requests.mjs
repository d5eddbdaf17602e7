/** Requests that no browser sends, always the same for the same seed. */

import { randomFrom } from '../support/random.mjs';

const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'CONNECT',
  'TRACE',
  'PRI',
  'M-SEARCH',
  'get',
  'GETS',
  '',
  '\0',
  'GET GET',
];
const TARGETS = [
  '/',
  '*',
  '',
  '//',
  '/?',
  '/%',
  '/%00',
  '/package/%2e%2e/%2e%2e/etc/passwd',
  '/package/app.js',
  '/package/lib/empty.wasm.br',
  '/project.json',
  '/cloud/call',
  '/cloud/call?x=%',
  '/host.js',
  'http://evil.example/',
  'http://127.0.0.1/',
  'evil.example:443',
  '/\xff',
  '/package/a\\b',
  'javascript:1',
  `/${'a'.repeat(9000)}`,
  `/package/${'a/'.repeat(3000)}`,
  '/package/\x7f',
  '/#x',
];
const VERSIONS = ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'HTCPCP/1.0', ''];
const HEADERS = [
  'Connection: close',
  'Connection: keep-alive',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Upgrade: h2c',
  'Sec-WebSocket-Key: eA==',
  'Expect: 100-continue',
  'Expect: nonsense',
  'Content-Length: 5',
  'Content-Length: 1000000000',
  'Content-Length: -1',
  'Content-Length: x',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: nonsense',
  'Content-Encoding: gzip',
  'Content-Type: application/json',
  'Content-Type: application/json',
  'Content-Type: ;',
  'Content-Type:',
  'Origin: null',
  'Origin: %',
  'Range: bytes=5-2',
  'Range: bytes=-',
  'If-None-Match: *',
  'If-Match: x',
  'Host: evil.example',
  'Host:',
  'Cookie: \xff\xfe',
  ' folded',
  'No colon',
  ': no name',
  'A\0B: x',
  `Long: ${'x'.repeat(20_000)}`,
  Array.from({ length: 3000 }, (_, n) => `H${n}: 1`).join('\r\n'),
];
const BODIES = [
  '',
  'x',
  '5',
  '{"name":',
  '{"name":"echo"}',
  '{"name":"echo","data":{"n":1},"answer":"success"}',
  '{"name":"echo","answer":{"body":5}}',
  '{"name":"late"}',
  '{"name":"exit"}',
  '{"name":"cycle"}',
  '{"name":"echo","answer":"client_network"}',
  '['.repeat(20_000),
  '\xff\xfe\0',
  '{"__proto__":{"name":"echo"}}',
  '5\r\n{"nam\r\n0\r\n\r\n',
  'ffffffff\r\nx',
  '-1\r\n\r\n',
  '0\r\nTrailer: x\r\n\r\n',
  'z\r\n',
];
const NOISE = [
  '\r\n\r\n',
  '\0\0\0',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET',
  '\xff'.repeat(100),
];
const ENDINGS = ['wait', 'wait', 'wait', 'half-close', 'reset', 'cut'];

/**
 * @param {{ seed: number, count: number, port: number }} options
 * @returns {{ bytes: Buffer, pieces: number, ending: string }[]}
 */
export function oddRequests({ seed, count, port }) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const oneOf = (list) => list[below(list.length)];
  const usually = (value, list) => (random() < 0.7 ? value : oneOf(list));
  const some = (list, most) => Array.from({ length: below(most + 1) }, () => oneOf(list));

  function request() {
    const host = random() < 0.8 ? [`Host: 127.0.0.1:${port}`] : [];
    const isCall = random() < 0.3;
    const body = isCall || random() < 0.2 ? oneOf(BODIES) : '';
    const length = isCall && random() < 0.8 ? [`Content-Length: ${body.length}`] : [];
    const first = isCall
      ? 'POST /cloud/call HTTP/1.1'
      : `${usually('GET', METHODS)} ${oneOf(TARGETS)} ${usually('HTTP/1.1', VERSIONS)}`;
    const type = isCall && random() < 0.8 ? ['Content-Type: application/json'] : [];
    return [first, ...host, ...type, ...length, ...some(HEADERS, 2), '', body].join('\r\n');
  }

  function connection() {
    const text = [...Array.from({ length: 1 + below(3) }, request), usually('', NOISE)].join('');
    const end = random() < 0.2 ? below(text.length) : text.length;
    return { bytes: Buffer.from(text.slice(0, end), 'latin1'), pieces: 1 + below(4), ending: oneOf(ENDINGS) };
  }

  return Array.from({ length: count }, connection);
}
