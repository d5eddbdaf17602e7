/**
 * WeChat's compiler in a process of its own: it writes to the screen, asks WeChat's servers, and leaves open what
 * keeps a process alive. Takes one task, reports, and ends.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const tasks = { compile, buildNpm };

process.once('message', async ({ compiler, task, options }) => {
  const load = createRequire(join(compiler, 'package.json'));
  stayOffline(load);
  const reported = [];
  try {
    await tasks[task](load, options, reported);
  } catch (error) {
    reported.push(`error: ${error.message}`);
  }
  process.send(reported, () => process.exit());
});

/** WeChat's answers: the compiler falls back on its own list of file types where this holds none. */
function stayOffline(load) {
  load('./dist/utils/request').request = async () => ({ body: JSON.stringify({ errCode: 0, data: {} }) });
}

/** Compiles a project as its project.config.json says; writes what would be uploaded to `output`. */
async function compile(load, { project: path, output, key }, reported) {
  const project = openProject(load, path, key);
  reported.push(...unknownKeys(load, project));
  const onProgressUpdate = ({ status, message }) => {
    if (!['doing', 'done'].includes(status)) reported.push(`${status}: ${message}`);
  };
  const setting = { useProjectConfig: true };
  const files = await load('.').getCompiledResult({ project, version: '0.0.0', desc: '', setting, onProgressUpdate });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(output, name)), { recursive: true });
    writeFileSync(join(output, name), content);
  }
}

function openProject(load, projectPath, privateKeyPath) {
  const { DefaultProjectAttr, Project } = load('.');
  const appid = 'wx0000000000000000';
  const ignores = ['node_modules/**/*'];
  const project = new Project({ appid, type: 'miniProgram', projectPath, privateKeyPath, ignores });
  // What WeChat's servers would say of the app.
  project.attr = async () => ({ ...DefaultProjectAttr, appId: appid });
  return project;
}

/** Keys that WeChat does not know, in app.json and in what stands beside a WXML; the compiler itself drops them. */
function unknownKeys(load, project) {
  const { schemaValidate } = load('./dist/modules/corecompiler/original/validate/schemaValidate');
  const { miniprogramRoot } = project;
  const unknown = (kind, path) => {
    const { warning } = schemaValidate(kind, JSON.parse(project.getFile('', path)));
    return warning ? [`warning: ${path}: ${warning}`] : [];
  };
  const paths = project.getFileList(miniprogramRoot, '.json');
  const isShown = (path) => project.stat('', path.replace(/json$/, 'wxml'));
  const shown = paths.filter(isShown).flatMap((path) => unknown('page', path));
  return [...unknown('app', `${miniprogramRoot}app.json`), ...shown];
}

/** Builds the npm packages of a package.json into `miniprogram_npm` of a folder. */
async function buildNpm(load, { packageJsonPath, miniprogramNpmDistDir }, reported) {
  const { miniProgramPackNum, otherNpmPackNum, warnList } = await load('.').packNpmManually({
    packageJsonPath,
    miniprogramNpmDistDir,
  });
  reported.push(...warnList.map(({ msg, tips }) => `warning: ${msg ?? tips}`));
  const areForMiniPrograms = miniProgramPackNum > 0 && otherNpmPackNum === 0;
  if (!areForMiniPrograms) reported.push('error: built as a package that is not for mini-programs');
}
