/** docs/compatibility.md, in both languages, says what is tested, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';

import { current, languages } from '../support/engines/compatibility.mjs';

for (const words of languages) {
  const name = `docs/${basename(words.path.pathname)}`;

  test(`${name} lists the engines and the conditions of these tests`, () => {
    assert.ok(readFileSync(words.path, 'utf8') === current(words), `${name} is not current: run \`npm run docs\``);
  });

  test(`${name} without the markers is not taken for a current one`, () => {
    assert.throws(() => current(words, '# Compatibility\n'), /no markers engines/);
  });
}
