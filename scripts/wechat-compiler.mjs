/** Brings WeChat's own compiler, the npm package `miniprogram-ci`: some 280 MB that only tests need. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

import { cache } from './cache.mjs';
import { npm, root, runLong, say } from './command.mjs';

const source = join(root, 'tests', 'wechat-compiler');

/** What a folder is called while its installation is under way. */
const UNFINISHED = 'unfinished-miniprogram-ci-';

/** Milliseconds after which an installation that is not finished was interrupted. */
const HOUR = 3_600_000;

/** The path of the compiler's module; installed into the cache the first time. */
export async function ensureWechatCompiler() {
  const lock = createHash('sha256').update(readFileSync(join(source, 'package-lock.json'))).digest('hex');
  const folder = join(cache, `miniprogram-ci-${lock.slice(0, 16)}`);
  if (!existsSync(folder)) await install(folder);
  return join(folder, 'node_modules', 'miniprogram-ci');
}

/** The folder gets its name when it is complete, so that an interrupted installation is not taken for a good one. */
async function install(folder) {
  say("Installing WeChat's compiler (about two minutes, only this once)");
  mkdirSync(cache, { recursive: true });
  removeInterrupted();
  const unfinished = mkdtempSync(join(cache, UNFINISHED));
  try {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(source, name), join(unfinished, name));
    await runLong(npm, ['ci', '--prefix', unfinished, '--ignore-scripts', '--no-audit', '--no-fund']);
    complete(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Somebody else may have been quicker: then theirs is as good. */
function complete(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

function removeInterrupted() {
  const unfinished = readdirSync(cache).filter((name) => name.startsWith(UNFINISHED)).map((name) => join(cache, name));
  const interrupted = unfinished.filter((path) => Date.now() - statSync(path).mtimeMs > HOUR);
  for (const path of interrupted) rmSync(path, { recursive: true, force: true });
}
