import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure that the user can understand and mend from its one line. */
export class SetupError extends Error {}

/** Runs a command with its output on the screen; rejects when it fails. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) return resolve();
      if (quiet) process.stderr.write(Buffer.concat(said));
      reject(new SetupError(`\`${[command, ...args].join(' ')}\` ended with ${signal ?? status}`));
    });
  });
}

/** What a command prints, or undefined where it cannot be run. */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Says what is going on, and how long it usually takes where one has to wait. */
export function say(text) {
  console.log(`▸ ${text}`);
}

/** Runs a script's main function; a set-up error is one line, anything else keeps its stack. */
export async function main(script) {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof SetupError ? `✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
