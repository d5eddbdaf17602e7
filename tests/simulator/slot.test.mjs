/** The real popup on a page that fills its slot. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { repository, stage } from '../support/simulator/browser.mjs';
import { allowButton, openPopup, otherLoginButton, popup } from './popup-page.mjs';

const root = await mkdtemp(join(tmpdir(), 'slot-'));
await fillSlot();
const { open } = stage({ before, after }, root);
after(() => rm(root, { recursive: true }));

async function fillSlot() {
  const copy = join(root, 'miniprogram');
  const page = join(copy, 'pages/index/index.wxml');
  await cp(join(repository, 'miniprogram'), copy, { recursive: true });
  const wxml = await readFile(page, 'utf8');
  const filled = wxml.replace(
    /(<login-popup-system[^>]*?)\/>/,
    '$1><view slot="other-login">短信登录</view></login-popup-system>',
  );
  assert.notEqual(filled, wxml);
  await writeFile(page, filled);
}

test('what the page puts in the slot takes the place of the button, where another way is offered', async (t) => {
  const scene = await open(t);
  await openPopup(scene);
  assert.ok(await scene.phone.getByText('短信登录').isHidden());
  await scene.platform('deny');
  await allowButton(scene).click();
  await scene.phone.getByText('短信登录').waitFor();
  assert.ok(await popup(scene).isVisible());
  assert.ok(await otherLoginButton(scene).isHidden());
});
