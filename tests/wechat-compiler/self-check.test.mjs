/** The self-check as WeChat's compiler makes it, on both backends; and that it is left out until app.json lists it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { Phone } from '../support/realm/phone.mjs';
import { breakages } from '../support/self-check/breakages.mjs';
import { PAGE, switchOn, withoutSelfCheck } from '../support/self-check/project.mjs';
import { selfCheckOn } from '../support/self-check/run.mjs';
import { compile } from '../support/wechat-compiler/compiler.mjs';
import { BACKENDS } from '../support/wechat-compiler/flow.mjs';
import { copyWithButton } from '../support/wechat-compiler/projects.mjs';

/** What project.config.json of this repository asks for. */
const AS_UPLOADED = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8')).setting;

/** As it is written, and as an upload with everything that DevTools offers makes it. */
const SETTINGS = {
  'as written': { es6: false, enhance: false, minified: false },
  'as ES5': { es6: true, enhance: false, minified: false },
  'as this repository uploads': AS_UPLOADED,
};

const VERDICTS = { wasm: 'passed', js: 'usable' };

for (const [name, setting] of Object.entries(SETTINGS)) {
  test(`the self-check, compiled ${name}`, async (t) => {
    const project = copyWithButton(setting);
    switchOn(join(project, 'miniprogram'));
    const { folder, reported } = await compile(project);
    assert.deepEqual(reported, []);
    const open = (withoutGlobals, prepare = () => {}) => {
      const phone = new Phone({ backend: 'wasm', folders: { '/': folder }, withoutGlobals });
      prepare(phone);
      phone.launch();
      return selfCheckOn(phone);
    };
    for (const [backend, lacks] of Object.entries(BACKENDS)) {
      await t.test(`says ${VERDICTS[backend]} of a client with ${backend}`, async () => {
        const { text } = (await open(lacks)).data;
        assert.match(text, new RegExp(`^verdict: ${VERDICTS[backend]}$[^]*^${backend}: passed$`, 'm'));
      });
    }
    await t.test('names a module that is missing', async () => {
      const hide = ({ files }) => files.hidden.add('/phone-login/wx_phone_login_bg.wasm');
      const { data } = await open([], hide);
      assert.ok(data.lines.includes(breakages['a module that is missing'].says), data.text);
    });
  });
}

test('where app.json does not list the page, nothing of it is uploaded', async () => {
  const { folder, reported } = await compile(copyWithButton(AS_UPLOADED));
  assert.equal(reported.length, 1);
  assert.deepEqual(withoutSelfCheck(reported[0]), []);
  assert.ok(existsSync(join(folder, 'phone-login', 'index.js')));
  assert.ok(!existsSync(join(folder, dirname(PAGE))), 'the folder is not there');
});
