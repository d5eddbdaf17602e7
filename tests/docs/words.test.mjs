/** The Chinese of the documents uses the words of its glossary, and the READMEs are short. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { test } from 'node:test';

import { filesBelow } from '../../scripts/files.mjs';
import { root } from '../support/realm/package-files.mjs';

/** What is unclear, wrong or of another language, with what is said instead. */
const INSTEAD = {
  换取手机号: /换号|取号(?!码)/,
  脱敏: /打了?码/,
  对话框: /弹框/,
  微信授权弹窗: /面板/,
  拉起: /唤起|唤出|呼出/,
  轻提示: /吐司/,
  勾选框: /复选框/,
  登录态: /会话/,
  token: /令牌(?!权限)/,
  快速验证: /快捷验证|一键验证/,
  额度: /配额/,
  完整手机号: /明文号码|真实号码/,
  返回: /回应/,
  幂等: /等幂/,
  告警: /预警|警报/,
  云函数: /云端函数/,
  基础库: /基本库/,
  分包: /子包/,
  关怀模式: /老年模式/,
  重新授权: /重新取 code/,
  重试: /重发/,
  仍然有效: /撑得过|算数|帮不上忙/,
  原始错误信息: /原话/,
  '见……': /可以在.{1,20}中找到|如下所示的/,
  动词: /进行.{0,6}操作|实现了对/,
  你: /您/,
  '「」': /[“”]/,
  '-': /−/,
  '登录、账号、其他': /登陆|帐号|其它/,
  遮罩: /蒙层|蒙版/,
  深色模式: /暗黑模式|夜间模式/,
};

const below = (folder) => filesBelow(join(root, folder)).map((path) => relative(root, path));
const documents = ['README.zh-CN.md', ...below('docs')].filter(
  // Reasons lists the words of others, by which they are recognised.
  (path) => path.endsWith('.zh-CN.md') && path !== 'docs/reasons.zh-CN.md',
);
const SCREENS = ['pkg/README.md', 'miniprogram/phone-login/hints.js', ...below('simulator')].filter((path) =>
  /\.(md|html|m?js)$/.test(path),
);

const chineseLinesOf = (path) =>
  readFileSync(join(root, path), 'utf8')
    .split('\n')
    .filter((line) => /\p{Script=Han}/u.test(line))
    .map((line) => `${path}: ${line}`);

for (const [instead, unclear] of Object.entries(INSTEAD)) {
  test(`documents and simulator say ${instead} and not ${unclear.source}`, () => {
    const lines = [...documents, ...SCREENS].flatMap(chineseLinesOf);
    assert.ok(lines.length > 1000);
    assert.deepEqual(
      lines.filter((line) => unclear.test(line)),
      [],
    );
  });
}

test('an unclear word is noticed', () => {
  assert.match('弹窗自己换号', INSTEAD.换取手机号);
  assert.doesNotMatch('读取号码', INSTEAD.换取手机号);
});

const textOf = (path) => readFileSync(join(root, path), 'utf8');
/** Its headings, rows of tables and blocks of code, in their order, without their words. */
const outlineOf = (path) => textOf(path).match(/^(?:#{1,3}(?= )|\||```)/gm);
const englishOf = (chinese) => chinese.replace('.zh-CN', '');

/** Of what is for those who work on the inside, Chinese has a summary. */
const SUMMARIES = ['field', 'performance', 'states'].map((name) => `docs/${name}.zh-CN.md`);
const PAGES = documents.filter((path) => !path.includes('[') && !path.includes('index') && !SUMMARIES.includes(path));

for (const chinese of PAGES) {
  test(`${chinese} has the headings, tables and code of its English page`, () => {
    assert.deepEqual(outlineOf(chinese), outlineOf(englishOf(chinese)));
  });
}

for (const chinese of SUMMARIES) {
  test(`${chinese} says that it is a summary, and of which page`, () => {
    const [note] = textOf(chinese).match(/^> 这一页是摘要.*$/m);
    assert.ok(note.includes(`[英文页](${basename(englishOf(chinese))})`));
  });
}

/** Lines that a README has at most, and before which it does not speak of how it is made. */
const LONGEST = 120;
const BEGINNING = 40;

for (const readme of ['README.md', 'README.zh-CN.md']) {
  test(`${readme} is short, and begins with what it does`, () => {
    const lines = readFileSync(join(root, readme), 'utf8').split('\n');
    assert.ok(lines.length <= LONGEST);
    assert.doesNotMatch(lines.slice(0, BEGINNING).join('\n'), /Rust|WebAssembly/);
  });
}
