/** The mini-program as WeChat's compiler makes it ready for an upload, under each setting that changes its code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';
import { Phone, plain } from '../support/realm/phone.mjs';
import { loaded, openIndex, Scene } from '../support/realm/scene.mjs';
import { PAGE, withoutSelfCheck } from '../support/self-check/project.mjs';
import { compile } from '../support/wechat-compiler/compiler.mjs';
import { BACKENDS, FLOWS, FLOWS_OF_BUTTON } from '../support/wechat-compiler/flow.mjs';
import { BUTTON_ROUTE, copyWithButton } from '../support/wechat-compiler/projects.mjs';
import { mathFaults } from '../support/wxss-rules.mjs';

/**
 * `es6` and `enhance` compile to the same bytes, alone and together, so these are all the results there are; the last
 * is what this repository's project.config.json asks for, with all that DevTools offers to leave out.
 */
const SETTINGS = [
  { es6: false, enhance: false, minified: false },
  { es6: false, enhance: false, minified: true },
  { es6: true, enhance: false, minified: false },
  { es6: false, enhance: true, minified: true },
  { es6: true, enhance: true, minified: true, minifyWXML: true, minifyWXSS: true, ignoreUploadUnusedFiles: true },
];

/** Files that help whoever writes a page and that no phone gets. */
const isForEditors = (name) => name.endsWith('.d.ts');

for (const setting of SETTINGS) {
  const named = Object.entries(setting).map(([name, value]) => `${name} ${value ? 'on' : 'off'}`);
  test(`compiled with ${named.join(', ')}`, async (t) => {
    const { folder, reported } = await compile(copyWithButton(setting));
    assert.deepEqual(reported.flatMap(withoutSelfCheck), []);
    await t.test('holds every file', () => assertComplete(folder, setting));
    await t.test('is compiled by these settings', () => assertSettings(folder, setting));
    await t.test('has a plain value before every min()', () => assertPlainValues(folder));
    for (const [backend, withoutGlobals] of Object.entries(BACKENDS)) {
      const open = () => openIndex({ folders: { '/': folder }, withoutGlobals });
      await t.test(`${backend}: ready() says so`, async () => assertBackend(await open(), backend));
      for (const [name, flow] of Object.entries(FLOWS)) {
        await t.test(`${backend}: ${name}`, async () => flow(await open()));
      }
      for (const [name, flow] of Object.entries(FLOWS_OF_BUTTON)) {
        await t.test(`${backend}: ${name}`, async () =>
          flow(await openButton({ folders: { '/': folder }, withoutGlobals })),
        );
      }
    }
  });
}

async function openButton(options) {
  const phone = new Phone(options);
  phone.launch();
  const scene = new Scene(phone, phone.openPage(BUTTON_ROUTE));
  await loaded(scene);
  return scene;
}

/** Nothing is left out that the app uses, and what the compiler does not understand is as it was. */
function assertComplete(folder, { ignoreUploadUnusedFiles }) {
  const sources = join(root, 'miniprogram');
  const isUsed = (path) => !(ignoreUploadUnusedFiles && path.startsWith(join(sources, dirname(PAGE))));
  for (const source of filesBelow(sources).filter((path) => isUsed(path) && !isForEditors(path))) {
    const compiled = readFileSync(join(folder, source.slice(sources.length)));
    if (/\.(wasm|br)$/.test(source)) assert.deepEqual(compiled, readFileSync(source), source);
  }
}

/** Without this a setting that is spelled wrong would go unnoticed. */
function assertSettings(folder, { es6, enhance, minified }) {
  const text = readFileSync(join(folder, 'phone-login', 'platform.js'), 'utf8');
  assert.equal(/\bconst\b/.test(text), !es6 && !enhance, 'const becomes var');
  assert.equal(text.trim().split('\n').length < 5, minified, 'minified code has few lines');
}

/** The minifier of the compiler drops a value that a later one of the same rule replaces. */
function assertPlainValues(folder) {
  for (const name of ['login-popup-system', 'phone-login-button']) {
    const path = join(folder, 'components', name, `${name}.wxss`);
    assert.deepEqual(mathFaults(readFileSync(path, 'utf8')), [], name);
  }
}

async function assertBackend({ phone }, expected) {
  const { backend } = plain(await phone.require('/phone-login/index').ready());
  assert.equal(backend, expected);
  assert.equal(phone.wasm.instances.length, expected === 'wasm' ? 1 : 0);
}
