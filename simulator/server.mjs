import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createBackEnds } from './back-ends.mjs';
import { bundlePrograms } from './bundle.mjs';
import { callCloud, readCall } from './cloud/call-request.mjs';
import { unlimited } from './cloud/environment.mjs';
import { serverAnswers } from './cloud/index.mjs';
import { json, sendAnswer, sendRefusal } from './http/answer.mjs';
import { readJson } from './http/body.mjs';
import { openFile, openUnpacked } from './http/files.mjs';
import { assertOwnPage } from './http/own-page.mjs';
import { portOf } from './http/port.mjs';
import { Refusal } from './http/refusal.mjs';
import { route } from './http/route.mjs';
import { createLineKeeper, operationsRoutes, startFunctionTimers } from './operations.mjs';
import { ownServerAnswers } from './own-server/index.mjs';
import { readRequest } from './own-server/request.mjs';
import { ProjectError } from './project/files.mjs';
import { readProject } from './project/project.mjs';

const WEB = fileURLToPath(new URL('./web/', import.meta.url));
const HOST = '127.0.0.1';
/** Whoever asked went away, while the request was read or the answer sent. */
const GONE = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'];
const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };

/** What an owner sets for the functions in the console. The secret is none: whoever has this file has it. */
const VARIABLES = { ...unlimited, SESSION_SECRET: 'the-simulator-has-no-secret-of-its-own' };

/**
 * Serves the simulator of the mini-program in `root` on this machine only.
 *
 * @param {object} options
 * @param {number} options.port  0 for any free port
 * @param {string} options.root  the folder that holds `cloudfunctions/`, and `miniprogram/` where nothing else is said
 * @param {string} [options.packageRoot]  the mini-program: the folder of an app.json
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ url: string, close(): Promise<void> }>} rejects with `code: 'EADDRINUSE'` where the port is taken
 */
export async function startSimulator({ port, root, packageRoot = join(root, 'miniprogram'), log = () => {} }) {
  const programs = bundlePrograms();
  const server = await listen(port);
  const functionsRoot = join(root, 'cloudfunctions');
  const { lines, keep } = createLineKeeper();
  const backEnds = await createBackEnds({ functionsRoot, variables: VARIABLES, onLine: keep });
  const timers = await startFunctionTimers({ cloud: backEnds.cloud, functionsRoot, log });
  const routes = makeRoutes({ packageRoot, programs, backEnds, lines });
  server.on('request', (request, response) => answer(routes, request, response, log));
  // A connection that could not be accepted, because too many are open; the others go on.
  server.on('error', ({ message }) => log(message));
  return {
    url: `http://${HOST}:${portOf(server)}/`,
    async close() {
      timers.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, backEnds.close()]);
    },
  };
}

async function listen(port) {
  const server = createServer();
  server.listen(port, HOST);
  await once(server, 'listening');
  return server;
}

/** @returns {import('./http/route.mjs').Route[]} */
function makeRoutes({ packageRoot, programs, backEnds, lines }) {
  return [
    [/^\/$/, { GET: () => openFile(WEB, 'index.html') }],
    [/^\/((?:host|phone|operations|states)\.js)$/, { GET: (name) => ({ headers: SCRIPT, body: programs.get(name) }) }],
    [/^\/([\w-]+\.(?:css|html))$/, { GET: (name) => openFile(WEB, name) }],
    ...operationsRoutes({ cloud: backEnds.cloud, lines }),
    [/^\/project\.json$/, { GET: async () => json(await readProject(packageRoot)) }],
    [/^\/server-answers\.json$/, { GET: () => json({ 'cloud-function': serverAnswers, ...ownServerAnswers }) }],
    [/^\/package\/(.+\.wasm\.br)$/, { GET: (path) => openUnpacked(packageRoot, path) }],
    [/^\/package\/(.+)$/, { GET: (path) => openFile(packageRoot, path) }],
    [
      /^\/cloud\/call$/,
      { POST: async (_, request) => json(await callCloud(backEnds.cloud, readCall(await readJson(request)))) },
    ],
    [
      /^\/network\/request$/,
      { POST: async (_, request) => json(await backEnds.ownServer.request(readRequest(await readJson(request)))) },
    ],
    [/^\/exchanged\.json$/, { GET: () => json({ exchanged: backEnds.exchanged }) }],
    [
      /^\/reset$/,
      {
        async POST(_, request) {
          await readJson(request); // which a page of another site cannot send
          await backEnds.reset();
          lines.length = 0;
          return json({});
        },
      },
    ],
  ];
}

async function answer(routes, request, response, log) {
  if (request.socket.destroyed) return;
  try {
    assertOwnPage(request);
    await sendAnswer(response, await route(routes, request));
  } catch (error) {
    if (GONE.includes(Object(error).code)) return;
    const refusal = refusalOf(error, (reason) => log(`${request.method} ${request.url}: ${reason}`));
    if (response.headersSent) response.destroy();
    else sendRefusal(request, response, refusal);
  }
}

/** What has no refusal of its own is a fault: of the mini-program, whose developer is told, or of the simulator. */
function refusalOf(error, log) {
  if (error instanceof Refusal) return error;
  const isOfProject = error instanceof ProjectError;
  log(isOfProject ? error.message : error.stack);
  return new Refusal(500, isOfProject ? error.message : '模拟器出错了，原因在终端里');
}
