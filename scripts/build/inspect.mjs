/** Reads out of a module what decides whether a client takes it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import binaryen from 'binaryen';

import { functionsOf } from './lower.mjs';

/**
 * `{ bytes, features, imports, exports, exportedGlobals, globals, namesPerFunction, takesI64, truncSat, externref,
 * memory }`, where `features` are those without which the module is not valid, `exports` and `exportedGlobals` are
 * names, `imports` are counts by module, `namesPerFunction` is the most names that one function is exported under,
 * `takesI64` names the imports and exports that cross the boundary with a 64-bit integer, and `memory` is in pages.
 */
export function inspect(wasm) {
  const compiled = new WebAssembly.Module(wasm);
  const exported = WebAssembly.Module.exports(compiled);
  return {
    bytes: wasm.length,
    features: featuresOf(wasm),
    imports: countBy(WebAssembly.Module.imports(compiled), 'module'),
    exports: exported.map(({ name }) => name),
    exportedGlobals: exported.filter(({ kind }) => kind === 'global').map(({ name }) => name),
    ...insides(wasm),
  };
}

function insides(wasm) {
  const module = binaryen.readBinary(wasm);
  try {
    const text = module.emitText();
    const exports = [...Array(module.getNumExports()).keys()].map((at) =>
      binaryen.getExportInfo(module.getExportByIndex(at)),
    );
    const exportedFunctions = exports.filter(({ kind }) => kind === binaryen.ExternalFunction);
    return {
      globals: module.getNumGlobals(),
      namesPerFunction: Math.max(0, ...Object.values(countBy(exportedFunctions, 'value'))),
      takesI64: functionsOf(module)
        .filter(({ name, module: from }) => from || exportedFunctions.some(({ value }) => value === name))
        .filter(({ params, results }) => [...types(params), ...types(results)].includes(binaryen.i64))
        .map(({ name }) => name),
      truncSat: count(text, /trunc_sat/g),
      externref: count(text, /externref/g),
      memory: module.hasMemory() ? pagesOf(module.getMemoryInfo()) : undefined,
    };
  } finally {
    module.dispose();
  }
}

const types = (type) => [...binaryen.expandType(type)];
const count = (text, pattern) => (text.match(pattern) ?? []).length;
const pagesOf = ({ initial, max }) => ({ initial, max });

function countBy(items, key) {
  const counts = {};
  for (const item of items) counts[item[key]] = (counts[item[key]] ?? 0) + 1;
  return counts;
}

/** The features without which the module is not valid, by binaryen's names; none for one that is valid as MVP. */
function featuresOf(wasm) {
  const script = fileURLToPath(new URL('features.mjs', import.meta.url));
  // A process of its own, because the validator writes what it finds to the console.
  const { stdout } = spawnSync(process.execPath, [script], { input: wasm, encoding: 'utf8' });
  return JSON.parse(stdout);
}
