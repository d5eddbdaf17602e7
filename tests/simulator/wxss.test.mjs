/** What becomes of WXSS before a browser sees it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { toCss } from '../../simulator/project/units.mjs';
import { readWxss } from '../../simulator/project/wxss.mjs';
import { scopeSelector } from '../../simulator/web/phone/style-scope.js';

async function folder(t, files) {
  const path = await mkdtemp(join(tmpdir(), 'wxss-'));
  t.after(() => rm(path, { recursive: true }));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(path, name), text)));
  return path;
}

const units = [
  ['width: 750rpx', 'width: calc(750 * 100vw / 750)'],
  ['margin: -1.5rpx .5rpx', 'margin: calc(-1.5 * 100vw / 750) calc(.5 * 100vw / 750)'],
  ['calc(100% - 20rpx)', 'calc(100% - calc(20 * 100vw / 750))'],
  ['.mt-20rpx { top: 1px }', '.mt-20rpx { top: 1px }'],
  ['env(safe-area-inset-bottom)', 'var(--safe-area-inset-bottom)'],
  ['env( safe-area-inset-top, 20px)', 'var(--safe-area-inset-top, 20px)'],
];

for (const [wxss, css] of units) {
  test(`${wxss} becomes ${css}`, () => assert.equal(toCss(wxss), css));
}

const selectors = [
  ['.a', '.c--a'],
  ['.a.b > .d:hover', '.c--a.c--b > .c--d:hover'],
  ['view .a::after', 'wx-view .c--a::after'],
  ['.a:not(.b), button[disabled]', '.c--a:not(.c--b), wx-button[disabled]'],
  ['.a:nth-child(2n + 1)', '.c--a:nth-child(2n + 1)'],
  ['.a[data-x=".b view"]', '.c--a[data-x=".b view"]'],
  [':host', '[wx-host="c"]'],
  ['page', 'body'],
  ['#id .a', '#id .c--a'],
  ['my-card .a', 'my-card .c--a'],
  ['scroll-view', 'wx-scroll-view'],
  ['.中文', '.c--中文'],
];

for (const [selector, scoped] of selectors) {
  test(`${selector} of the component c is ${scoped}`, () => assert.equal(scopeSelector(selector, 'c'), scoped));
}

test('a page has no scope of its own', () => assert.equal(scopeSelector('view .a', ''), 'wx-view .a'));

test('@import is inlined where it stands, comments are not read', async (t) => {
  const base = await folder(t, {
    'a.wxss': '@import "./b.wxss";\n/* @import "absent.wxss"; */\n.a { top: 0 }',
    'b.wxss': ".b { top: 0 }\n@import '/c.wxss';",
    'c.wxss': '.c { top: 1rpx }',
  });
  const css = await readWxss(base, 'a.wxss');
  assert.match(css, /^\.b \{ top: 0 \}\n\.c \{ top: calc\(1 \* 100vw \/ 750\) \}\s+\.a \{ top: 0 \}$/);
});

test('a circle of @import is an error that shows it', async (t) => {
  const base = await folder(t, { 'a.wxss': '@import "b.wxss";', 'b.wxss': '@import "a.wxss";' });
  await assert.rejects(readWxss(base, 'a.wxss'), /a\.wxss → b\.wxss → a\.wxss/);
});
