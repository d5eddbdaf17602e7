/**
 * `node tests/frameworks/with-0.1.mjs [example …]`: the examples as they are, with the package of 0.1 in the place of
 * today's. Writes what goes wrong then beside the tests: `failures-of-0.1/`.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { root } from '../../scripts/command.mjs';
import { EXAMPLES } from '../../scripts/examples.mjs';
import { withoutButton } from './changes.mjs';
import { pagesFor } from './check.mjs';
import { FLOWS } from './flows.mjs';
import { build, install } from './project.mjs';

const TARBALL = join(root, 'tests', 'realm', 'wx-phone-login-0.1.0.tgz');
const FAILURES = fileURLToPath(new URL('failures-of-0.1', import.meta.url));

async function outcomeOf(flow, app) {
  try {
    await flow(app);
    return 'passes';
  } catch (error) {
    const { message, generatedMessage, actual, expected } = error;
    return `fails: ${generatedMessage ? `${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}` : message}`;
  }
}

for (const example of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(EXAMPLES)) {
  test(example, async () => {
    // 0.1 has no button that stands on a page by itself.
    const change = (project) => withoutButton(example, project);
    const project = await install(example, { tarball: TARBALL, with: [pagesFor(example)], change });
    // 0.1 has no component for easycom, without which the example would not be built.
    const uniModules = join(project, 'node_modules', 'wx-phone-login', 'uni_modules');
    cpSync(join(root, 'pkg', 'uni_modules'), uniModules, { recursive: true });
    const folder = await build(example, project);
    const lines = [`examples/${example} with wx-phone-login 0.1.0: what its own tools built.`, ''];
    for (const [name, flow] of Object.entries(FLOWS))
      lines.push(`${name}\n  ${await outcomeOf(flow, { folder, root: '' })}`);
    mkdirSync(FAILURES, { recursive: true });
    writeFileSync(join(FAILURES, `${example}.txt`), `${lines.join('\n')}\n`);
  });
}
