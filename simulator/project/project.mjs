import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { asCommonJs } from './common-js.mjs';
import { componentPath } from './components.mjs';
import { ProjectError, pathsIn, readText } from './files.mjs';
import { compileWxml } from './wxml.mjs';
import { readWxss } from './wxss.mjs';

/**
 * A mini-program as the phone's frame needs it: everything that it must have before the first line runs.
 *
 * @typedef {object} Project
 * @property {object} app                        app.json
 * @property {string[]} pages
 * @property {Record<string, object>} configs    page or component path → its JSON
 * @property {string} templates                  expression that gives path → compiled template
 * @property {Record<string, string>} styles     path → CSS; `app` is app.wxss
 * @property {Record<string, string>} modules    path with `.js` → source
 * @property {string[]} problems                 what the compiler complained about
 */

/**
 * Reads and compiles the mini-program in a folder, from the files as they are now.
 *
 * @param {string} base
 * @returns {Promise<Project>}
 * @throws {ProjectError} where a file is missing or broken
 */
export async function readProject(base) {
  const app = await readJson(base, 'app');
  if (!Array.isArray(app?.pages)) throw new ProjectError('app.json', '没有 pages');
  const pages = [...app.pages, ...subpackagePages(app)];
  const { configs, missing } = await readConfigs(base, app, pages);
  const paths = Object.keys(configs);
  const { script, problems } = await compileWxml(base, paths);
  return {
    app,
    pages,
    configs,
    templates: script,
    styles: await readStyles(base, ['app', ...paths]),
    modules: await readModules(base),
    problems: [...missing, ...problems],
  };
}

async function readJson(base, path) {
  const file = `${path}.json`;
  const text = await readText(base, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProjectError(file, error.message);
  }
}

const subpackagePages = ({ subPackages, subpackages = subPackages ?? [] }) =>
  subpackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)));

/**
 * The JSON of every page and of every component that they use, directly or not; each names components by their paths
 * from the root.
 */
async function readConfigs(base, app, pages) {
  const configs = {};
  const missing = [];
  const everywhere = used(base, 'app', app, missing);
  const waiting = [...pages, ...Object.values(everywhere)];
  while (waiting.length > 0) {
    const path = waiting.shift().replace(/^\//, '');
    if (configs[path]) continue;
    const config = existsSync(posix.join(base, `${path}.json`)) ? await readJson(base, path) : {};
    const usingComponents = used(base, path, config, missing);
    configs[path] = { ...config, usingComponents: { ...everywhere, ...usingComponents } };
    waiting.push(...Object.values(usingComponents));
  }
  return { configs, missing };
}

/** @returns {Record<string, string>} tag → path from the root, with a slash before it */
function used(base, from, { usingComponents = {} }, missing) {
  const found = Object.entries(usingComponents).flatMap(([tag, target]) => {
    const path = componentPath(base, from, target);
    if (path === undefined) missing.push(`${from}.json: 找不到组件 ${tag}（${target}）`);
    return path === undefined ? [] : [[tag, `/${path}`]];
  });
  return Object.fromEntries(found);
}

async function readStyles(base, paths) {
  const present = paths.filter((path) => existsSync(posix.join(base, `${path}.wxss`)));
  const texts = await Promise.all(present.map((path) => readWxss(base, `${path}.wxss`)));
  return Object.fromEntries(present.map((path, index) => [path, texts[index]]));
}

async function readModules(base) {
  const paths = await pathsIn(base, '.js');
  const sources = await Promise.all(paths.map((path) => readText(base, path)));
  return Object.fromEntries(paths.map((path, index) => [path, asCommonJs(sources[index])]));
}
