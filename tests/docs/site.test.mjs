/** The site of the guides is built as `npm run docs:build` builds it, and whatever it links to is there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { filesBelow } from '../../scripts/files.mjs';
import { root } from '../support/realm/package-files.mjs';

const site = join(root, 'target', 'docs-site');

rmSync(site, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js'), 'build', 'docs'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});

/** The pages by their address. */
const pages = new Map(
  filesBelow(site)
    .filter((path) => path.endsWith('.html') && !path.includes(join('docs-site', 'files')))
    .map((path) => [`/${posix.relative(site, path)}`, readFileSync(path, 'utf8')]),
);

/** What has a place of its own on a page. */
const placesOn = (html) => new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => decoded(id)));
const decoded = (text) => decodeURIComponent(text.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));

/** What a page links to and shows, without what is elsewhere. */
const linksOn = (html) =>
  Array.from(html.matchAll(/ (?:href|src)="([^"]+)"/g), ([, link]) => decoded(link)).filter(
    (link) => !/^([a-z]+:|\/\/)/.test(link),
  );

function isThere(address, link) {
  const [path, place] = link.split('#');
  const target = path === '' ? address : posix.resolve(posix.dirname(address), path) + (path.endsWith('/') ? '/' : '');
  const file = target.endsWith('/') ? posix.join(target, 'index.html') : target;
  if (!existsSync(join(site, file))) return false;
  return !place || !file.endsWith('.html') || placesOn(pages.get(file) ?? '').has(place);
}

test('the site has the pages of both languages', () => {
  assert.ok(pages.size > 30);
  assert.match(pages.get('/index.html'), /<html lang="zh-CN"/);
  assert.match(pages.get('/en/index.html'), /<html lang="en"/);
});

test('whatever a page links to or shows is there, to the heading', () => {
  const dead = [...pages].flatMap(([address, html]) =>
    linksOn(html)
      .filter((link) => !isThere(address, link))
      .map((link) => `${address}: ${link}`),
  );
  assert.deepEqual([...new Set(dead)], []);
});

test('a link that leads nowhere is noticed', () => {
  assert.ok(!isThere('/theming.html', '/nowhere.html'));
  assert.ok(!isThere('/theming.html', '#nowhere'));
  assert.ok(isThere('/theming.html', '/theming.html#变量'));
});

test('the arrows of a state diagram are rows of a table', () => {
  const arrows = readFileSync(join(root, 'docs', 'states.md'), 'utf8').match(/^ +\w+ --> .*$/gm);
  const html = pages.get('/en/states.html');
  assert.ok(arrows.length > 20);
  for (const arrow of arrows) {
    const [, from, to, events] = /(\w+) --> (\w+): (.*)/.exec(arrow);
    const row = `<tr><td><code>${from}</code></td><td>${events}</td><td><code>${to}</code></td></tr>`;
    assert.ok(html.includes(row), arrow);
  }
});

test('codes and words can be searched for', async () => {
  const { miniSearch } = await import('../../docs/.vitepress/search.mjs');
  const index = filesBelow(join(site, 'assets')).find((path) => path.includes('localSearchIndexroot.'));
  const { default: MiniSearch } = await import('minisearch');
  const { default: json } = await import(pathToFileURL(index));
  const fields = { fields: ['title', 'titles', 'text'], storeFields: ['title', 'titles'] };
  const search = MiniSearch.loadJSON(json, { ...fields, ...miniSearch.options });
  const found = (text) => search.search(text, { combineWith: 'AND' }).map(({ id }) => id);
  assert.ok(found('1400001').includes('/en/reasons.html#quota-exhausted'));
  assert.ok(found('-604101').some((id) => id.startsWith('/en/')));
  assert.ok(found('遮罩').some((id) => id.startsWith('/theming.html')));
  assert.deepEqual(found('遮罩 nowheretobefound'), []);
});
