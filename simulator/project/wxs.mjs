import { posix } from 'node:path';

import { readText } from './files.mjs';

const REQUIRE = /\brequire\(\s*(["'])([^"']+)\1\s*\)/g;
const CONSTRUCTOR = /([\w$]+(?:\.[\w$]+|\[[\w$]+\])*)\.constructor\b/g;

/**
 * What WXS has and JavaScript has not: two functions, and a `constructor` that is a name. `valueConstructor` is for
 * the latter.
 */
export const WXS_RUNTIME = [
  'var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };',
  'var getDate = function (a) { return arguments.length ? new Date(...arguments) : new Date(); };',
  'var valueConstructor = function (value) { return Object.prototype.toString.call(value).slice(8, -1); };',
].join('');

/**
 * Adds the WXS that a template names, inside it or in files, and what those require.
 *
 * @param {import('glass-easel-template-compiler').TmplGroup} group
 * @param {string} base      the package root
 * @param {string} template  its path, without extension
 * @param {Set<string>} added  the paths of the scripts that are in the group already
 */
export async function addScripts(group, base, template, added) {
  for (const path of group.getScriptDependencies(template)) await addScript(group, base, path, `${path}.wxs`, added);
  for (const name of group.getInlineScriptModuleNames(template)) {
    const text = group.getInlineScript(template, name);
    group.setInlineScript(template, name, asJavaScript(text));
    await addRequired(group, base, template, text, added);
  }
}

async function addScript(group, base, path, file, added) {
  if (added.has(path)) return;
  added.add(path);
  const text = await readText(base, file);
  group.addScript(path, asJavaScript(text));
  await addRequired(group, base, file, text, added);
}

/** A script is required by its path with extension. */
async function addRequired(group, base, from, text, added) {
  for (const [, , target] of text.matchAll(REQUIRE)) {
    const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
    await addScript(group, base, path, path, added);
  }
}

const asJavaScript = (text) => text.replace(CONSTRUCTOR, 'valueConstructor($1)');
