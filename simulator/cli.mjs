#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import openInBrowser from 'open';

import { miniprogramIn } from './project/miniprogram-in.mjs';
import { startSimulator } from './server.mjs';

const DEFAULT_PORT = 8466;
const LAST_PORT = 65535;
const USAGE =
  '用法：npm start -- [--port 端口号] [--no-open] [--project 目录]，端口号是 0 到 65535 的整数；--no-open 不打开浏览器；--project 运行别的小程序，目录里要有 app.json 或 project.config.json';
const FAILED = 1;
const MISUSED = 2;
const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {{ port: { type: 'string', default: string }, 'no-open': { type: 'boolean' }, project: { type: 'string' } }} */
const OPTIONS = {
  port: { type: 'string', default: String(DEFAULT_PORT) },
  'no-open': { type: 'boolean' },
  project: { type: 'string' },
};

/** @returns {{ port: number, opens: boolean, project?: string } | undefined} nothing where the arguments make no sense */
function read(args) {
  try {
    const { port, 'no-open': staysClosed, project } = parseArgs({ args, options: OPTIONS }).values;
    const isPort = /^\d+$/.test(port) && Number(port) <= LAST_PORT;
    return isPort ? { port: Number(port), opens: !staysClosed && hasScreen(), project } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether somebody can see a browser here: `open` starts one, but cannot tell. */
function hasScreen() {
  const { CI, DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  return !CI && (process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME));
}

/** The address is on the screen, so a browser that does not start is no reason to stop. */
function show(url) {
  openInBrowser(url).then(
    (child) => child.on('error', () => undefined),
    () => undefined,
  );
}

const explain = (error, port) =>
  error.code === 'EADDRINUSE'
    ? `端口 ${port} 已被占用：换一个，例如 npm start -- --port ${port + 1}`
    : `模拟器没有启动：${error.message}`;

/** @returns {never} */
function fail(line, exitCode) {
  console.error(line);
  process.exit(exitCode);
}

const wanted = read(process.argv.slice(2));
if (!wanted) fail(USAGE, MISUSED);
const { port, opens, project } = wanted;
const packageRoot = project === undefined ? undefined : miniprogramIn(project);
if (project !== undefined && !packageRoot) fail(`${project} 里没有小程序：找不到 app.json`, MISUSED);
const started = startSimulator({ port, root, packageRoot, log: console.error });
const simulator = await started.catch((error) => fail(explain(error, port), FAILED));
console.log(`模拟器：${simulator.url}（Ctrl-C 结束）`);
if (opens) show(simulator.url);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await simulator.close();
    process.exit(0);
  });
}
