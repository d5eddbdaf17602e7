/** The WXSS of every component: by our rules, and by WeChat's own WXSS compiler. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';
import { declarationsOfSelectors, faults } from '../support/wxss-rules.mjs';

// CommonJS, with a program of WeChat's for Linux, macOS and Windows on x64 inside.
const { wxssToJs } = createRequire(import.meta.url)('miniprogram-compiler');
const canRun = process.arch === 'x64' || process.platform === 'darwin';

const miniprogram = join(root, 'miniprogram');
const sheets = filesBelow(join(miniprogram, 'components')).filter((path) => path.endsWith('.wxss'));

/** What WeChat's compiler says of a component's WXSS: a selector that it does not take, that it cannot read it, or nothing. */
function complaint(wxss) {
  const folder = mkdtempSync(join(tmpdir(), 'wxss-'));
  try {
    writeFileSync(join(folder, 'a.json'), '{ "component": true }');
    writeFileSync(join(folder, 'a.wxss'), wxss);
    return /Some selectors are not allowed[^"']*/.exec(wxssToJs(folder))?.[0];
  } catch (error) {
    return error.message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('there is a component with a style sheet', () => {
  assert.ok(
    sheets.some((path) => path.endsWith('login-popup-system.wxss')),
    sheets.join(),
  );
});

for (const path of sheets) {
  const name = relative(miniprogram, path);
  const wxss = readFileSync(path, 'utf8');
  test(`${name} holds nothing that some client takes otherwise`, () => assert.deepEqual(faults(wxss), []));
  test(`WeChat's compiler takes every selector of ${name}`, { skip: !canRun }, () =>
    assert.equal(complaint(wxss), undefined),
  );
}

/** What two style sheets say of the selectors that both have, where it differs; a variable that one lacks is none of its. */
function differences(one, other) {
  const [ours, theirs] = [one, other].map(declarationsOfSelectors);
  const both = Object.keys(ours).filter((selector) => selector in theirs);
  const isCommon = (name) => !name.startsWith('--');
  return both.filter((selector) => {
    const names = [...new Set([ours, theirs].flatMap((sheet) => Object.keys(sheet[selector])))];
    const compared = names.filter((name) => isCommon(name) || (name in ours[selector] && name in theirs[selector]));
    return compared.some((name) => ours[selector][name] !== theirs[selector][name]);
  });
}

const [popup, button] = ['login-popup-system', 'phone-login-button'].map((name) =>
  readFileSync(
    sheets.find((path) => path.endsWith(`${name}.wxss`)),
    'utf8',
  ),
);

test('a class that both components have looks the same in both', () => {
  const both = Object.keys(declarationsOfSelectors(button)).filter(
    (selector) => selector in declarationsOfSelectors(popup),
  );
  assert.ok(both.includes('.status-icon') && both.includes('.popup-dark'), both.join());
  assert.deepEqual(differences(popup, button), []);
});

for (const [how, ours, theirs, expected] of [
  ['another value', '.a { color: red }', '.a { color: blue }', ['.a']],
  ['one more declaration', '.a { color: red }', '.a { color: red; margin: 0 }', ['.a']],
  [
    'another value in the dark',
    '@media (a) { .a { color: red } }',
    '@media (a) { .a { color: blue } }',
    ['@media (a) .a'],
  ],
  ['another value in one of two rules', '.a, .b { color: red } .a { top: 0 }', '.a { color: red; top: 1px }', ['.a']],
  [
    'another step of an animation',
    '@keyframes a { to { top: 0 } }',
    '@keyframes a { to { top: 1px } }',
    ['@keyframes a to'],
  ],
  ['another value of a variable', '.a { --b: 1 }', '.a { --b: 2 }', ['.a']],
  ['a variable that one has no use for', '.a { --b: 1; --c: 1 }', '.a { --b: 1 }', []],
  ['a class that one has not', '.a { color: red }', '.b { color: blue }', []],
]) {
  test(`${how} is ${expected.length ? 'a' : 'no'} difference`, () => {
    assert.deepEqual(differences(ours, theirs), expected);
    assert.deepEqual(differences(theirs, ours), expected);
  });
}

/** Selectors that are not for a component; the second value says whether WeChat's compiler sees it. */
const SELECTORS = {
  '.btn[disabled]': [/^1: attribute selector/, true],
  '#phone-number-button': [/^1: id selector/, true],
  button: [/^1: tag selector/, true],
  '.popup view': [/^1: tag selector/, true],
  '.popup *': [/^1: universal selector/, true],
  '.popup > ::after': [/^1: no class/, true],
  '.btn:not([disabled])': [/^1: attribute selector/, false],
};

for (const [selector, [expected, isSeen]] of Object.entries(SELECTORS)) {
  const wxss = `${selector} { color: red }`;
  test(`${selector} is refused`, () => assertRefused(wxss, expected));
  test(`${selector} is ${isSeen ? '' : 'not '}seen by WeChat's compiler`, { skip: !canRun }, () => {
    assert.equal(complaint(wxss) !== undefined, isSeen);
  });
}

const REFUSED = {
  '@media (min-width: 1px) { .a[b] { color: red } }': /^1: attribute selector/,
  '.a {\n display: flex }': /^2: no flex-direction: \.a$/,
  '.a { display: inline-flex; flex-wrap: wrap }': /^1: no flex-direction/,
  '.a { overflow-y: auto }': /^1: scrolls without a scroll-view/,
  '.a { overflow: hidden scroll }': /^1: scrolls without a scroll-view/,
  '.a { width: min(1rpx, 1px) }': /^1: no plain value/,
  '.a { padding: 1px; padding: calc(max(1rpx, 1px) + 1px) }': /^1: no plain value/,
  '.b { width: 1px }\n.a { width: clamp(1px, 1rpx, 2px) }': /^2: no plain value/,
  '.a { height: 1px }\n.a { width: min(1rpx, 1px) }': /^2: no plain value/,
};

for (const [wxss, expected] of Object.entries(REFUSED)) {
  test(`${wxss.replaceAll('\n', ' ')} is refused`, () => assertRefused(wxss, expected));
}

function assertRefused(wxss, expected) {
  const [fault, ...others] = faults(wxss);
  assert.match(fault ?? 'nothing', expected);
  assert.deepEqual(others, []);
}

const TAKEN = [
  '.a:not(:empty) + .b > .c.d::after, .e { display: none; overflow: hidden }',
  '.a { display: flex; flex-direction: row }',
  '@keyframes a { from { opacity: 0 } 50% { opacity: 1 } }',
  '.a { width: 1px }\n@media (max-width: 1px) { .a { width: min(1rpx, 1px) } }',
  '.a { grid-template-columns: minmax(1px, 2px); width: var(--min) }',
];

for (const wxss of TAKEN) {
  test(`${wxss.replaceAll('\n', ' ')} is taken`, () => assert.deepEqual(faults(wxss), []));
}
