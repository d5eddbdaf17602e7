/** THIRD-PARTY-NOTICES: that it is of the versions that are built, and leaves nobody out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { linkedCrates } from '../../scripts/build/crates.mjs';
import { root } from '../../scripts/command.mjs';
import { notices, noticesPath } from '../../scripts/notices.mjs';

const read = (name) => readFileSync(join(root, name), 'utf8');
const text = readFileSync(noticesPath, 'utf8');

/** "  js-sys 0.3.107 (MIT OR Apache-2.0)" */
const listed = new Map([...text.matchAll(/^ {2}(\S.*) (\S+) \(.+\)$/gm)].map(([, name, version]) => [name, version]));

test('every crate has the version of Cargo.lock', () => {
  const packages = read('Cargo.lock').matchAll(/^name = "(.+)"\nversion = "(.+)"$/gm);
  const locked = new Map([...packages].map(([, name, version]) => [name, version]));
  const crates = [...listed].filter(([name]) => locked.has(name));
  assert.ok(crates.length > 10, 'the crates are found');
  for (const [name, version] of crates) assert.equal(version, locked.get(name), name);
});

test('the standard library and the tools have the versions that are pinned', () => {
  const [, channel] = /^channel = "(.+)"$/m.exec(read('rust-toolchain.toml'));
  assert.equal(listed.get('Rust standard library'), channel);
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const pinned = { ...dependencies, ...devDependencies };
  for (const name of ['binaryen', 'esbuild']) assert.equal(listed.get(name), pinned[name], name);
});

test('every crate that is linked is named, and no other', () => {
  const linked = linkedCrates().map(({ name }) => name);
  for (const name of ['serde_core', 'talc', 'wasm-bindgen']) assert.ok(linked.includes(name), name);
  for (const name of ['serde_derive', 'proptest', 'wasm-bindgen-test']) assert.ok(!linked.includes(name), name);
  const others = ['Rust standard library', 'binaryen', 'esbuild'];
  assert.deepEqual([...listed.keys()].filter((name) => !others.includes(name)).sort(), linked.sort());
});

test('whoever is named has a text', () => {
  for (const [name, version] of listed) {
    assert.ok(
      text.split('-'.repeat(80)).some((part) => part.split('\n').includes(`${name} ${version}`)),
      name,
    );
  }
});

test('it is what `npm run docs` writes, and names no path of this machine', () => {
  assert.equal(text, notices());
  for (const place of [root, homedir(), '.cargo', '\r']) assert.ok(!text.includes(place), place);
});
