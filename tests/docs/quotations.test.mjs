/** Every block of code in the guides stands in a file that a test runs, letter by letter. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';

import { filesBelow } from '../../scripts/files.mjs';
import { root } from '../support/realm/package-files.mjs';

/** Documents that are run as they stand: tests/realm/readme.test.mjs, tests/scenarios, tests/cloud and tests/self-check do. */
const RUN_AS_THEY_STAND = [
  'docs/guide/install.md',
  'docs/guide/install.zh-CN.md',
  'docs/own-component.md',
  'docs/own-component.zh-CN.md',
  'docs/selfcheck.md',
  'docs/selfcheck.zh-CN.md',
  'docs/server.md',
  'docs/server.zh-CN.md',
  'docs/shell.md',
  'docs/shell.zh-CN.md',
];

/** Files that may be quoted: what is shipped, and what tests run. */
const QUOTED = /^(README(\.zh-CN)?\.md|miniprogram\/|cloudfunctions\/|examples\/)/;

const CODE = ['js', 'xml', 'json', 'vue', 'ts', 'tsx', 'mjs', 'java', 'python'];
const BLOCK = /(?:<!-- from (\S+) -->\n\n)?^```(\w*)\n([^]*?)^```$/gm;

/** The blocks of code of a document: the file that each says it is from, and its text. */
const blocksOf = (text) =>
  Array.from(text.matchAll(BLOCK), ([, file, language, code]) => ({ file, language, code })).filter(({ language }) =>
    CODE.includes(language),
  );

/** A part of a file may stand further to the left than there. */
function isPartOf(code, whole) {
  const indents = new Set(Array.from(whole.matchAll(/^ */gm), ([indent]) => indent));
  return [...indents].some((indent) => whole.includes(code.replace(/^(?=.)/gm, indent)));
}

const isQuoted = ({ file, code }) =>
  Boolean(file) && QUOTED.test(file) && isPartOf(code, readFileSync(join(root, file), 'utf8').replace(/\n*$/, '\n'));

const documents = filesBelow(join(root, 'docs'))
  .map((path) => relative(root, path))
  .filter((path) => path.endsWith('.md') && !RUN_AS_THEY_STAND.includes(path));

test('every block of code of the guides is part of the file that it names', () => {
  const blocks = documents.flatMap((path) =>
    blocksOf(readFileSync(join(root, path), 'utf8')).map((block) => ({ path, ...block })),
  );
  assert.ok(blocks.length > 40);
  const others = blocks.filter((block) => !isQuoted(block)).map(({ path, file, code }) => `${path}: ${file}: ${code}`);
  assert.deepEqual(others, []);
});

test('a block that is not in its file is noticed', () => {
  const [block] = blocksOf('<!-- from miniprogram/app.js -->\n\n```js\nconst no = 1;\n```\n');
  assert.equal(isQuoted(block), false);
  assert.equal(isQuoted({ ...block, code: 'App({\n' }), true);
  assert.equal(isQuoted({ ...block, file: undefined, code: 'App({\n' }), false);
});
