/** An empty folder becomes a project by one command out of the tarball; its framework builds it, and a user logs in. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { exampleFolder } from '../../scripts/examples.mjs';
import { compile } from '../support/wechat-compiler/compiler.mjs';
import { visitCompiled } from './check.mjs';
import { FLOWS_OF_THE_SHEET } from './flows.mjs';
import { NEW_PROJECTS, newProject } from './new-project.mjs';
import { build, madeOf } from './project.mjs';

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** As DevTools opens it, once it is built: the whole folder, by its project.config.json. */
async function compileWhole(example, project) {
  await build(example, project);
  return compile(project);
}

for (const [framework, example] of Object.entries(NEW_PROJECTS)) {
  test(`an empty folder and --framework ${framework}`, async (t) => {
    const { project, said } = await newProject(framework);
    await t.test('npm brings what the example is built with, and no package of ours', () => {
      const { 'wx-phone-login': _, ...dependencies } = manifestOf(exampleFolder(example)).dependencies;
      const { devDependencies } = manifestOf(exampleFolder(example));
      const written = manifestOf(project);
      assert.deepEqual([written.dependencies, written.devDependencies], [dependencies, devDependencies]);
    });
    await t.test('it says how to build it', () => assert.match(said, /npm install\n\s+npm run build\n/));
    const made = await madeOf(example, project, compileWhole);
    await t.test('the cloud function is where DevTools looks for it', () => {
      const { cloudfunctionRoot } = JSON.parse(readFileSync(join(project, 'project.config.json'), 'utf8'));
      assert.ok(existsSync(join(project, cloudfunctionRoot, 'phoneLogin', 'index.js')));
    });
    await visitCompiled(t, made, FLOWS_OF_THE_SHEET);
    if (existsSync(join(project, 'tsconfig.json'))) {
      await t.test('TypeScript has nothing to say', () => assert.equal(complaints(project), ''));
    }
  });
}

/** What TypeScript says of a project. */
function complaints(project) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: project, encoding: 'utf8' }).stdout;
}
