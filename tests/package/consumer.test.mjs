/** The npm package in a TypeScript mini-program: installed, built by WeChat's tools, compiled, and used. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';
import { Phone, plain, settled } from '../support/realm/phone.mjs';
import { ALLOWED, CODE, MASKED, NUMBER, VERIFIED } from '../support/realm/samples.mjs';
import { Scene } from '../support/realm/scene.mjs';
import { buildNpm, compile } from '../support/wechat-compiler/compiler.mjs';
import { BACKENDS, FLOWS, FLOWS_OF_BUTTON } from '../support/wechat-compiler/flow.mjs';
import { copyMiniprogram } from '../support/wechat-compiler/projects.mjs';
import { installIntoConsumer, published } from './installed.mjs';
import { moveConsumer, moveMiniprogram, SUBPACKAGE } from './subpackages.mjs';

const NPM = 'miniprogram_npm/wx-phone-login/';

const consumers = [
  { where: 'the main package', folder: '/', prepare: () => {} },
  { where: 'a subpackage', folder: `/${SUBPACKAGE}/`, prepare: moveConsumer },
];

for (const { where, folder, prepare } of consumers) {
  test(`the npm package in ${where}`, async (t) => {
    const project = installIntoConsumer();
    prepare(project);
    await t.test('is built by DevTools as it is', () => assertBuilt(project, folder));
    const compiled = await compile(project);
    assert.deepEqual(compiled.reported, []);
    const place = { compiled: compiled.folder, route: `${folder}pages/popup/popup`, module: `${folder}${NPM}` };
    await usePopup(t, place);
    await useButton(t, { ...place, route: `${folder}pages/button/button` });
    await useModule(t, { ...place, route: `${folder}pages/module/module` });
  });
}

test('a copy of the folders in a subpackage', async (t) => {
  const project = copyMiniprogram();
  moveMiniprogram(project);
  const { folder, reported } = await compile(project);
  assert.deepEqual(reported, []);
  const [route, module] = [`/${SUBPACKAGE}/pages/index/index`, `/${SUBPACKAGE}/`];
  await usePopup(t, { compiled: folder, route, module });
});

test('the types of the package are what a strict TypeScript project needs', () => {
  assert.deepEqual(checkTypes(installIntoConsumer()), { status: 0, stdout: '', stderr: '' });
});

test('a wrong use of the package is a type error', () => {
  const project = installIntoConsumer();
  const path = join(project, 'miniprogram/pages/module/module.ts');
  const text = readFileSync(path, 'utf8');
  const wrong = text.replace('outcome.code', 'outcome.phoneNumber').replace('notice(reason', "notice('no_reason'");
  writeFileSync(path, wrong);
  const { stdout } = checkTypes(project);
  assert.match(stdout, /module\.ts.*error TS.*'phoneNumber'/);
  assert.match(stdout, /module\.ts.*error TS.*'"no_reason"'/);
});

/** DevTools builds where project.config.json says. */
async function assertBuilt(project, folder) {
  const { setting } = JSON.parse(readFileSync(join(project, 'project.config.json'), 'utf8'));
  const [{ packageJsonPath, miniprogramNpmDistDir }] = setting.packNpmRelationList;
  assert.deepEqual(await buildNpm(join(project, packageJsonPath), join(project, miniprogramNpmDistDir)), []);
  const [built, packed] = [join(project, 'miniprogram', folder, NPM), join(published, 'miniprogram_dist')];
  const names = (path) => filesBelow(path).map((file) => relative(path, file));
  assert.deepEqual(names(built), names(packed));
  for (const name of names(built)) {
    assert.deepEqual(readFileSync(join(built, name)), readFileSync(join(packed, name)), name);
  }
}

/** The page with the popup, on each backend. */
async function usePopup(t, place) {
  for (const backend of Object.keys(BACKENDS)) {
    await t.test(`${backend}: the module is found at once`, async () => {
      assertBackend(await openPopup(place, backend), place, backend);
    });
    for (const [name, flow] of Object.entries(FLOWS)) {
      await t.test(`${backend}: ${name}`, async () => flow(await openPopup(place, backend)));
    }
  }
}

/** The page with the button, on each backend. */
async function useButton(t, place) {
  for (const backend of Object.keys(BACKENDS)) {
    for (const [name, flow] of Object.entries(FLOWS_OF_BUTTON)) {
      await t.test(`${backend}: ${name}`, async () => flow(await openPopup(place, backend)));
    }
  }
}

async function openPopup({ compiled, route, module }, backend) {
  const phone = new Phone({ folders: { '/': compiled }, withoutGlobals: BACKENDS[backend] });
  phone.launch();
  const scene = new Scene(phone, phone.openPage(route));
  const { ready } = phone.require(`${module}phone-login/index`);
  scene.ready = plain(await ready());
  await settled();
  return scene;
}

function assertBackend({ phone, ready }, { module }, expected) {
  assert.equal(ready.backend, expected);
  const asked = expected === 'wasm' ? [`${module}phone-login/wx_phone_login_bg.wasm`] : [];
  assert.deepEqual(phone.wasm.asked, asked);
  assert.deepEqual(phone.console, []);
}

/** The page that imports the module, on each backend. */
async function useModule(t, { compiled, route }) {
  for (const [backend, withoutGlobals] of Object.entries(BACKENDS)) {
    await t.test(`${backend}: a page that imports the package by its name`, async () => {
      const phone = new Phone({ folders: { '/': compiled }, withoutGlobals });
      phone.launch();
      const page = phone.openPage(route);
      const scene = new Scene(phone, page);
      await settled();
      assert.equal(page.data.backend, backend);
      page.handle('onPhoneNumber', { type: 'getphonenumber', detail: ALLOWED });
      assert.deepEqual(scene.wx.called, [{ name: 'decryptPhoneNumber', data: { code: CODE } }]);
      scene.wx.answer(VERIFIED);
      assert.deepEqual([scene.logins, page.data.maskedNumber], [[NUMBER], MASKED]);
      assert.deepEqual(phone.console, []);
    });
  }
}

/** What TypeScript says of a project; WeChat's own types are those that this repository has. */
function checkTypes(project) {
  const types = join('node_modules', 'miniprogram-api-typings');
  cpSync(join(root, types), join(project, types), { recursive: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
