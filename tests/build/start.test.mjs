/** `npm start` in a clone: Node is enough, and it says where what is built is not of the sources that are there. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { output, root } from '../../scripts/command.mjs';

const STALE = /The built files are of other sources than those that are here.*rustup/;

const folder = mkdtempSync(join(tmpdir(), 'wx-phone-login-start-'));
after(() => rmSync(folder, { recursive: true }));

/** What git has, the built files among it, as somebody who clones it has it; the npm packages are there. */
function clone(name) {
  const place = join(folder, name);
  for (const path of output('git', ['ls-files', '--cached', '--others', '--exclude-standard']).split('\n')) {
    if (/^(src|scripts|simulator|miniprogram|cloudfunctions|Cargo|package|rust-)/.test(path)) copy(path, place);
  }
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  return place;
}

function copy(path, place) {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  cpSync(join(root, path), join(place, path));
}

/** Starts the simulator where no other program is found; what it says until it serves. */
async function start(place) {
  const env = { PATH: join(folder, 'no-programs'), HOME: folder, CI: 'true' };
  const child = spawn(process.execPath, [join(place, 'simulator', 'start.mjs'), '--port', '0'], { cwd: place, env });
  let said = '';
  try {
    for await (const chunk of child.stdout) {
      said += chunk;
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (address) return { said, status: (await fetch(address)).status };
    }
    return { said, status: undefined };
  } finally {
    child.kill();
  }
}

test('a clone serves the simulator without Rust, and without a word about it', async () => {
  const { said, status } = await start(clone('fresh'));
  assert.equal(status, 200, said);
  assert.doesNotMatch(said, /built|Rust/);
});

for (const source of ['src/reason.rs', 'Cargo.lock', 'scripts/build/glue.mjs']) {
  test(`a change in ${source} is said, and what is built is served`, async () => {
    const place = clone(`changed-${source.replaceAll('/', '-')}`);
    appendFileSync(join(place, source), '\n');
    const { said, status } = await start(place);
    assert.match(said, STALE);
    assert.equal(status, 200, said);
  });
}

test('a change in the glue of the component is none of what is built', async () => {
  const place = clone('component');
  appendFileSync(join(place, 'miniprogram/phone-login/driver.js'), '\n');
  assert.doesNotMatch((await start(place)).said, STALE);
});
