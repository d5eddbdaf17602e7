import { existsSync } from 'node:fs';
import { posix } from 'node:path';

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
  const configs = await readConfigs(base, app);
  const paths = Object.keys(configs);
  const { script, problems } = await compileWxml(base, paths);
  return {
    app,
    pages: app.pages,
    configs,
    templates: script,
    styles: await readStyles(base, ['app', ...paths]),
    modules: await readModules(base),
    problems,
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

/** The JSON of every page and of every component that they use, directly or not. */
async function readConfigs(base, app) {
  const configs = {};
  const waiting = [...app.pages, ...usedBy(app, '')];
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (configs[path]) continue;
    const config = existsSync(posix.join(base, `${path}.json`)) ? await readJson(base, path) : {};
    configs[path] = { ...config, usingComponents: { ...app.usingComponents, ...config.usingComponents } };
    waiting.push(...usedBy(config, path));
  }
  return configs;
}

const usedBy = (config, path) =>
  Object.values(config.usingComponents ?? {}).map((target) =>
    target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target),
  );

async function readStyles(base, paths) {
  const present = paths.filter((path) => existsSync(posix.join(base, `${path}.wxss`)));
  const texts = await Promise.all(present.map((path) => readWxss(base, `${path}.wxss`)));
  return Object.fromEntries(present.map((path, index) => [path, texts[index]]));
}

async function readModules(base) {
  const paths = await pathsIn(base, '.js');
  const sources = await Promise.all(paths.map((path) => readText(base, path)));
  return Object.fromEntries(paths.map((path, index) => [path, sources[index]]));
}
