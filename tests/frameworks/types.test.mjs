/** The types for JSX and for Vue, as a project has them that has installed the package. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { install } from './project.mjs';

const LOGIN = 'src/pages/login/login.tsx';

/** What TypeScript says of a project. */
function complaints(project, ...options) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [compiler, ...options], { cwd: project, encoding: 'utf8' }).stdout;
}

test('Taro and React: the example fits the types, and a wrong use of them does not', async () => {
  const project = await install('taro-react');
  assert.equal(complaints(project, '-p', '.'), '');
  const text = readFileSync(join(project, LOGIN), 'utf8');
  const check = (found, wrong) => {
    writeFileSync(join(project, LOGIN), text.replace(found, wrong));
    return complaints(project, '-p', '.');
  };
  assert.match(check('idempotent', 'idempotent="yes"'), /'string' is not assignable to type 'boolean/);
  assert.match(check('onOtherlogin', 'onOtherLogin'), /onOtherLogin/, 'Taro binds no name with a capital');
});

/** As the checker of Vue's templates looks a component up. */
const VUE = `
import type { GlobalComponents } from 'vue';
type Props = InstanceType<GlobalComponents['LoginPopupSystem']>['$props'];
export const native: Props = {
  showPhonePopup: true, cloudFunction: 'phoneLogin',
  onClose: ({ detail }) => detail.visible, onOtherlogin: () => {}, onOtherLogin: () => {},
};
export const easycom: InstanceType<GlobalComponents['PhoneLogin']>['$props'] = {
  'onUpdate:showPhonePopup': (shown: boolean) => shown,
};
export const button: InstanceType<GlobalComponents['PhoneLoginButton']>['$props'] = {
  text: '登录', agreed: true, onLogin: ({ detail }) => detail.data,
};
`;

const OPTIONS =
  '--noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler --types wx-phone-login/vue';

test('Vue: the components are known to its templates, and a wrong use of them is an error', async () => {
  const project = await install('taro-vue');
  const check = (text) => {
    writeFileSync(join(project, 'use.ts'), text);
    return complaints(project, ...OPTIONS.split(' '), 'use.ts');
  };
  assert.equal(check(VUE), '');
  assert.match(check(VUE.replace('showPhonePopup: true', "showPhonePopup: 'yes'")), /not assignable to type 'boolean/);
  assert.match(check(VUE.replace('onClose', 'onClosed')), /onClosed/);
  assert.match(check(VUE.replace('onLogin:', 'onClose:')), /onClose/, 'a button never closes');
});
