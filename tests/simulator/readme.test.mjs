/** What the READMEs suggest to try, in order, by the names that they give. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { repository, stage } from './browser.mjs';
import { allowButton, openPopup, reached, toastText } from './popup-page.mjs';

const { open } = stage({ before, after });

/** The numbered steps below a line. */
async function stepsOf(file, below) {
  const text = await readFile(join(repository, file), 'utf8');
  const rest = text.slice(text.indexOf(`${below}\n`)).split(/\n#/)[0];
  return Array.from(rest.matchAll(/^\d+\. (.+)$/gm), ([, step]) => step);
}

/** 再登录一次: a user opens the popup and taps its button. */
async function again(scene) {
  await openPopup(scene);
  await allowButton(scene).click();
}

const codesIn = (entries) => entries.filter(({ text }) => text.endsWith(' ←')).map(({ detail }) => detail.code);
const isDisabled = (scene) => allowButton(scene).getAttribute('aria-disabled');

/** What each step of the Chinese README has to come to. What is tapped or chosen by name stands in the step. */
const STEPS = [
  async function logsIn({ phone, tap, storage, press }) {
    await tap('手机号登录');
    await tap('获取手机号');
    await press('允许');
    await phone.getByText('138****8000').waitFor();
    const { session } = await storage();
    assert.deepEqual(Object.keys(session).toSorted(), ['maskedNumber', 'token', 'user']);
    assert.doesNotMatch(JSON.stringify(session), /13800138000/);
  },
  async function refuses(scene) {
    await scene.tap('退出登录');
    await scene.choose('微信', '不允许');
    await again(scene);
    await reached(scene, 'rejected');
    const said = await toastText(scene);
    await scene.phone.getByRole('button', { name: '其他方式登录' }).waitFor();
    await scene.choose('微信', '关闭微信授权弹窗');
    await scene.tap('获取手机号');
    await scene.logged('toast', 3);
    assert.notEqual(await toastText(scene), said);
  },
  async function hasNoQuota(scene) {
    await scene.choose('微信', '额度用尽');
    await scene.tap('获取手机号');
    await scene.page.getByTestId('modal-confirm').click();
    assert.equal(await scene.page.getByTestId('quota-sheet').count(), 0);
    assert.equal(await isDisabled(scene), 'true');
  },
  async function isTooLate(scene) {
    await scene.tap('暂不授权');
    await scene.choose('微信', '直接允许');
    await scene.choose('服务端', 'code 无效、已使用或已过期（40029）');
    await again(scene);
    await reached(scene, 'failed');
    assert.equal(await toastText(scene), '授权已过期，请重新获取');
    assert.equal(await isDisabled(scene), 'false');
  },
  async function isNotDeployed(scene) {
    await scene.choose('服务端', '云函数未部署，重试后成功');
    await allowButton(scene).click();
    await scene.phone.getByRole('button', { name: '重试', exact: true }).waitFor();
    const asked = (await scene.log('platform')).length;
    await scene.tap('重试');
    await scene.phone.getByText('138****8000').waitFor();
    assert.equal((await scene.log('platform')).length, asked, 'WeChat was not asked again');
    const codes = codesIn(await scene.log('cloud'));
    assert.equal(codes.at(-1), codes.at(-2));
  },
  async function isTooOften(scene) {
    await scene.tap('退出登录');
    await scene.choose('服务端', '超过每分钟限制（45011），1 分钟后成功');
    await again(scene);
    await scene.phone.getByText('秒后自动重试').waitFor();
    await scene.press('离开页面');
    await scene.press('重新进入');
    await scene.tap('手机号登录');
    await scene.phone.getByRole('button', { name: '重试', exact: true }).waitFor();
  },
  async function isNotInTheList(scene) {
    await scene.press('重新开始');
    await scene.choose('页面', '登录（自己的服务器）');
    await scene.choose('服务端', '域名不在列表里，重试后成功');
    await again(scene);
    await reached(scene, 'failed');
    assert.equal((await scene.log('hint')).length, 1);
    assert.match(JSON.stringify(await scene.log('network')), /url not in domain list/);
    await scene.tap('重试');
    await reached(scene, 'verified');
    const codes = codesIn(await scene.log('network'));
    assert.deepEqual([codes.length, new Set(codes).size], [2, 1]);
  },
];

/** Ways to tap, press and choose by a name, each of which is kept. */
function byName({ page, phone }, names) {
  const keep = (name) => names.push(name) && name;
  const lists = { 微信: 'pick-platform', 服务端: 'pick-server', 页面: 'pick-verifier' };
  return {
    tap: (name) => phone.getByRole('button', { name: keep(name), exact: true }).click(),
    press: (name) => page.getByRole('button', { name: new RegExp(`^${keep(name)}( |$)`) }).click(),
    async choose(list, label) {
      const options = await page.getByTestId(lists[list]).locator('option').allTextContents();
      const found = options.filter((text) => text.split(' · ')[0] === keep(label));
      assert.equal(found.length, 1, label);
      await page.getByTestId(lists[list]).selectOption({ label: found[0] });
    },
  };
}

test('what the READMEs suggest to try goes as they say, in order, under the names that they give', async (t) => {
  const scene = await open(t, { settings: '' });
  const [suggested, inEnglish] = await Promise.all([
    stepsOf('README.zh-CN.md', '建议按顺序试试：'),
    stepsOf('README.md', 'Things to try, in order:'),
  ]);
  assert.deepEqual([suggested.length, inEnglish.length], [STEPS.length, STEPS.length]);
  for (const [index, step] of STEPS.entries()) {
    const names = [];
    await step({ ...scene, ...byName(scene, names) });
    for (const name of names) {
      assert.ok(suggested[index].includes(`「${name}」`), `${index + 1} says 「${name}」`);
      assert.ok(inEnglish[index].includes(name), `${index + 1} of README.md says ${name}`);
    }
  }
});
