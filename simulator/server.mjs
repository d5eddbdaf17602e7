import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

import { bundlePrograms } from './bundle.mjs';
import { createCloud, serverAnswers } from './cloud/index.mjs';
import { readProject } from './project/project.mjs';

const WEB = fileURLToPath(new URL('./web/', import.meta.url));
const HOST = '127.0.0.1';
const BODY_LIMIT = 1024 * 1024;
// Whatever else goes wrong is the server's fault, and is logged. ECONNRESET: the page went away before it was answered.
const STATUSES = { ENOENT: 404, EISDIR: 404, ECONNRESET: 400, ERR_INVALID_URL: 400, ERR_INVALID_ARG_VALUE: 400 };
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves the simulator of the mini-program in `root` on this machine only.
 *
 * @param {object} options
 * @param {number} options.port  0 for any free port
 * @param {string} options.root  the folder that holds `miniprogram/` and `cloudfunctions/`
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ url: string, close(): Promise<void> }>} rejects with `code: 'EADDRINUSE'` where the port is taken
 */
export async function startSimulator({ port, root, log = () => {} }) {
  const programs = bundlePrograms();
  const server = await listen(port);
  const cloud = await createCloud({ functionsRoot: join(root, 'cloudfunctions') });
  const routes = makeRoutes({ packageRoot: join(root, 'miniprogram'), programs, cloud });
  server.on('request', (request, response) => answer(routes, request, response, log));
  return {
    url: `http://${HOST}:${server.address().port}/`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, cloud.close()]);
    },
  };
}

async function listen(port) {
  const server = createServer();
  server.listen(port, HOST);
  await once(server, 'listening');
  return server;
}

function makeRoutes({ packageRoot, programs, cloud }) {
  return [
    ['GET', /^\/$/, () => file(WEB, 'index.html')],
    ['GET', /^\/((?:host|phone)\.js)$/, (name) => ({ type: '.js', body: programs.get(name) })],
    ['GET', /^\/([\w-]+\.(?:css|html))$/, (name) => file(WEB, name)],
    ['GET', /^\/project\.json$/, async () => json(await readProject(packageRoot))],
    ['GET', /^\/server-answers\.json$/, () => json(serverAnswers)],
    ['GET', /^\/package\/(.+)\.wasm\.br$/, (path) => unpacked(packageRoot, `${path}.wasm.br`)],
    ['GET', /^\/package\/(.+)$/, (path) => file(packageRoot, path)],
    ['POST', /^\/cloud\/call$/, async (_, request) => json(await callCloud(cloud, await readBody(request)))],
  ];
}

async function answer(routes, request, response, log) {
  try {
    send(response, 200, await route(routes, request));
  } catch (error) {
    const status = STATUSES[error.code] ?? 500;
    if (status === 500) log(`${request.method} ${request.url}: ${error.message}`);
    send(response, status, json({ error: error.message }));
  }
}

function send(response, status, { type, body }) {
  response.writeHead(status, {
    'content-type': TYPES[type] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function route(routes, request) {
  const path = decode(request.url.split('?')[0]);
  for (const [method, pattern, respond] of routes) {
    const found = method === request.method && pattern.exec(path);
    if (found) return respond(found[1], request);
  }
  throw problem('ENOENT', `${request.method} ${path}`);
}

function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    throw problem('ERR_INVALID_URL', path);
  }
}

const problem = (code, message) => Object.assign(new Error(message), { code });

const json = (value) => ({ type: '.json', body: JSON.stringify(value) });

async function file(base, path) {
  return { type: extname(path), body: await readFile(inside(base, path)) };
}

async function unpacked(base, path) {
  return { type: '.wasm', body: brotliDecompressSync(await readFile(inside(base, path))) };
}

function inside(base, path) {
  const found = normalize(join(base, path));
  if (!found.startsWith(join(base, sep))) throw problem('ENOENT', path);
  return found;
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('请求过大');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** What the cloud said, or the code and text with which it refused: both are answers to the page. */
async function callCloud(cloud, { name, data, answer: answerId }) {
  try {
    return await cloud.callFunction({ name, data, answer: answerId });
  } catch ({ errCode, errMsg, message, logs = [] }) {
    return { failure: { errCode, errMsg: errMsg ?? message }, logs };
  }
}
