/** A function as one file: it does what it does with its packages beside it, and reads one file to start. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { bundleFunction } from '../../scripts/bundle-function.mjs';
import { functionNames } from '../../scripts/function-modules.mjs';
import { functionsRoot, logIn, openCloud, verify } from './cloud.mjs';

const folder = await mkdtemp(join(tmpdir(), 'bundled-'));
after(() => rm(folder, { recursive: true }));
for (const name of functionNames) await bundleFunction(name, join(folder, name));

const cloud = await openCloud({
  functionsRoot: folder,
  variables: { SESSION_SECRET: 'a secret that only this test knows' },
});

test('the bundles log in, exchange, renew and report', async () => {
  assert.equal((await verify(cloud)).result.phoneNumber, '13800138000');
  const { reply } = await logIn(cloud);
  assert.equal(reply.maskedNumber, '138****8000');
  assert.equal(typeof reply.token, 'string');
  assert.equal((await logIn(cloud, { data: { action: 'renew' } })).reply.success, true);
  const { result } = await cloud.fireTimer({ name: 'phoneLoginReport' });
  assert.equal(result.success, true);
});

test('a folder has what is uploaded: the bundle, config.json, and a package.json that installs nothing', async () => {
  for (const name of functionNames) {
    assert.deepEqual((await readdir(join(folder, name))).sort(), ['config.json', 'index.js', 'package.json']);
    const { dependencies } = createRequire(join(folder, name, 'index.js'))('./package.json');
    assert.equal(dependencies, undefined);
  }
});

/** How many files Node reads to load a function. */
function filesToLoad(root) {
  const path = join(root, 'phoneLogin', 'index.js');
  const require = createRequire(path);
  const before = new Set(Object.keys(require.cache));
  require(path);
  return Object.keys(require.cache).filter((path) => !before.has(path)).length;
}

test('it reads one file in place of hundreds', () => {
  assert.equal(filesToLoad(folder), 1);
  assert.ok(filesToLoad(functionsRoot) > 200);
});
