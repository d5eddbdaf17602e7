/** docs/compatibility.md says what is tested, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { current, path } from '../support/engines/compatibility.mjs';

test('docs/compatibility.md lists the engines and the conditions of these tests', () => {
  assert.ok(readFileSync(path, 'utf8') === current(), 'docs/compatibility.md is not current: run `npm run docs`');
});

test('a document without the markers is not taken for a current one', () => {
  assert.throws(() => current('# Compatibility\n'), /no markers engines/);
});
