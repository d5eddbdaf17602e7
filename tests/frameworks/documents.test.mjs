/** The pages for the frameworks show what the examples hold, in both languages, and nothing else. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';

const FOLDER = join(root, 'docs', 'frameworks');
const CHINESE = '.zh-CN.md';

const { version } = JSON.parse(readFileSync(join(root, 'pkg', 'package.json'), 'utf8'));
const names = readdirSync(FOLDER);

/** The blocks of code of a page: the language, the text, and the file that the comment above it names. */
function blocks(name) {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const found = text.matchAll(/(?:<!-- from (\S+) -->\n\n)?```(\w+)\n(.*?)\n```/gs);
  return [...found].map(([, file, language, code]) => ({ file, language, code }));
}

for (const name of names) {
  test(`${name} quotes its code from the examples`, () => {
    const all = blocks(name);
    assert.ok(all.length >= 3);
    for (const { file, language, code } of all) {
      if (language === 'sh') assert.match(code, new RegExp(`^npm install \\S+/wx-phone-login-${version}\\.tgz$`));
      else assert.ok(readFileSync(join(root, file), 'utf8').includes(code), `${file}:\n${code}`);
    }
  });
}

for (const name of names.filter((one) => !one.endsWith(CHINESE))) {
  test(`${name} is there in Chinese, with the same code`, () => {
    const code = (page) => blocks(page).filter(({ language }) => language !== 'sh');
    assert.deepEqual(code(name.replace('.md', CHINESE)), code(name));
  });
}
