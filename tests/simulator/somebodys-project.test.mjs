/** Somebody else's mini-program: built on TDesign's real components, and on what frameworks do to a runtime. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { miniprogramIn } from '../../simulator/project/miniprogram-in.mjs';
import { repository, stage } from '../support/simulator/browser.mjs';

const project = mkdtempSync(join(tmpdir(), 'somebodys-'));
after(() => rmSync(project, { recursive: true }));
cpSync(fileURLToPath(new URL('somebodys', import.meta.url)), project, { recursive: true });
const miniprogram = join(project, 'miniprogram');
cpSync(
  join(repository, 'node_modules', 'tdesign-miniprogram', 'miniprogram_dist'),
  join(miniprogram, 'miniprogram_npm', 'tdesign-miniprogram'),
  { recursive: true },
);
for (const part of ['components', 'phone-login']) {
  cpSync(join(repository, 'miniprogram', part), join(miniprogram, part), { recursive: true });
}

const { open } = stage({ before, after }, repository, miniprogramIn(project));

/** What the simulator's own parts are not, and what TDesign says beside them. */
const expected = /is not a valid property|type-incompatible value|target of relation|invalid attribute/;

const openProject = (t) => open(t, { expected, settings: '?platform=allow' });

test('a user logs in by a button of TDesign, and its cell shows the masked number', async (t) => {
  const { phone, logged, state } = await openProject(t);
  await phone.locator('.t-button').click();
  assert.equal((await state()).state, 'prompting');
  await phone.locator('[open-type="getPhoneNumber"]').click();
  await logged('toast');
  assert.match(await phone.locator('[class$="t-cell__note"]').innerText(), /^138\*{4}\d{4}$/);
});

test('a Page that a framework has replaced is the one that pages call, and handlers on an instance are called', async (t) => {
  const { phone } = await openProject(t);
  assert.match(await phone.locator('.greeting').innerText(), /^你好，/, 'by an npm package with module syntax');
});

test('WXS knows a list by its constructor', async (t) => {
  const { phone } = await openProject(t);
  assert.match(await phone.locator('.greeting').innerText(), /列表$/);
});

test('a component of an index file has wx://form-field, and its event with a circular detail arrives', async (t) => {
  const { phone, log } = await openProject(t);
  await phone.getByText('未填写', { exact: true }).click();
  assert.equal(await phone.locator('.greeting').innerText(), '填好了1列表');
  const [{ detail }] = (await log('event')).filter(({ text }) => text === 'filled');
  assert.deepEqual([detail.name, detail.itself], ['填好了', '[Circular]']);
});

test('a page of a subpackage opens', async (t) => {
  const { phone } = await openProject(t);
  await phone.locator('.cart').click();
  assert.equal(await phone.locator('.empty').innerText(), '空');
});
