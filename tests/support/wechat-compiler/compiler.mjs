/** WeChat's compiler, as DevTools uses it, without a network. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

import { ensureWechatCompiler } from '../../../scripts/wechat-compiler.mjs';

const script = fileURLToPath(new URL('compiler-process.mjs', import.meta.url));

/** What it always says; whatever else it says is reported. */
const NOISE = [
  /^\[miniprogram-builder\] (initservices|getservice) CI$/,
  /^\[summer-compiler\] forkProcess /,
  /^serialize mini-weixin$/,
];

/** On a machine that is busy; it says nothing of the project. */
const TOO_BUSY = 'error: fork process timeout';

/** A folder that is gone when the tests of the file are over. */
export function temporaryFolder() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wx-phone-login-')));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Compiles a project as its project.config.json says: the folder that would be uploaded, and what was reported. */
export async function compile(project, attempts = 3) {
  const work = temporaryFolder();
  const [output, key] = [join(work, 'output'), join(work, 'key')];
  writeFileSync(key, 'Only an upload is signed.');
  const reported = await perform('compile', { project, output, key }, work);
  if (reported.includes(TOO_BUSY) && attempts > 1) return compile(project, attempts - 1);
  return { folder: output, reported };
}

/** Builds the packages that a package.json names into `miniprogram_npm` of a folder; gives what was reported. */
export function buildNpm(packageJsonPath, miniprogramNpmDistDir) {
  return perform('buildNpm', { packageJsonPath, miniprogramNpmDistDir }, temporaryFolder());
}

/** `home`: the compiler keeps files in its user's folders, where two at a time would meet, and leaves some where it runs. */
async function perform(task, options, home) {
  const compiler = await ensureWechatCompiler();
  const env = { ...process.env, HOME: home, TMPDIR: home, FORCE_COLOR: '0' };
  const child = fork(script, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text));
  let reported;
  child.once('message', (message) => {
    reported = message;
  });
  child.send({ compiler, task, options });
  const [status] = await once(child, 'close');
  const lines = Buffer.concat(said).toString().split('\n');
  const unusual = lines.filter((line) => line && !NOISE.some((noise) => noise.test(line)));
  return [...(reported ?? [`error: ended with ${status}`]), ...unusual];
}
