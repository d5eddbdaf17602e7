/**
 * What is shipped depends on its sources, the tools and the kind of host: not on the folder of the checkout, nor on whose
 * home holds cargo's crates, nor on the standard library's sources, which rustup's component `rust-src` puts into the
 * sysroot of everybody who uses rust-analyzer.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';

import { builtFiles } from '../../scripts/build.mjs';
import { cache } from '../../scripts/cache.mjs';
import { output, root } from '../../scripts/command.mjs';

const SOURCES = [
  'Cargo.lock',
  'Cargo.toml',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES',
  'budgets.json',
  'package-lock.json',
  'package.json',
  'project.config.json',
  'rust-toolchain.toml',
  'cloudfunctions',
  'examples',
  'src',
  'scripts',
  'miniprogram',
  'pkg',
];

/** The file by which rustc knows that the sources are installed. */
const STANDARD_LIBRARY = 'lib/rustlib/src/rust/library/std/src/lib.rs';

const names = builtFiles.map((path) => relative(root, path));
const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-elsewhere-'));
after(() => rmSync(folder, { recursive: true }));

/** The sources, and no built file, in a folder whose path is longer and deeper. */
function checkout() {
  const place = join(folder, 'a', 'deeper', 'folder');
  const isSource = (path) => !builtFiles.includes(path) && !path.includes('node_modules');
  for (const source of SOURCES) {
    mkdirSync(dirname(join(place, source)), { recursive: true });
    cpSync(join(root, source), join(place, source), { recursive: true, filter: isSource });
  }
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  return place;
}

/** The environment of somebody else, who has the same crates and tools. */
function somebodyElse() {
  const home = join(folder, 'home', 'somebody');
  const cargo = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  mkdirSync(join(home, '.cargo'), { recursive: true });
  for (const name of ['registry', 'config.toml']) {
    if (existsSync(join(cargo, name))) symlinkSync(join(cargo, name), join(home, '.cargo', name));
  }
  return {
    ...process.env,
    HOME: home,
    CARGO_HOME: join(home, '.cargo'),
    RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(homedir(), '.rustup'),
    XDG_CACHE_HOME: dirname(cache),
    RUSTC: rustcWithSources(),
  };
}

/** The compiler with a sysroot that has the component `rust-src`, as far as the compiler looks. */
function rustcWithSources() {
  const sysroot = join(folder, 'home', 'somebody', 'sysroot');
  const real = output('rustc', ['--print', 'sysroot']);
  mkdirSync(dirname(join(sysroot, STANDARD_LIBRARY)), { recursive: true });
  writeFileSync(join(sysroot, STANDARD_LIBRARY), '');
  for (const target of [/^host: (.*)$/m.exec(output('rustc', ['-vV']))[1], 'wasm32-unknown-unknown']) {
    symlinkSync(join(real, 'lib', 'rustlib', target), join(sysroot, 'lib', 'rustlib', target));
  }
  const rustc = join(sysroot, 'rustc');
  writeFileSync(rustc, `#!/bin/sh\nexec '${join(real, 'bin', 'rustc')}' --sysroot '${sysroot}' "$@"\n`, {
    mode: 0o755,
  });
  return rustc;
}

test('a build in another folder, under another home and with rust-src gives the same bytes', () => {
  assert.notEqual(platform(), 'win32', 'the compiler of this test is a script for a shell');
  const place = checkout();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(place, 'scripts', 'build.mjs')], {
    cwd: place,
    encoding: 'utf8',
    env: somebodyElse(),
  });
  assert.equal(status, 0, stdout + stderr);
  for (const name of names) {
    const [here, there] = [root, place].map((where) => readFileSync(join(where, name)));
    assert.ok(here.equals(there), name);
  }
});
