/** What uni-app finds by easycom hands everything on to the component: each property, each event. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { EXAMPLES } from '../../scripts/examples.mjs';
import { Phone, plain } from '../support/realm/phone.mjs';

const COMPONENT = '/components/login-popup-system/login-popup-system.js';
const EASYCOM = 'pkg/uni_modules/wx-phone-login';

const read = (path) => readFileSync(join(root, path), 'utf8');
const { version } = JSON.parse(read('pkg/package.json'));

const vue = read(`${EASYCOM}/components/phone-login/phone-login.vue`);
const [, template, script] = vue.match(/<template>(.*)<\/template>.*<script setup>(.*)<\/script>/s);
const declared = {};
new Function('defineProps', 'defineEmits', script)(
  (props) => Object.assign(declared, { props }),
  (events) => Object.assign(declared, { events }),
);

const { properties } = new Phone().define(COMPONENT);
const hyphened = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The type and the default of a property, however it is written; one that names none has what WeChat takes for it. */
function meaning(property) {
  const { type = property, value, default: initial = value } = property;
  const made = typeof initial === 'function' ? initial() : initial;
  return [type.name, made ?? type()];
}

const meanings = (all) => plain(Object.fromEntries(Object.entries(all).map(([name, one]) => [name, meaning(one)])));

test('its properties are those of the component, with their types and defaults', () => {
  assert.deepEqual(meanings(declared.props), meanings(properties));
});

test('it binds each of them by its own name', () => {
  const bound = [...template.matchAll(/ :([\w-]+)="(\w+)"/g)].map(([, name, value]) => [name, value]);
  assert.deepEqual(
    bound,
    Object.keys(declared.props).map((name) => [hyphened(name), name]),
  );
});

test('it sends each event of the component, and what v-model listens to', () => {
  const types = read('miniprogram/phone-login/boundary.d.ts').split('export type ComponentEvent')[1];
  const names = [...types.split(/;\s*\n\s*\n|\nexport/)[0].matchAll(/name: ["']([\w-]+)["']/g)].map(([, name]) => name);
  assert.ok(names.includes('login'));
  assert.deepEqual([...declared.events].sort(), ['update:showPhonePopup', ...names].sort());
  const bound = [...template.matchAll(/ @([\w-]+)="/g)].map(([, name]) => name);
  assert.deepEqual(bound.sort(), names.sort());
});

test('it and the examples are of this version', () => {
  assert.equal(JSON.parse(read(`${EASYCOM}/package.json`)).version, version);
  const place = `file:../../pkg/wx-phone-login-${version}.tgz`;
  for (const name of Object.keys(EXAMPLES)) {
    assert.equal(JSON.parse(read(`examples/${name}/package.json`)).dependencies['wx-phone-login'], place, name);
    const { packages } = JSON.parse(read(`examples/${name}/package-lock.json`));
    const { version: locked, resolved } = packages['node_modules/wx-phone-login'];
    assert.deepEqual([locked, resolved], [version, place], name);
  }
});
