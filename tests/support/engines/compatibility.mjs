/** The tables of docs/compatibility.md, in both languages, that say what the tests of this folder run, made from the tests' own lists. */
import { readFileSync } from 'node:fs';

import { backends, conditions, OF_OLD_CLIENTS } from './conditions.mjs';
import { engines } from './engines.mjs';
import { counts } from './script.mjs';

const documentAt = (name) => new URL(`../../../docs/${name}`, import.meta.url);

const row = (cells) => `| ${cells.join(' | ')} |\n`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map(row).join('');

const english = {
  path: documentAt('compatibility.md'),
  of: (text) => text,
  count: (count, kind) => `${count} ${kind}${kind.endsWith('memory') ? '' : 's'}`,
  listed: (items) => items.join(', '),
  checks: (listed) => `Each run makes the same checks (${listed}).`,
  engines: ['stands for', 'engine', 'run', 'backends'],
  in: `Each in ${OF_OLD_CLIENTS.join(' and in ')}, with all the checks.`,
  conditions: ['client', 'backends'],
};

/** What the lists say, in Chinese. */
const CHINESE = {
  scenario: '个测试场景',
  'button event': '个按钮事件',
  text: '项文字',
  number: '项数字',
  memory: '项内存',
  V8: 'V8',
  'JavaScriptCore without JIT': '没有 JIT 的 JavaScriptCore',
  JavaScriptCore: 'JavaScriptCore',
  Chromium: 'Chromium',
  SpiderMonkey: 'SpiderMonkey',
  Android: '安卓',
  'iOS, iPadOS, macOS': 'iOS、iPadOS、macOS',
  Windows: 'Windows',
  'none: the compilers of the engine of iOS, which WeChat may not use there':
    '不代表客户端：iOS 引擎的编译器，微信不一定能用',
  'none: a third engine, which in the release of 2020 lacks what old clients lack':
    '不代表客户端：第三种引擎，2020 年的版本缺少旧客户端缺少的东西',
  'in Node, in a realm that holds nothing newer than base library 2.30 has': 'Node 里，只留下基础库 2.30 有的东西',
  'the shell of WebKitGTK, with --useJIT=false': 'WebKitGTK 的 shell，`--useJIT=false`',
  'the shell of WebKitGTK': 'WebKitGTK 的 shell',
  'headless, in a page of its own': '无界面模式，单独的页面',
  'the shell of Firefox, the oldest release that is to be had': 'Firefox 的 shell，能找到的最旧版本',
  'without BigInt': '没有 BigInt',
  'without FinalizationRegistry': '没有 FinalizationRegistry',
  'without WeakRef': '没有 WeakRef',
  'without globalThis': '没有 globalThis',
  'without any of these': '以上都没有',
  'with promises that settle late, as on iOS up to 15': 'Promise 的回调延后，如 iOS 15 及以下',
  'with an Instance for an answer': '`instantiate` 直接返回 Instance',
  'as old as can be': '最旧的客户端',
  'as old as can be, with an Instance for an answer': '最旧的客户端，并且直接返回 Instance',
};

/** Throws for what nobody has translated. */
function inChinese(text) {
  if (!Object.hasOwn(CHINESE, text)) throw new Error(`docs/compatibility.zh-CN.md: what is "${text}" in Chinese?`);
  return CHINESE[text];
}

const chinese = {
  path: documentAt('compatibility.zh-CN.md'),
  of: inChinese,
  count: (count, kind) => `${count} ${inChinese(kind)}`,
  listed: (items) => items.join('、'),
  checks: (listed) => `每次运行做同样的检查：${listed}。`,
  engines: ['代表的客户端', '引擎', '怎样运行', '形式'],
  in: `每种条件在 ${OF_OLD_CLIENTS.map(inChinese).join(' 和')} 里各运行一遍，做全部检查。`,
  conditions: ['客户端', '形式'],
};

/** The documents that hold the tables. */
export const languages = [english, chinese];

function enginesTable(words) {
  const checks = words.listed(Object.entries(counts).map(([kind, count]) => words.count(count, kind)));
  const rows = engines.map(({ client, name, how }) => [
    words.of(client),
    words.of(name),
    words.of(how),
    words.listed(backends),
  ]);
  return `${words.checks(checks)}\n\n${table(words.engines, rows)}`;
}

function conditionsTable(words) {
  const rows = Object.entries(conditions).map(([what, { backend }]) => [
    words.of(what),
    backend ?? words.listed(backends),
  ]);
  return `${words.in}\n\n${table(words.conditions, rows)}`;
}

/** A document as it is to be: what stands between its `<!-- name -->` markers is replaced. */
export function current(words, document = readFileSync(words.path, 'utf8')) {
  const withEngines = between(document, 'engines', enginesTable(words));
  return between(withEngines, 'conditions', conditionsTable(words));
}

function between(document, name, content) {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [start, end] = [document.indexOf(open) + open.length, document.indexOf(close)];
  if (end < start || start < open.length) throw new Error(`docs/compatibility.md has no markers ${name}`);
  return document.slice(0, start) + content + document.slice(end);
}
