import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { ensureFunctionModules, functionFolder } from '../../scripts/function-modules.mjs';
import { openCloud, verify } from './cloud.mjs';
import { deploy } from './deployed.mjs';
import { versionsBelow } from './lock-file.mjs';

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

const SDK = 'wx-server-sdk';
const manifest = readJson(functionFolder, 'package.json');
const lock = readJson(functionFolder, 'package-lock.json');
const workspace = readJson(root, 'package.json');

test('the folder has the name of the function and is CommonJS', () => {
  assert.equal(manifest.name, 'decryptPhoneNumber');
  assert.equal(manifest.main, 'index.js');
  assert.equal(manifest.type, undefined);
});

test('the function asks for one version of the SDK, and the simulator for the same', () => {
  assert.deepEqual(manifest.dependencies, { [SDK]: '4.0.2' });
  assert.equal(workspace.dependencies[SDK], '4.0.2');
});

test('the lock file is that of package.json', () => {
  assert.deepEqual(lock.packages[''].dependencies, manifest.dependencies);
  const versions = versionsBelow(lock, SDK);
  for (const [name, version] of Object.entries(manifest.overrides)) assert.deepEqual(versions[name], [version]);
});

test('every npm from 6 on reads the lock file, and it names no registry', () => {
  assert.equal(lock.lockfileVersion, 2, 'npm 6 takes nothing from a lock file of version 3');
  assert.deepEqual(
    Object.values(lock.packages).filter(({ resolved }) => resolved),
    [],
  );
});

test('the simulator runs the packages that the lock file pins', () => {
  const pinned = versionsBelow(lock, SDK);
  assert.ok(Object.keys(pinned).length > 50, 'the packages are found');
  const used = versionsBelow(readJson(root, 'package-lock.json'), SDK);
  assert.deepEqual(
    Object.keys(pinned).filter((name) => !used[name]),
    [],
  );
  // Types are no code, and the project has its own.
  const code = Object.entries(pinned).filter(([name]) => !/^(@types\/|undici-types$)/.test(name));
  for (const [name, versions] of code) assert.deepEqual(used[name], versions, name);
});

test('what the tests here run is what the lock file pins', async () => {
  const modules = await ensureFunctionModules();
  for (const [path, { version }] of Object.entries(lock.packages)) {
    if (path) assert.equal(readJson(modules, '..', path, 'package.json').version, version, path);
  }
});

test('config.json permits exactly what the function calls', async () => {
  const cloud = await openCloud();
  await verify(cloud);
  const { permissions } = readJson(functionFolder, 'config.json');
  assert.deepEqual(
    permissions.openapi,
    cloud.requests.map(({ apiName }) => apiName),
  );
});

const refusingConfigs = {
  'without config.json': undefined,
  'with a config.json that permits another API': '{"permissions":{"openapi":["security.msgSecCheck"]}}',
};

for (const [how, config] of Object.entries(refusingConfigs)) {
  test(`the same function ${how} gets -604101`, async () => {
    const functionsRoot = await deploy({ 'config.json': config });
    assert.equal(existsSync(join(functionsRoot, manifest.name, 'config.json')), Boolean(config));
    const { result } = await verify(await openCloud({ functionsRoot }));
    assert.equal(result.errCode, -604101);
  });
}
