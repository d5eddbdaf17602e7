/** The zip for uni-app, unpacked into an app that uses it by easycom: its own tools build it, and a user logs in. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { release } from '../../scripts/release.mjs';
import { temporaryFolder } from '../support/wechat-compiler/compiler.mjs';
import { visitCompiled } from './check.mjs';
import { FLOWS_OF_THE_SHEET } from './flows.mjs';
import { newProject } from './new-project.mjs';
import { compiled } from './project.mjs';

const published = join(root, 'pkg');
const { name, version } = JSON.parse(readFileSync(join(published, 'package.json'), 'utf8'));

/** Unpacks the zip of a release. */
async function unpackRelease(folder) {
  const files = temporaryFolder();
  await release(files, published);
  execFileSync('unzip', ['-q', join(files, `${name}-${version}-uni_modules.zip`), '-d', folder]);
}

test('the zip for uni-app, unpacked beside pages.json', async (t) => {
  const { project } = await newProject('uni-app');
  for (const part of ['uni_modules', 'wxcomponents']) rmSync(join(project, 'src', part), { recursive: true });
  await unpackRelease(join(project, 'src'));
  const made = await compiled('uni-app', project);
  await t.test('the page has the wrapper by easycom, and the wrapper the component', () => {
    const used = (path) => JSON.parse(readFileSync(join(made.folder, `${path}.json`), 'utf8')).usingComponents;
    const wrapper = 'uni_modules/wx-phone-login/components/phone-login/phone-login';
    assert.ok(used('pages/login/login')['phone-login'].endsWith(wrapper));
    const component = 'wxcomponents/wx-phone-login/components/login-popup-system/login-popup-system';
    assert.ok([wrapper, component].every((path) => existsSync(join(made.folder, `${path}.js`))));
  });
  await visitCompiled(t, made, FLOWS_OF_THE_SHEET);
});
