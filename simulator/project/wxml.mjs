import { createRequire } from 'node:module';

import { readText } from './files.mjs';
import { addScripts, WXS_RUNTIME } from './wxs.mjs';

// The compiler is published as CommonJS and instantiates its wasm when it is required.
const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler');

const WARNING_LEVELS = ['Warn', 'Error', 'Fatal'];

/**
 * Compiles WXML files, and those that they import or include, with WeChat's own compiler.
 *
 * @param {string} base     the package root
 * @param {string[]} paths  inside it, without extension
 * @returns {Promise<{ script: string, problems: string[] }>} `script` is an expression: path → template
 */
export async function compileWxml(base, paths) {
  const group = new TmplGroup();
  try {
    group.setExtraRuntimeScript(WXS_RUNTIME);
    const problems = await addAll(group, base, paths);
    return { script: group.getTmplGenObjectGroups(), problems };
  } finally {
    group.free();
  }
}

async function addAll(group, base, paths) {
  const problems = [];
  const added = new Set();
  const scripts = new Set();
  const waiting = [...paths];
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (added.has(path)) continue;
    added.add(path);
    const text = await readText(base, `${path}.wxml`);
    problems.push(...group.addTmpl(path, text).filter(matters).map(describe));
    await addScripts(group, base, path, scripts);
    waiting.push(...group.getDirectDependencies(path));
  }
  return problems;
}

const matters = ({ level }) => WARNING_LEVELS.includes(level);

const describe = ({ path, startLine, startColumn, message }) =>
  `${path}.wxml:${startLine + 1}:${startColumn + 1} ${message}`;
