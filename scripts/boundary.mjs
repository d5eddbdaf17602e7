/** `node scripts/boundary.mjs node|shipped|chrome`: the tests of the boundary, which wasm-pack runs where wasm runs. */
import { join } from 'node:path';

import { shippedConfig, shippedEnv } from './build/compile.mjs';
import { main, root, run, SetupError } from './command.mjs';
import { ensureBrowser, ensureWasmPack } from './setup.mjs';

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
  const place = places[process.argv[2]];
  if (!place) throw new SetupError(`Name one of ${Object.keys(places).join(', ')}`);
  await place(await ensureWasmPack());
});
