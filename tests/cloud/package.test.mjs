import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { functionsRoot, openCloud, verify } from './cloud.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(functionsRoot, 'decryptPhoneNumber');

const readJson = async (...path) => JSON.parse(await readFile(join(...path), 'utf8'));

const manifest = await readJson(folder, 'package.json');

test('the deployed function pins the SDK version that it is tested with', async () => {
  const { dependencies } = await readJson(root, 'package.json');
  const installed = await readJson(root, 'node_modules/wx-server-sdk/package.json');
  assert.deepEqual(manifest.dependencies, { 'wx-server-sdk': '4.0.2' });
  assert.equal(dependencies['wx-server-sdk'], '4.0.2');
  assert.equal(installed.version, '4.0.2');
});

test('the folder has the name of the function and is CommonJS', () => {
  assert.equal(manifest.name, 'decryptPhoneNumber');
  assert.equal(manifest.main, 'index.js');
  assert.equal(manifest.type, undefined);
});

test('config.json permits exactly what the function calls', async () => {
  const cloud = await openCloud();
  await verify(cloud);
  const { permissions } = await readJson(folder, 'config.json');
  assert.deepEqual(permissions.openapi, cloud.requests.map(({ apiName }) => apiName));
});

const refusingConfigs = {
  'without config.json': undefined,
  'with a config.json that permits another API': '{"permissions":{"openapi":["security.msgSecCheck"]}}',
};

for (const [how, config] of Object.entries(refusingConfigs)) {
  test(`the same function ${how} gets -604101`, async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'cloudfunctions-'));
    after(() => rm(elsewhere, { recursive: true }));
    await symlink(join(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
    await cp(folder, join(elsewhere, 'decryptPhoneNumber'), {
      recursive: true,
      filter: (source) => !source.endsWith('config.json'),
    });
    if (config) await writeFile(join(elsewhere, 'decryptPhoneNumber', 'config.json'), config);
    const { result } = await verify(await openCloud({ functionsRoot: elsewhere }));
    assert.equal(result.errCode, -604101);
  });
}
