import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { ensureFunctionModules, functionFolder, functionNames } from '../../scripts/function-modules.mjs';
import { copies } from '../../scripts/functions.mjs';
import { openCloud, verify } from './cloud.mjs';
import { deploy } from './deployed.mjs';
import { versionsBelow } from './lock-file.mjs';

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

const SDK = 'wx-server-sdk';
const workspace = readJson(root, 'package.json');
const { version } = readJson(root, 'pkg', 'package.json');
const used = readJson(root, 'package-lock.json');

const filesIn = (folder) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('what the functions share is the same in each of them', () => {
  assert.ok(copies.length > 0);
  for (const { source, copy } of copies) {
    assert.ok(Object.keys(filesIn(source)).length > 1, 'the files are found');
    assert.deepEqual(filesIn(copy), filesIn(source), `npm run functions: ${copy}`);
  }
});

test('every folder is that of a function', () => {
  assert.deepEqual(readdirSync(join(root, 'cloudfunctions')).sort(), functionNames);
});

for (const name of functionNames) {
  const folder = functionFolder(name);
  const manifest = readJson(folder, 'package.json');
  const lock = readJson(folder, 'package-lock.json');
  const packages = Object.keys(manifest.dependencies);

  test(`${name}: the folder has the name of the function and is CommonJS`, () => {
    assert.equal(manifest.name, name);
    assert.equal(manifest.main, 'index.js');
    assert.equal(manifest.type, undefined);
  });

  test(`${name} has the version of the module`, () => assert.equal(manifest.version, version));

  test(`${name} asks for one version of each package, and the simulator for the same`, () => {
    assert.ok(packages.includes(SDK));
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.equal(workspace.dependencies[name], version);
    }
  });

  test(`${name}: the lock file is that of package.json`, () => {
    assert.deepEqual(lock.packages[''].dependencies, manifest.dependencies);
    assert.equal(lock.packages[''].version, manifest.version);
    const versions = versionsBelow(lock, SDK);
    for (const [name, version] of Object.entries(manifest.overrides)) assert.deepEqual(versions[name], [version]);
  });

  test(`${name}: every npm from 6 on reads the lock file, and it names no registry`, () => {
    assert.equal(lock.lockfileVersion, 2, 'npm 6 takes nothing from a lock file of version 3');
    assert.deepEqual(
      Object.values(lock.packages).filter(({ resolved }) => resolved),
      [],
    );
  });

  test(`${name}: the simulator runs the packages that the lock file pins`, () => {
    for (const direct of packages) {
      const pinned = versionsBelow(lock, direct);
      assert.ok(pinned[direct], 'the packages are found');
      const here = versionsBelow(used, direct);
      assert.deepEqual(
        Object.keys(pinned).filter((name) => !here[name]),
        [],
      );
      // Types are no code, and the project has its own.
      const code = Object.entries(pinned).filter(([name]) => !/^(@types\/|undici-types$)/.test(name));
      for (const [name, versions] of code) assert.deepEqual(here[name], versions, name);
    }
  });

  test(`${name}: what the tests here run is what the lock file pins`, async () => {
    const modules = await ensureFunctionModules(name);
    for (const [path, { version }] of Object.entries(lock.packages)) {
      if (path) assert.equal(readJson(modules, '..', path, 'package.json').version, version, path);
    }
  });

  test(`${name}: config.json permits exactly what the function calls`, async () => {
    const cloud = await openCloud();
    await cloud.callFunction({ name, data: { code: cloud.issueCode() } });
    const { permissions } = readJson(folder, 'config.json');
    assert.deepEqual(
      permissions.openapi,
      cloud.requests.map(({ apiName }) => apiName),
    );
  });
}

const refusingConfigs = {
  'without config.json': undefined,
  'with a config.json that permits another API': '{"permissions":{"openapi":["security.msgSecCheck"]}}',
};

for (const [how, config] of Object.entries(refusingConfigs)) {
  test(`the same function ${how} gets -604101`, async () => {
    const functionsRoot = await deploy({ 'config.json': config });
    assert.equal(existsSync(join(functionsRoot, 'decryptPhoneNumber', 'config.json')), Boolean(config));
    const { result } = await verify(await openCloud({ functionsRoot }));
    assert.equal(result.errCode, -604101);
  });
}
