/** What SECURITY.md says of packages with a known weakness: the functions load them, and run nothing of theirs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { after, mock, test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { functionFolder, functionNames } from '../../scripts/function-modules.mjs';
import { timerEnvironment } from '../../simulator/cloud/environment.mjs';
import { serverAnswers } from '../../simulator/cloud/index.mjs';
import { loadFunction } from './in-process.mjs';
import { versionsBelow } from './lock-file.mjs';

const document = readFileSync(join(root, 'SECURITY.md'), 'utf8');
/** Rows such as "| `lodash.set` | 4.3.2 | CVE-… |", once in Chinese and once in English. */
const rows = [...document.matchAll(/^\| `([^`]+)` \| (\S+) \| (CVE-.*?) \|/gm)].map(([, ...row]) => row);
const [chinese, english] = [rows.slice(0, rows.length / 2), rows.slice(rows.length / 2)];
const weak = chinese.map(([name]) => name);

for (const method of ['error', 'log']) mock.method(console, method, () => {});

const session = new Session();
session.connect();
after(() => session.disconnect());
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

/** The packages of which a function has run since this was asked last. */
async function packagesThatRan() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const ran = result.filter(({ functions }) => functions.some(({ ranges }) => ranges[0].count > 0));
  return new Set(ran.map(({ url }) => packageAt(url)));
}

const packageAt = (path) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1];

/** The report answers its timer alone. */
const asTimer = ['phoneLoginReport'];

/** Every answer that WeChat's server gives within the time of a function. */
const answers = Object.entries(serverAnswers).filter(([, { client, late }]) => !client && !late);

for (const name of functionNames) {
  test(`${name}: both halves of SECURITY.md name the same packages, in the versions of the lock file`, () => {
    assert.ok(chinese.length, 'the rows are found');
    assert.deepEqual(english, chinese);
    const lock = JSON.parse(readFileSync(join(functionFolder(name), 'package-lock.json'), 'utf8'));
    const pinned = versionsBelow(lock, 'wx-server-sdk');
    for (const [weakOne, version] of chinese) assert.deepEqual(pinned[weakOne], [version], weakOne);
  });

  test(name, async (t) => {
    const { main, answerWith, require } = await loadFunction({ name });

    await t.test('each of them is loaded with the SDK', () => {
      const loaded = new Set(Object.keys(require.cache).map(packageAt));
      assert.deepEqual(
        weak.filter((weakOne) => !loaded.has(weakOne)),
        [],
      );
    });

    for (const [id, answer] of answers) {
      await t.test(`${id}: nothing of them runs, and nothing of axios`, async () => {
        await packagesThatRan();
        answerWith(answer);
        if (asTimer.includes(name)) Object.assign(process.env, timerEnvironment('no-token'));
        await main({ code: `__proto__.${id}` });
        const ran = await packagesThatRan();
        assert.ok(ran.has('wx-server-sdk') && ran.has('@cloudbase/node-sdk'), 'what runs is seen');
        assert.deepEqual(
          [...weak, 'axios'].filter((weakOne) => ran.has(weakOne)),
          [],
        );
      });
    }

    await t.test('a call of one of them would be seen', async () => {
      await packagesThatRan();
      const place = Object.keys(require.cache).find((path) => packageAt(path) === weak[0]);
      require(place)({}, 'a', 1);
      assert.ok((await packagesThatRan()).has(weak[0]));
    });
  });
}
