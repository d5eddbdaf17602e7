/** `npm run check [-- module.wasm]`: shows what a module asks of a client, and refuses one that some would refuse. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { faults } from './build/check.mjs';
import { inspect } from './build/inspect.mjs';
import { main, readArguments, root, SetupError } from './command.mjs';

const shipped = join(root, 'miniprogram', 'phone-login', 'wx_phone_login_bg.wasm');

const list = (items) => items.join(', ') || 'none';

function rows(found) {
  if (found.beyondMvp) return Object.entries({ bytes: found.bytes, 'beyond the MVP': found.beyondMvp });
  const imports = Object.entries(found.imports).map(([module, count]) => `${count} from ${module}`);
  return [
    ['bytes', found.bytes],
    ['beyond the MVP', 'nothing, says wabt'],
    ['paths of a machine', list(found.machinePaths)],
    ['imports', list(imports)],
    ['exports', list(found.exports)],
    ['names per function', `${found.namesPerFunction} at most`],
    ['globals', `${found.globals}, exported: ${list(found.exportedGlobals)}`],
    ['64-bit integers', list(found.takesI64)],
    ['memory', `${found.memory?.initial} pages, ${found.memory?.max ? `${found.memory.max} at most` : 'may grow'}`],
  ];
}

await main(() => {
  const { positionals } = readArguments({}, 'npm run check [-- module.wasm]', { allowPositionals: true });
  const [path = shipped] = positionals;
  if (!existsSync(path)) throw new SetupError(`${path} is missing: \`npm run build\` makes the shipped one`);
  const found = inspect(readFileSync(path));
  for (const [name, value] of rows(found)) console.log(`${name.padEnd(20)}${value}`);
  const wrong = faults(found);
  if (wrong.length) throw new SetupError(`Not every client takes it: ${wrong.join('; ')}`);
  console.log('\nEvery client takes it.');
});
