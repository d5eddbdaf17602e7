/** Reads out of a module what decides whether a client takes it. */
import binaryen from 'binaryen';

import { functionsOf } from './lower.mjs';
import { beyondMvp } from './mvp.mjs';
import { machinePaths } from './paths.mjs';

/**
 * `{ bytes, beyondMvp, machinePaths, imports, exports, exportedGlobals, globals, namesPerFunction, takesI64, memory }`,
 * where `beyondMvp` is what wabt says against the module, `machinePaths` name the machine that built it, `exports` and
 * `exportedGlobals` are names, `imports` are counts by module, `namesPerFunction` is the most names that one function
 * is exported under, `takesI64` names the imports and exports that cross the boundary with a 64-bit integer, and
 * `memory` is in pages. What wabt refuses may be beyond the other readers, too, so nothing else is read of it.
 */
export function inspect(wasm) {
  const beyond = beyondMvp(wasm);
  if (beyond) return { bytes: wasm.length, beyondMvp: beyond };
  const compiled = new WebAssembly.Module(wasm);
  const exported = WebAssembly.Module.exports(compiled);
  return {
    bytes: wasm.length,
    machinePaths: machinePaths(wasm),
    imports: countBy(WebAssembly.Module.imports(compiled), 'module'),
    exports: exported.map(({ name }) => name),
    exportedGlobals: exported.filter(({ kind }) => kind === 'global').map(({ name }) => name),
    ...insides(wasm),
  };
}

function insides(wasm) {
  const module = binaryen.readBinary(wasm);
  try {
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
      memory: module.hasMemory() ? pagesOf(module.getMemoryInfo()) : undefined,
    };
  } finally {
    module.dispose();
  }
}

const types = (type) => [...binaryen.expandType(type)];
const pagesOf = (/** @type {{ initial?: number, max?: number }} */ { initial, max }) => ({ initial, max });

function countBy(items, key) {
  const counts = {};
  for (const item of items) counts[item[key]] = (counts[item[key]] ?? 0) + 1;
  return counts;
}
