/**
 * `node bench/cold-start/main.mjs`: how long the first call of an instance takes, with the packages beside the function
 * and with one bundle, in turn. In milliseconds: until the function is loaded, and until it has answered.
 */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { bundleFunction } from '../../scripts/bundle-function.mjs';
import { main, say } from '../../scripts/command.mjs';
import { ensureFunctionModules, functionFolder } from '../../scripts/function-modules.mjs';
import { createCloud } from '../../simulator/cloud/index.mjs';

const NAME = 'phoneLogin';
const ROUNDS = 15;

const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));

async function layOut() {
  const installed = join(folder, 'installed', NAME);
  const filter = (path) => basename(path) !== 'node_modules';
  await cp(functionFolder(NAME), installed, { recursive: true, filter });
  symlinkSync(await ensureFunctionModules(NAME), join(installed, 'node_modules'), 'junction');
  await bundleFunction(NAME, join(folder, 'bundled', NAME));
}

/** The first call of the first instance of a cloud. */
async function firstCall(kind) {
  const cloud = await createCloud({ functionsRoot: join(folder, kind), timeLimit: 60_000 });
  const begin = performance.now();
  const { result, lines } = await cloud.callFunction({ name: NAME, data: { code: cloud.issueCode() } });
  const took = performance.now() - begin;
  await cloud.close();
  if (result.success !== true || lines[0].coldStart !== 'true') throw new Error('the call was no first login');
  return { took, answered: Number(lines[0].durationMs) };
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

function describe(kind, calls) {
  const whole = median(calls.map(({ took }) => took));
  const answered = median(calls.map((call) => call.answered));
  return `${kind}: ${whole.toFixed(0)} ms, of these ${(whole - answered).toFixed(0)} ms to start and load`;
}

await main(async () => {
  try {
    await layOut();
    const calls = { installed: [], bundled: [] };
    say(`The first call of ${ROUNDS} instances of each`);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of Object.keys(calls)) calls[kind].push(await firstCall(kind));
    }
    for (const [kind, each] of Object.entries(calls)) say(describe(kind, each));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
