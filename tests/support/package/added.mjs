/** `wx-phone-login add`, run out of the tarball by npx as a user runs it, without a network. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, join, relative, sep } from 'node:path';

import { filesBelow } from '../../../scripts/files.mjs';
import { temporaryFolder } from '../wechat-compiler/compiler.mjs';
import { pack } from './pack.mjs';

const tarball = pack();
const cache = temporaryFolder();

/** What it marks a file with in its announcement. */
const ANNOUNCED = /^ {2}([+~!=-]) (.+)$/;

/** A folder that a user has put the tarball into. */
export function folderWithTarball() {
  const folder = temporaryFolder();
  cpSync(tarball, join(folder, basename(tarball)));
  return folder;
}

/** Runs it in a folder that has the tarball. Nobody listens at the registry that it would ask. */
export function runInside(folder, ...args) {
  const npx = platform() === 'win32' ? 'npx.cmd' : 'npx';
  const env = { ...process.env, npm_config_cache: cache, npm_config_registry: 'http://127.0.0.1:9/' };
  return said(spawnSync(npx, ['--yes', `./${basename(tarball)}`, 'add', ...args], { cwd: folder, env, ...TEXT }));
}

const TEXT = { encoding: /** @type {const} */ ('utf8') };

/** @returns {{ status: number, said: string, announced: Record<string, string> }} */
function said({ status, stdout, stderr }) {
  const marked = stdout.split('\n').flatMap((line) => {
    const [, mark, path] = ANNOUNCED.exec(line) ?? [];
    return path ? [[path, mark]] : [];
  });
  return { status, said: stdout + stderr, announced: Object.fromEntries(marked) };
}

/** Every file of a folder but for the tarball: path → content. */
export function contentOf(folder) {
  const paths = filesBelow(folder).filter((path) => basename(path) !== basename(tarball));
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'latin1')]));
}

/** Which files differ between two of these, and how: path → the mark that announces it. */
export function difference(before, after) {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const marks = paths.map((path) => [path, markOf(before.get(path), after.get(path))]);
  return Object.fromEntries(marks.filter(([, mark]) => mark));
}

function markOf(before, after) {
  if (before === after) return undefined;
  if (before === undefined) return '+';
  return after === undefined ? '-' : '~';
}
