/** `npm test`: brings what is missing, builds what is missing, runs every test. */
import { join } from 'node:path';

import { buildIfNeeded } from './build.mjs';
import { shippedConfig, shippedEnv } from './build/compile.mjs';
import { main, root, run, say } from './command.mjs';
import { filesBelow } from './files.mjs';
import { ensureJavaScriptCore, ensureSpiderMonkey } from './engines.mjs';
import { ensureBrowser, ensureNodeModules, ensureRust, ensureWasmPack } from './setup.mjs';
import { ensureWasm3 } from './wasm3.mjs';
import { ensureWechatCompiler } from './wechat-compiler.mjs';

/** What cargo builds for wasm-pack's tests stays apart from what it builds for the host and for the package. */
const wasmTests = { CARGO_TARGET_DIR: join(root, 'target', 'wasm-tests') };

async function test() {
  await ensureNodeModules();
  await ensureRust();
  const wasmPack = await ensureWasmPack();
  const { chromedriver } = await ensureBrowser();
  await ensureJavaScriptCore();
  await ensureSpiderMonkey();
  await ensureWasm3();
  await ensureWechatCompiler();
  await buildIfNeeded();
  say('Rust: format and lints');
  await run('cargo', ['fmt', '--check']);
  await run('cargo', ['clippy', '--quiet', '--all-targets', '--', '-D', 'warnings']);
  await run('cargo', ['clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings']);
  say('Rust on this machine');
  await run('cargo', ['test', '--quiet', '--', '--skip', 'whoever_verifies', '--skip', 'whatever_the_user']);
  say('Every state of the popup, and in each of them every event (about a minute)');
  await run('cargo', ['test', '--quiet', '--test', 'model_check', '--', '--nocapture']);
  say('The boundary in Node');
  await run(wasmPack, ['test', '--node', '--', '--test', 'wasm_node'], { env: wasmTests });
  say('The boundary in Node, compiled as it is shipped');
  const asShipped = ['test', '--node', '--release', '--', '--test', 'wasm_node', ...shippedConfig];
  await run(wasmPack, asShipped, { env: shippedEnv });
  say('The boundary in headless Chrome');
  const driver = chromedriver ? ['--chromedriver', chromedriver] : [];
  await run(wasmPack, ['test', '--headless', '--chrome', ...driver, '--', '--test', 'wasm_browser'], {
    env: wasmTests,
  });
  say('The built mini-program, the cloud function and the simulator');
  const files = testFiles('tests');
  await run(process.execPath, ['--test', '--test-concurrency=3', ...files.filter((path) => !isTimed(path))]);
  say('The built mini-program again, on clients without WebAssembly');
  await run(process.execPath, ['--test', '--test-concurrency=4', ...testFiles('tests/realm')], {
    env: { PHONE_LOGIN_BACKEND: 'js' },
  });
  say('How many times as long as XState it takes, with nothing else under way');
  await run(process.execPath, ['--test', ...files.filter(isTimed)]);
}

/** What compares times is disturbed by what runs beside it. */
const isTimed = (path) => path.endsWith('ratios.test.mjs');

function testFiles(folder) {
  return filesBelow(join(root, folder)).filter((path) => path.endsWith('.test.mjs'));
}

await main(test);
