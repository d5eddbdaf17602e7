/**
 * What a device or a package can have wrong, by name: what the page is to make of it.
 *
 * `damage`: of the module's file, as in project.mjs; `lacks`: a global that the client does not have; `delay`:
 * milliseconds that WeChat takes to answer; `level`, `wasm`: how the result is to name it; `says`: what stands on the page.
 */
export const breakages = {
  'a module that is missing': {
    damage: 'module-missing',
    level: 'usable',
    wasm: 'module-missing',
    says: '代码包里没有 WebAssembly 模块的文件。',
  },
  'a module of another version': {
    damage: 'wrong-version',
    level: 'failed',
    wasm: 'wrong-version',
    says: /WebAssembly 模块的版本是 0\.0\.9，自检页的版本是 [\d.]+/,
  },
  'a module that traps': {
    damage: 'trap',
    level: 'failed',
    wasm: 'trap',
    says: 'WebAssembly 模块运行出错，没有做完检查。',
  },
  'a load that is slow': {
    delay: 3000,
    level: 'usable',
    wasm: 'slow-load',
    says: /WebAssembly 模块加载用了 [\d.]+ 秒，弹窗只等 2 秒/,
  },
  'a client without WXWebAssembly': {
    lacks: 'WXWebAssembly',
    level: 'usable',
    wasm: 'no-wxwebassembly',
    says: '客户端没有 WXWebAssembly。',
  },
};
