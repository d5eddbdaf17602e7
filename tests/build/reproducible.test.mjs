/** What is shipped depends on its sources alone: not on the folder, nor on what was built there before. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { root } from '../../scripts/command.mjs';

const FILES = ['wx_phone_login_bg.wasm', 'wx_phone_login_bg.wasm.br', 'wx_phone_login_bg.js', 'wx_phone_login_fallback.js'];
const SOURCES = [
  'Cargo.lock', 'Cargo.toml', 'LICENSE', 'budgets.json', 'package-lock.json', 'package.json', 'rust-toolchain.toml',
  'src', 'scripts', 'miniprogram', 'pkg/package.json',
];

const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-elsewhere-'));
after(() => rmSync(folder, { recursive: true }));

/** The sources, and no built file, in a folder whose path is longer and deeper. */
function checkout() {
  const place = join(folder, 'a', 'deeper', 'folder');
  const isSource = (path) => !FILES.some((name) => path.endsWith(name));
  for (const source of SOURCES) {
    mkdirSync(dirname(join(place, source)), { recursive: true });
    cpSync(join(root, source), join(place, source), { recursive: true, filter: isSource });
  }
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  return place;
}

test('a build in another folder gives the same files, byte for byte', () => {
  const place = checkout();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(place, 'scripts', 'build.mjs')], {
    cwd: place,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  for (const name of FILES) {
    const [here, there] = [root, place].map((where) => readFileSync(join(where, 'miniprogram', 'phone-login', name)));
    assert.ok(here.equals(there), name);
  }
});
