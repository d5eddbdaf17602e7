/** An example with the tarball of `npm pack`, built by its own tools and then compiled by WeChat's compiler. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { npm, root } from '../../scripts/command.mjs';
import { EXAMPLES, ensureExampleModules, exampleFolder } from '../../scripts/examples.mjs';
import { compile, temporaryFolder } from '../support/wechat-compiler/compiler.mjs';

const PACKAGE = 'wx-phone-login';

/** What npm would publish, of `pkg/` as it is. */
export function pack() {
  const folder = temporaryFolder();
  execFileSync(npm, ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: join(root, 'pkg'),
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: npm.endsWith('.cmd'),
  });
  return join(folder, readdirSync(folder)[0]);
}

/**
 * A copy of an example that has the package installed. `with` are folders that are laid over it: pages of a test.
 */
export async function install(example, { tarball = pack(), with: overlays = [] } = {}) {
  const modules = await ensureExampleModules(example);
  const project = temporaryFolder();
  for (const path of sourcesOf(example)) cpSync(join(exampleFolder(example), path), join(project, path));
  for (const overlay of overlays) cpSync(overlay, project, { recursive: true });
  link(modules, join(project, 'node_modules'));
  unpack(tarball, join(project, 'node_modules', PACKAGE));
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
  const env = { ...process.env, CI: 'true', NODE_ENV: 'production', FORCE_COLOR: '0' };
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

/** The example as a phone gets it: the folder that would be uploaded, and what WeChat's compiler reported. */
export async function compiledExample(example, options) {
  return compile(await build(example, await install(example, options)));
}
