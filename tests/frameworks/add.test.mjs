/** A project of each framework, without any copying of its own, gets the sheet by `add` and by what that says to do. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { withoutButton } from './changes.mjs';
import { visitCompiled } from './check.mjs';
import { FLOWS_OF_THE_SHEET } from './flows.mjs';
import { compiled, install } from './project.mjs';

const USING = /"?usingComponents"?: \{[^}]*\}/;
const COPYING = /^.*cpSync.*\n|^const (?:WASM|installed) = .*\n/gm;
const TARO_COPY = /copy: \{[^]*?options: \{\},\n {2}\},/;

const MODULE = [/import \{ forget \} from .*/, /import \{ forget \} from .*/];

/** What takes the example's own way of copying out, and puts in what the command says. */
const PROJECTS = {
  'uni-app': {
    'vite.config.js': [
      [COPYING, ''],
      [/plugins: /, /build: .*/, (line) => `${line} plugins: `],
    ],
    'src/pages.json': [[USING, /"usingComponents": .*/]],
    'src/pages/sms/sms.vue': [MODULE],
  },
  'taro-react': {
    'config/index.js': [[TARO_COPY, /copy: .*/]],
    'src/pages/login/login.config.ts': [[USING, /"usingComponents": .*/]],
    'src/pages/sms/sms.tsx': [MODULE],
  },
  mpx: {
    'vue.config.js': [[COPYING, '']],
    'src/pages/login/login.mpx': [[USING, /"usingComponents": .*/]],
    'src/pages/sms/sms.mpx': [MODULE],
  },
};

for (const [example, changes] of Object.entries(PROJECTS)) {
  test(`add in ${example}`, async (t) => {
    // The command says how to add the sheet alone.
    const project = await install(example, { change: (folder) => withoutButton(example, folder) });
    const command = join(project, 'node_modules', 'wx-phone-login', 'bin', 'wx-phone-login.mjs');
    const said = execFileSync(process.execPath, [command, 'add'], { cwd: project, encoding: 'utf8' });
    for (const [path, replacements] of Object.entries(changes)) change(join(project, path), replacements, said);
    // What was copied is all that there is.
    rmSync(join(project, 'node_modules', 'wx-phone-login'), { recursive: true });
    await visitCompiled(t, await compiled(example, project), FLOWS_OF_THE_SHEET);
  });
}

/** Puts what was said in the place of what is there; both have to be found. */
function change(path, replacements, said) {
  for (const [old, wanted, written = (line) => line] of replacements) {
    const text = readFileSync(path, 'utf8');
    assert.match(text, new RegExp(old, old.flags.replace('g', '')), path);
    const [line] = wanted === '' ? [''] : (said.match(wanted) ?? []);
    assert.ok(line !== undefined, `${wanted} is said`);
    writeFileSync(
      path,
      text.replace(old, () => written(line)),
    );
  }
}
