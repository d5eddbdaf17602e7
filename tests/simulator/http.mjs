import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { startSimulator } from '../../simulator/server.mjs';

export const fixture = fileURLToPath(new URL('./fixture/', import.meta.url));

/** A server that ends with the test, and what it logged. */
export async function start(t, root = fixture) {
  const logged = [];
  const { url, close } = await startSimulator({ port: 0, root, log: (line) => logged.push(line) });
  t.after(close);
  return { url, logged, port: Number(new URL(url).port) };
}

/**
 * A copy of the fixture that a test may change.
 *
 * @param {Record<string, string>} [files]  more files: path → text
 */
export async function copy(t, files = {}) {
  const root = await mkdtemp(join(tmpdir(), 'simulator-'));
  t.after(() => rm(root, { recursive: true }));
  await cp(fixture, root, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/** Asks for a path that is sent as it is written. */
export function ask(url, path, { body, ...options } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, ...options }, (response) => {
      const { statusCode: status, headers } = response;
      buffer(response).then((bytes) => resolve({ status, headers, bytes, text: String(bytes) }), reject);
    });
    sent.on('error', reject).end(body);
  });
}

/** Posts to the cloud: text and bytes as they are, anything else as JSON. */
export function call(url, value, headers = {}) {
  const body = typeof value === 'string' || value instanceof Buffer ? value : JSON.stringify(value);
  return ask(url, '/cloud/call', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

/** Sends bytes, and gives all that comes until the server hangs up. */
export function exchange(port, bytes) {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', reject).on('close', () => resolve(text));
  });
}
