/** docs/operating.md, in both languages, says what is shipped. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { createDatabase } from '../../simulator/cloud/database.mjs';
import { functionsRoot, logIn, openCloud, verify } from './cloud.mjs';

const load = createRequire(`${functionsRoot}/phoneLogin/index.js`);
const { readSettings } = load('./exchange/settings');
const thresholds = createRequire(`${functionsRoot}/phoneLoginReport/index.js`)('./thresholds.json');

const shown = (value) => (typeof value === 'boolean' ? `\`${value ? 'on' : 'off'}\`` : String(value));

for (const name of ['operating.zh-CN.md', 'operating.md']) {
  const document = readFileSync(join(root, 'docs', name), 'utf8');
  const cells = [...document.matchAll(/^\| (.+) \|$/gm)].map(([, row]) => row.split(' | '));
  const defaultOf = (key) => cells.find(([cell]) => cell === `\`${key}\``)?.[1];

  for (const [key, value] of Object.entries({ ...readSettings({}, assert.fail), ...thresholds })) {
    test(`${name}: the default of ${key}`, () => assert.equal(defaultOf(key), shown(value)));
  }

  test(`${name} names every field of the line, and every one who can answer`, async () => {
    const cloud = await openCloud();
    const { lines } = await verify(cloud, { errcode: 40029, errmsg: 'no rid: 6705edf9-02858692-146b48b3' });
    const fields = Object.keys(lines[0]).filter((field) => field !== 'level');
    assert.ok(fields.length >= 10);
    const [, explained] = /^## (?:每次调用的日志|The line of a call)$([^]*?)^## /m.exec(document);
    for (const field of fields) assert.ok(explained.includes(`\`${field}\``), field);
    for (const by of ['wechat', 'cache', 'limit', 'breaker', 'session', 'function']) {
      assert.ok(explained.includes(`\`${by}\``), by);
    }
  });

  test(`${name} names every collection that the functions make, but that of the users`, async () => {
    const database = createDatabase();
    const cloud = await openCloud({ database });
    await logIn(cloud);
    await cloud.fireTimer({ name: 'phoneLoginReport' });
    const collections = Object.keys(database.contents()).filter((each) => each !== 'phone_login_users');
    assert.ok(collections.length >= 4, String(collections));
    for (const collection of collections) assert.ok(document.includes(`| \`${collection}\` |`), collection);
  });

  test(`${name} has the alarms of its picture`, () => {
    const said = document.match(/!\[.*?(\d\d\.\d) ?%.*?(\d\d\.\d) ?%.*\]\(images\/report\.png\)/);
    assert.ok(said);
    assert.equal(Number(said[2]), 100 * thresholds.lowestSuccessRate);
    assert.ok(readFileSync(join(root, 'docs/images/report.png')).length > 10_000);
  });
}
