/** Brings wasm3, the interpreter in which a test runs the shipped module: from PyPI, once. */
import { platform } from 'node:os';
import { join } from 'node:path';

import { cache } from './cache.mjs';
import { output, run, say, SetupError } from './command.mjs';
import { versions } from './versions.mjs';

const wanted = `pywasm3==${versions.pywasm3}`;
const python = platform() === 'win32' ? 'python' : 'python3';

/** How Python is run so that `import wasm3` works: a command, and what it needs in its environment. */
export async function ensureWasm3() {
  if (!works(['--version'])) {
    throw new SetupError('Python is missing: install Python 3 with pip (Debian: python3-pip) and try again');
  }
  const folder = join(cache, `pywasm3-${versions.pywasm3}`);
  if (!holdsWasm3(folder)) await install(folder);
  return { command: python, env: { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' } };
}

function works(args) {
  return output(python, args) !== undefined;
}

/** Asked of Python itself: what another version of it has built does not load. */
function holdsWasm3(folder) {
  return works(['-B', '-c', 'import sys; sys.path.insert(0, sys.argv[1]); import wasm3', folder]);
}

async function install(folder) {
  if (!works(['-m', 'pip', '--version'])) {
    throw new SetupError('pip is missing: install it (Debian: python3-pip) and try again');
  }
  say(`Building ${wanted} (about ten seconds, only this once)`);
  const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--upgrade', '--target', folder];
  await run(python, ['-m', 'pip', 'install', ...options, wanted], { quiet: true }).catch(explain);
  if (!holdsWasm3(folder)) explain();
}

function explain() {
  throw new SetupError(
    `${wanted} cannot be installed: it needs PyPI, a C compiler and Python's headers (Debian: gcc python3-dev)`,
  );
}
