/** Brings the shells of JavaScript engines other than Node's, in which the tests run what is built. */
import { existsSync } from 'node:fs';

import { output, SetupError } from './command.mjs';
import { installFirstKnown, installsPackages } from './debian.mjs';

const javaScriptCore = {
  name: "JavaScriptCore's shell",
  variable: 'JSC_PATH',
  commands: ['jsc'],
  places: ['/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc'],
  packages: ['4.0-bin', 'bin', '4.1-bin', '6-bin'].map((suffix) => `libjavascriptcoregtk-${suffix}`),
  isIt: (path) => output(path, ['-e', 'print(typeof drainMicrotasks)']) === 'function',
};

// The oldest first: the more a client lacks, the more is found.
const releases = [78, 91, 102, 115, 128, 140];

const spiderMonkey = {
  name: "SpiderMonkey's shell",
  variable: 'SPIDERMONKEY_PATH',
  commands: [...releases.map((release) => `js${release}`), 'js'],
  places: [],
  packages: releases.map((release) => `libmozjs-${release}-dev`),
  isIt: (path) => output(path, ['--version'])?.startsWith('JavaScript-C') ?? false,
};

/** The path of JavaScriptCore's shell. */
export const ensureJavaScriptCore = () => ensureShell(javaScriptCore);

/** The path of SpiderMonkey's shell. */
export const ensureSpiderMonkey = () => ensureShell(spiderMonkey);

async function ensureShell(shell) {
  return find(shell) ?? (await install(shell)) ?? missing(shell);
}

/** What the user says is the only one that is tried. */
function find({ variable, commands, places, isIt }) {
  const chosen = process.env[variable];
  const found = chosen ? [chosen] : [...commands.map((name) => output('which', [name])), ...places];
  return found.find((path) => path && existsSync(path) && isIt(path));
}

async function install(shell) {
  if (process.env[shell.variable] || !installsPackages()) return undefined;
  return (await installFirstKnown(shell.packages)) ? find(shell) : undefined;
}

function missing({ name, variable, packages }) {
  throw new SetupError(`${name} is missing: install ${packages[0]} (Debian, Ubuntu), or name its path in ${variable}`);
}
