import { spawn, spawnSync } from 'node:child_process';
import { platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** npm as a command of this system. */
export const npm = platform() === 'win32' ? 'npm.cmd' : 'npm';

/** Milliseconds between two signs of life. */
const SIGN_OF_LIFE = 10_000;

/** A failure that the user can understand and mend from its one line. */
export class SetupError extends Error {}

/** Runs a command with its output on the screen; rejects when it fails. */
export async function run(command, args, { env = {} } = {}) {
  await ended(start(command, args, env, 'inherit'), command, args);
}

/**
 * Runs a command that takes a while. In a terminal its own progress is on the screen; elsewhere there is a line every
 * ten seconds, and what it said only where it fails.
 */
export async function runLong(command, args, { env = {} } = {}) {
  if (process.stdout.isTTY) {
    await run(command, args, { env });
    return;
  }
  const child = start(command, args, env, 'pipe');
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const stop = showLife();
  try {
    await ended(child, command, args);
  } catch (error) {
    process.stderr.write(Buffer.concat(said));
    throw error;
  } finally {
    stop();
  }
}

/** A line every ten seconds until it is stopped; `more` says how far it is. */
export function showLife(more = () => '') {
  const begin = Date.now();
  const tell = () => console.log(`  … ${Math.round((Date.now() - begin) / 1000)} s${more()}`);
  const timer = setInterval(tell, SIGN_OF_LIFE);
  return () => clearInterval(timer);
}

function start(command, args, env, output) {
  return spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    // Node starts a .cmd only through the shell of Windows.
    shell: command.endsWith('.cmd'),
  });
}

/** @returns {Promise<void>} */
function ended(child, command, args) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve();
      else reject(new SetupError(`\`${shortened([command, ...args].join(' '))}\` ended with ${signal ?? status}`));
    });
  });
}

/** A command that fits into a line or two. */
const shortened = (text) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** What a command prints, or undefined where it cannot be run. */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return status === 0 ? stdout.trim() : undefined;
}

/** Says what is going on, and how long it usually takes where one has to wait. */
export function say(text) {
  console.log(`▸ ${text}`);
}

/**
 * What a script was started with; what makes no sense is an error of one line, which says how it is meant.
 *
 * @returns {{ values: Record<string, any>, positionals: string[] }}
 */
export function readArguments(options, usage, { allowPositionals = false } = {}) {
  try {
    return parseArgs({ options, allowPositionals });
  } catch (error) {
    throw new SetupError(`${/** @type {Error} */ (error).message}. Usage: ${usage}`);
  }
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
