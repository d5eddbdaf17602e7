import { Refusal } from './refusal.mjs';

const LIMIT = 1024 * 1024;

/**
 * The JSON that a request carries.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<unknown>}
 * @throws {Refusal} 400, 413, 415
 */
export async function readJson(request) {
  // A page of another site cannot send this type without asking first, and it is not told that it may.
  if (typeOf(request) !== 'application/json') throw new Refusal(415, '只接受 application/json');
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, '请求的内容不是 JSON');
  }
}

const typeOf = ({ headers }) => headers['content-type']?.split(';')[0].trim().toLowerCase();

// By hand, because what Node has for it, `stream/consumers`, knows no limit.
async function readBytes(request) {
  assertSize(Number(request.headers['content-length'] ?? 0));
  const chunks = [];
  let size = 0;
  // The stream is left alive, because the answer goes out on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    assertSize(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function assertSize(size) {
  if (size > LIMIT) throw new Refusal(413, '请求过大');
}
