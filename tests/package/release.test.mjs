/** What `npm run release` hands out, unpacked by Info-ZIP. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';

import { filesBelow } from '../../scripts/files.mjs';
import { release } from '../../scripts/release.mjs';
import { openIndex } from '../support/realm/scene.mjs';
import { compile, temporaryFolder } from '../support/wechat-compiler/compiler.mjs';
import { FLOWS } from '../support/wechat-compiler/flow.mjs';
import { copyMiniprogram } from '../support/wechat-compiler/projects.mjs';
import { published } from './installed.mjs';

const { version } = JSON.parse(readFileSync(join(published, 'package.json'), 'utf8'));
const TITLE = `wx-phone-login-${version}`;
const NAMES = ['SHA256SUMS', `${TITLE}-uni_modules.zip`, `${TITLE}.tgz`, `${TITLE}.zip`];
const TEXTS = ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES'];

const files = temporaryFolder();
await release(files, published);

/** Below a folder: path → content. */
const contentOf = (folder) =>
  Object.fromEntries(filesBelow(folder).map((path) => [relative(folder, path), readFileSync(path, 'latin1')]));

/** The files of the npm package that stand below some of its folders or are these: path → content. */
const packaged = (places) =>
  Object.fromEntries(
    Object.entries(places).flatMap(([source, place]) =>
      filesBelow(join(published, source)).map((path) => [
        path.replace(join(published, source), place),
        readFileSync(path, 'latin1'),
      ]),
    ),
  );

/** What is in a zip; Info-ZIP checks every file's sum. */
function unpack(name) {
  const folder = temporaryFolder();
  execFileSync('unzip', ['-q', join(files, name), '-d', folder]);
  return folder;
}

test('a release is a tarball, two zips and their sums', () => {
  assert.deepEqual(readdirSync(files).sort(), NAMES);
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: files });
});

test('the same sources give the same bytes, elsewhere and at another time', async () => {
  const [elsewhere, again] = [temporaryFolder(), temporaryFolder()];
  for (const name of readdirSync(published).reverse()) {
    cpSync(join(published, name), join(elsewhere, name), { recursive: true });
  }
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  await release(again, elsewhere);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.deepEqual(contentOf(again), contentOf(files));
});

test('the zip holds what is copied into a native mini-program, and its texts', () => {
  const places = {
    ...Object.fromEntries(TEXTS.map((name) => [name, `${TITLE}/${name}`])),
    'miniprogram_dist/components': `${TITLE}/miniprogram/components`,
    'miniprogram_dist/phone-login': `${TITLE}/miniprogram/phone-login`,
    cloudfunctions: `${TITLE}/cloudfunctions`,
  };
  assert.deepEqual(sorted(contentOf(unpack(`${TITLE}.zip`))), sorted(packaged(places)));
});

test('the zip for uni-app holds the wrapper, the component and their texts, as uni-app names them', () => {
  const module = 'uni_modules/wx-phone-login';
  const places = {
    [module]: module,
    'README.md': `${module}/readme.md`,
    'CHANGELOG.md': `${module}/changelog.md`,
    LICENSE: `${module}/LICENSE`,
    'THIRD-PARTY-NOTICES': `${module}/THIRD-PARTY-NOTICES`,
    'miniprogram_dist/components': 'wxcomponents/wx-phone-login/components',
    'miniprogram_dist/phone-login': 'wxcomponents/wx-phone-login/phone-login',
  };
  assert.deepEqual(sorted(contentOf(unpack(`${TITLE}-uni_modules.zip`))), sorted(packaged(places)));
});

test('what the zip holds is compiled by WeChat and logs a user in', async (t) => {
  const project = copyMiniprogram();
  const unpacked = join(unpack(`${TITLE}.zip`), TITLE, 'miniprogram');
  for (const name of ['components', 'phone-login']) {
    rmSync(join(project, 'miniprogram', name), { recursive: true });
    cpSync(join(unpacked, name), join(project, 'miniprogram', name), { recursive: true });
  }
  const { folder, reported } = await compile(project);
  assert.deepEqual(reported, []);
  for (const [name, flow] of Object.entries(FLOWS)) {
    await t.test(name, async () => flow(await openIndex({ folders: { '/': folder } })));
  }
});

test('the wrapper and the package are of one version', () => {
  const manifest = JSON.parse(readFileSync(join(published, 'uni_modules', 'wx-phone-login', 'package.json'), 'utf8'));
  assert.equal(manifest.version, version);
});

const sorted = (content) => Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
