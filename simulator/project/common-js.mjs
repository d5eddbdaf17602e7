import { transformSync } from 'esbuild';

const MODULE_SYNTAX = /(?:^|[;}\s])(?:import|export)\b/;

/**
 * A script with the module syntax of ECMAScript, as npm packages have it, as DevTools compiles it: with `require` and
 * `exports`.
 *
 * @param {string} source
 * @returns {string} the source itself where it has no such syntax, or none that can be read
 */
export function asCommonJs(source) {
  if (!MODULE_SYNTAX.test(source)) return source;
  try {
    return transformSync(source, { format: 'cjs', target: 'es2022', logLevel: 'silent' }).code;
  } catch {
    // The phone says where, when it runs the file.
    return source;
  }
}
