/** What a developer hears where a build has left the `.wasm` out, and what comes of doing what it says. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { root } from '../../scripts/command.mjs';
import { filesBelow } from '../../scripts/files.mjs';
import { ALLOWED } from '../support/realm/samples.mjs';
import { temporaryFolder } from '../support/wechat-compiler/compiler.mjs';
import { assertQuiet, open, SESSION, TOKEN, visit } from './flows.mjs';
import { until } from './runner/client.mjs';

const WASM = 'wx_phone_login_bg.wasm';
const SHIPPED = join(root, 'miniprogram', 'phone-login', WASM);

/** The only warning, and in it the only file and the only place. */
const HINT = /^warn: \[wx-phone-login\] runs as JavaScript: .*copy (\S+) to (\/\S+)\n/;

/** @typedef {import('./runner/visit.mjs').App} App */

/** The same mini-program without any `.wasm`. */
function withoutWasm({ folder, root: subpackage }) {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const found = filesBelow(copy).filter((path) => path.endsWith('.wasm'));
  assert.ok(found.length > 0);
  for (const path of found) rmSync(path);
  return { folder: copy, root: subpackage };
}

/** @type {Record<string, (app: App) => Promise<void>>} */
export const WITHOUT_WASM = {
  async 'without the .wasm the fallback runs, and one hint says which file to copy where, which helps'(app) {
    const without = withoutWasm(app);
    const visited = await visit(without);
    const [hint, ...others] = visited.client.complaints;
    assert.deepEqual(others, []);
    const [, file, place] = hint.match(HINT) ?? assert.fail(hint);
    assert.equal(file, WASM);
    // The component's own, three below the root, and three below that of a subpackage.
    assert.ok(visited.client.wasmPaths.length <= (app.root ? 7 : 4), visited.client.wasmPaths.join(', '));
    await logIn(visited);
    assert.equal(visited.client.complaints.length, 1, 'it is said once');

    mkdirSync(dirname(join(without.folder, place)), { recursive: true });
    cpSync(SHIPPED, join(without.folder, place));
    const helped = await visit(without);
    await logIn(helped);
    assertQuiet(helped);
  },
};

async function logIn(visited) {
  await open(visited);
  await visited.ask(ALLOWED);
  await visited.answer(SESSION);
  assert.ok(await until(() => visited.asked.storage.get('session') === TOKEN));
}
