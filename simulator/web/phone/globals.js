/**
 * What a mini-program's modules can see by name, besides what WeChat gives them: the JavaScript that every supported
 * phone has. Everything else that this browser offers is hidden from them, so that code which would fail on a phone
 * fails here.
 */
const VISIBLE = new Set([
  ...['Object', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'Date', 'Promise', 'RegExp', 'JSON', 'Math'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect'],
  ...['ArrayBuffer', 'DataView', 'Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array'],
  ...['Int32Array', 'Uint8ClampedArray', 'Float32Array', 'Float64Array'],
  ...['Infinity', 'NaN', 'undefined', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
]);

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** @returns {string[]} names of this browser that a phone does not have */
export function hiddenNames() {
  const names = new Set();
  for (let scope = window; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of Object.getOwnPropertyNames(scope)) names.add(name);
  }
  return [...names].filter((name) => IDENTIFIER.test(name) && !VISIBLE.has(name));
}

/**
 * @param {object} globals  what modules are given by name
 * @returns {object} stand-ins for the two names that would give the rest away, and the object that modules share
 */
export function guardedGlobals(globals) {
  return { Function: guardedFunction(), globalThis: visibleObject(globals), global: {} };
}

/** On a phone, code cannot be made from text; `instanceof Function` still works. */
function guardedFunction() {
  // biome-ignore lint/suspicious/noShadowRestrictedNames: code sees it under this name.
  function Function() {
    return () => undefined;
  }
  Function.prototype = Object.getPrototypeOf(() => undefined);
  return Function;
}

function visibleObject(globals) {
  const visible = {};
  for (const name of VISIBLE) visible[name] = Object.hasOwn(globals, name) ? globals[name] : window[name];
  return visible;
}
