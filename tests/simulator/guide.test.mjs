/** What the guide to the simulator suggests to try, in order, by the names that they give. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { repository, stage } from '../support/simulator/browser.mjs';
import { allowButton, openPopup, reached, statusLine } from './popup-page.mjs';

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

/** What each step of the Chinese guide has to come to. What is tapped or chosen by name stands in the step. */
const STEPS = [
  async function logsIn({ phone, tap, storage, press, said }) {
    await tap('手机号登录');
    await tap('使用微信手机号登录');
    await press('允许');
    await said('登录成功');
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
    const reason = await statusLine(scene).textContent();
    assert.match(reason, /^[\p{Script=Han}，]+$/u);
    await scene.said('其他方式登录');
    await scene.choose('微信', '关闭微信授权弹窗');
    await scene.tap('使用微信手机号登录');
    await scene.phone.getByText('授权未完成').waitFor();
    assert.notEqual(await statusLine(scene).textContent(), reason);
  },
  async function hasNoQuota(scene) {
    await scene.choose('微信', '额度用尽');
    await scene.tap('使用微信手机号登录');
    await reached(scene, 'out_of_quota');
    assert.equal(await allowButton(scene).textContent(), scene.named('其他方式登录'));
    for (const id of ['modal', 'quota-sheet']) assert.equal(await scene.page.getByTestId(id).count(), 0, id);
  },
  async function isTooLate(scene) {
    await scene.tap('暂不登录');
    await scene.choose('微信', '直接允许');
    await scene.choose('服务端', 'code 无效、已使用或已过期（40029）');
    await again(scene);
    await reached(scene, 'failed');
    await scene.said('本次授权已失效，重新授权即可继续');
    await scene.said('重新授权');
    assert.equal((await scene.state()).openType, 'getPhoneNumber');
  },
  async function isNotDeployed(scene) {
    await scene.choose('服务端', '云函数未部署，重试后成功');
    await scene.tap('重新授权');
    await scene.phone.getByRole('button', { name: '再试一次', exact: true }).waitFor();
    assert.equal(await allowButton(scene).textContent(), scene.named('其他方式登录'));
    const asked = (await scene.log('platform')).length;
    await scene.tap('再试一次');
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
    await scene.said('重试');
  },
  async function isNotInTheList(scene) {
    await scene.press('重新开始');
    await scene.choose('页面', '登录（自己的服务器）');
    await scene.choose('服务端', '域名不在列表里，重试后成功');
    await again(scene);
    await reached(scene, 'failed');
    assert.equal((await scene.log('hint')).length, 1);
    assert.match(JSON.stringify(await scene.log('network')), /url not in domain list/);
    await scene.tap('再试一次');
    await reached(scene, 'verified');
    const codes = codesIn(await scene.log('network'));
    assert.deepEqual([codes.length, new Set(codes).size], [2, 1]);
  },
];

/** Ways to tap, press, choose and read by a name, each of which is kept. */
function byName({ page, phone }, names) {
  const keep = (name) => names.push(name) && name;
  const lists = { 微信: 'pick-platform', 服务端: 'pick-server', 页面: 'pick-verifier' };
  return {
    named: keep,
    said: (text) => phone.getByText(keep(text), { exact: true }).first().waitFor(),
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

test('what the guides suggest to try goes as they say, in order, under the names that they give', async (t) => {
  const scene = await open(t, { settings: '' });
  const [suggested, inEnglish] = await Promise.all([
    stepsOf('docs/guide/simulator.zh-CN.md', '建议按顺序试试：'),
    stepsOf('docs/guide/simulator.md', 'Things to try, in order:'),
  ]);
  assert.deepEqual([suggested.length, inEnglish.length], [STEPS.length, STEPS.length]);
  for (const [index, step] of STEPS.entries()) {
    const names = [];
    await step({ ...scene, ...byName(scene, names) });
    for (const name of names) {
      assert.ok(suggested[index].includes(`「${name}」`), `${index + 1} says 「${name}」`);
      assert.ok(inEnglish[index].includes(name), `${index + 1} of the English guide says ${name}`);
    }
  }
});
