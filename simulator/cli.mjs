#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { startSimulator } from './server.mjs';

const DEFAULT_PORT = 8466;
const LAST_PORT = 65535;
const USAGE = '用法：npm start -- [--port 端口号]，端口号是 0 到 65535 的整数';
const FAILED = 1;
const MISUSED = 2;
const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns {number | undefined} nothing where the arguments make no sense */
function readPort(args) {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });
    const port = Number(values.port);
    return /^\d+$/.test(values.port) && port <= LAST_PORT ? port : undefined;
  } catch {
    return undefined;
  }
}

const explain = (error, port) =>
  error.code === 'EADDRINUSE'
    ? `端口 ${port} 已被占用：换一个，例如 npm start -- --port ${port + 1}`
    : `模拟器没有启动：${error.message}`;

function fail(line, exitCode) {
  console.error(line);
  process.exit(exitCode);
}

const port = readPort(process.argv.slice(2));
if (port === undefined) fail(USAGE, MISUSED);
const started = startSimulator({ port, root, log: console.error });
const simulator = await started.catch((error) => fail(explain(error, port), FAILED));
console.log(`模拟器：${simulator.url}（Ctrl-C 结束）`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await simulator.close();
    process.exit(0);
  });
}
