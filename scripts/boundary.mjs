/** `node scripts/boundary.mjs node|shipped|chrome`: the tests of the boundary, which wasm-pack runs where wasm runs. */
import { join } from 'node:path';

import { shippedConfig, shippedEnv } from './build/compile.mjs';
import { main, readArguments, root, run, SetupError } from './command.mjs';
import { ensureBrowser, ensureWasmPack } from './setup.mjs';

const USAGE = 'node scripts/boundary.mjs node|shipped|chrome';

/** What cargo builds for these tests stays apart from what it builds for the host and for the package. */
const env = { CARGO_TARGET_DIR: join(root, 'target', 'wasm-tests') };

const places = {
  async node(wasmPack) {
    await run(wasmPack, ['test', '--node', '--', '--test', 'wasm_node'], { env });
  },
  async shipped(wasmPack) {
    const args = ['test', '--node', '--release', '--', '--test', 'wasm_node', ...shippedConfig()];
    await run(wasmPack, args, { env: shippedEnv });
  },
  /** Where there is no chromedriver wasm-pack fetches it. */
  async chrome(wasmPack) {
    const { chromedriver } = (await ensureBrowser()) ?? {};
    const driver = chromedriver ? ['--chromedriver', chromedriver] : [];
    await run(wasmPack, ['test', '--headless', '--chrome', ...driver, '--', '--test', 'wasm_browser'], { env });
  },
};

await main(async () => {
  const { positionals } = readArguments({}, USAGE, { allowPositionals: true });
  const place = places[positionals[0]];
  if (!place) throw new SetupError(`Usage: ${USAGE}`);
  await place(await ensureWasmPack());
});
