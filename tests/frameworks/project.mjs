/** An example with the tarball of `npm pack`, built by its own tools and then compiled by WeChat's compiler. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { cache } from '../../scripts/cache.mjs';
import { npm, root } from '../../scripts/command.mjs';
import { EXAMPLES, ensureExampleModules, exampleFolder, NATIVE } from '../../scripts/examples.mjs';
import { ensureWechatCompiler } from '../../scripts/wechat-compiler.mjs';
import { pack } from '../support/package/pack.mjs';
import { buildNpm, compile, temporaryFolder } from '../support/wechat-compiler/compiler.mjs';
import { kept } from './kept.mjs';

const PACKAGE = 'wx-phone-login';
const MODULES = 'node_modules';

/** The scripts that decide how a project is built and compiled. */
const HOW = [
  'tests/frameworks/project.mjs',
  'scripts/examples.mjs',
  'tests/support/wechat-compiler/compiler.mjs',
  'tests/support/wechat-compiler/compiler-process.mjs',
];

/** What a build sees of the environment: nothing that its outcome could depend on. */
const ENVIRONMENT = 'PATH HOME USERPROFILE TMPDIR TEMP TMP SystemRoot ComSpec PATHEXT APPDATA LOCALAPPDATA'.split(' ');

/**
 * A copy of an example that has the package installed.
 *
 * @param {string} example
 * @param {object} [options]
 * @param {string} [options.tarball]
 * @param {string[]} [options.with]  folders that are laid over it: pages of a test
 * @param {(project: string) => void} [options.change]
 */
export async function install(example, { tarball = pack(), with: overlays = [], change = () => {} } = {}) {
  const modules = await ensureExampleModules(example);
  const project = temporaryFolder();
  for (const path of sourcesOf(example)) cpSync(join(exampleFolder(example), path), join(project, path));
  for (const overlay of overlays) cpSync(overlay, project, { recursive: true });
  change(project);
  const place = join(project, MODULES);
  // WeChat's build of npm packages follows no links.
  if (example === NATIVE) cpSync(modules, place, { recursive: true });
  else link(modules, place);
  unpack(tarball, join(place, PACKAGE));
  return project;
}

/** The files of an example, but for what a build has left there. */
function sourcesOf(example) {
  const options = { cwd: exampleFolder(example), encoding: 'utf8' };
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], options);
  return listed.split('\0').filter((path) => path && existsSync(join(exampleFolder(example), path)));
}

/** Each installed package by a link, so that one more can stand beside them. */
function link(modules, folder) {
  mkdirSync(folder);
  const packages = readdirSync(modules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of packages) symlinkSync(join(modules, name), join(folder, name), 'junction');
}

function unpack(tarball, folder) {
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', tarball, '--strip-components', '1', '-C', folder]);
}

/** Builds a project by the tools of its framework: the folder of the mini-program. */
export async function build(example, project) {
  const given = ENVIRONMENT.filter((name) => name in process.env).map((name) => [name, process.env[name]]);
  const env = { ...Object.fromEntries(given), CI: 'true', NODE_ENV: 'production', FORCE_COLOR: '0' };
  const { stdout, stderr } = await promisify(execFile)(npm, ['run', 'build'], {
    cwd: project,
    env,
    maxBuffer: 2 ** 26,
    shell: npm.endsWith('.cmd'),
  });
  const built = join(project, EXAMPLES[example]);
  // Some of these tools end with 0 where they have built nothing.
  if (!existsSync(join(built, 'app.json'))) throw new Error(`nothing was built:\n${stdout}\n${stderr}`);
  return built;
}

/** @typedef {(example: string, project: string) => Promise<import('./kept.mjs').Compiled>} Make */

/**
 * What `make` makes of a project; where it has made it of the same before, that is taken from the cache.
 *
 * @param {string} example  by whose tools it is built
 * @param {string} project
 * @param {Make} make
 */
export async function madeOf(example, project, make) {
  const inputs = await inputsOf(example, project);
  inputs.tools.push(String(make));
  return kept({ cache, name: example, inputs, make: () => make(example, project) });
}

/** A project as a phone gets it: the folder that would be uploaded, and what WeChat's compiler reported. */
export const compiled = (example, project) =>
  madeOf(example, project, example === NATIVE ? compileNative : compileBuilt);

/** Everything that a project is built from. Its tools are what their lock files say. */
async function inputsOf(example, project) {
  const own = readdirSync(project).filter((name) => name !== MODULES);
  const packed = join(MODULES, PACKAGE);
  const paths = existsSync(join(project, packed)) ? [...own, packed] : own;
  const installed = [await ensureExampleModules(example), dirname(await ensureWechatCompiler())];
  const { version, platform, arch } = process;
  const tools = [version, platform, arch, ...installed.map((modules) => basename(dirname(modules)))];
  const scripts = HOW.map((path) => readFileSync(join(root, path), 'utf8'));
  return { project, paths, tools: [...tools, ...scripts] };
}

/** @type {Make} */
const compileBuilt = async (example, project) => compile(await build(example, project));

/** DevTools builds the npm packages of a native project, and nothing else has to be built. */
async function compileNative(_, project) {
  const { setting } = JSON.parse(readFileSync(join(project, 'project.config.json'), 'utf8'));
  const [{ packageJsonPath, miniprogramNpmDistDir }] = setting.packNpmRelationList;
  const reported = await buildNpm(join(project, packageJsonPath), join(project, miniprogramNpmDistDir));
  const compiled = await compile(project);
  return { ...compiled, reported: [...reported, ...compiled.reported] };
}

/** An example as a phone gets it, with whatever `install` takes. */
export const compiledExample = async (example, options) => compiled(example, await install(example, options));
