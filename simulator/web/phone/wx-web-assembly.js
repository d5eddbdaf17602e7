const PACKAGE_PATH = /^(?!\w+:|\/\/)[^?#]+\.wasm(?:\.br)?$/;

/**
 * @param {string} path
 * @returns {string} where the server keeps that file of the code package
 */
function packageUrl(path) {
  if (typeof path !== 'string' || !PACKAGE_PATH.test(path)) {
    throw new TypeError(`WXWebAssembly.instantiate: 只接受代码包内 .wasm 或 .wasm.br 的路径，不是 ${describe(path)}`);
  }
  return `/package/${path.replace(/^\.?\//, '')}`;
}

const describe = (value) => (typeof value === 'string' ? `'${value}'` : Object.prototype.toString.call(value));

async function instantiate(path, imports) {
  const response = await fetch(packageUrl(path));
  if (!response.ok) throw new Error(`WXWebAssembly.instantiate: 代码包里没有 ${path}`);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

/** WeChat's WebAssembly: a module comes from the code package or not at all. */
export const WXWebAssembly = Object.freeze({ instantiate });
