const { attempt } = require('./attempt');
const { wxFunctions } = require('./samples');

/** How often a loop runs that tells an engine with a compiler from one without. */
const TURNS = 1000000;

/**
 * What the client is, as far as it says nothing of its user: no model, no language, no account.
 *
 * @param {{ renderer?: string, route?: string }} page
 */
function clientOf(page) {
  return {
    platform: said('platform'),
    system: said('system'),
    wechat: said('version'),
    baseLibrary: said('SDKVersion'),
    baseLibrarySaidBy: attempt(() => wx.getAppBaseInfo().SDKVersion) ? 'getAppBaseInfo' : 'getSystemInfoSync',
    renderer: page.renderer || '',
    route: page.route || '',
    globals: globals(),
    loop: timeOfLoop(),
    stack: formatOfStack(),
    requiresAsync: typeof attempt(() => require.async) === 'function',
    realtimeByCanIUse: attempt(() => wx.canIUse('button.open-type.getRealtimePhoneNumber')),
    functions: wxFunctions.map((name) => ({ name, exists: exists(name) })),
  };
}

/** What a client says under a name; functions of `wx` that are newer come first, for the old one warns. */
function said(name) {
  const from = [() => wx.getAppBaseInfo()[name], () => wx.getDeviceInfo()[name], () => wx.getSystemInfoSync()[name]];
  const found = from.reduce((value, ask) => value || attempt(ask), undefined);
  return found ? String(found) : '';
}

/** Whether `wx` has a function, or `wx.cloud`. */
const exists = (path) => Boolean(attempt(() => path.split('.').reduce((value, name) => value[name], wx)));

/** Globals that some clients have and others lack: by `typeof`, since naming one that is not there would throw. */
function globals() {
  return {
    BigInt: typeof BigInt,
    FinalizationRegistry: typeof FinalizationRegistry,
    Proxy: typeof Proxy,
    TextDecoder: typeof TextDecoder,
    TextEncoder: typeof TextEncoder,
    URL: typeof URL,
    WXWebAssembly: typeof WXWebAssembly,
    WeakRef: typeof WeakRef,
    WebAssembly: typeof WebAssembly,
    fetch: typeof fetch,
    globalThis: typeof globalThis,
  };
}

/** Milliseconds for a million turns: some ten with a compiler, hundreds without. */
function timeOfLoop() {
  const { imul } = Math;
  const begun = Date.now();
  let value = 0;
  for (let turn = 0; turn < TURNS; turn += 1) value = (imul(value, 31) + turn) | 0;
  // The value is looked at, or a compiler could leave the loop out.
  return Number.isInteger(value) ? Date.now() - begun : 0;
}

/** How a stack is written: V8 says "at", JavaScriptCore and SpiderMonkey write "@". */
function formatOfStack() {
  const { stack = '' } = new Error('a stack');
  if (/^\s+at /m.test(stack)) return 'V8';
  return stack.includes('@') ? 'JavaScriptCore' : 'unknown';
}

/** Whether the callbacks of a promise run at once, or as tasks of their own, after a timer that was set before. */
function timingOfPromises() {
  return new Promise((resolve) => {
    setTimeout(() => resolve('task'), 0);
    const nothing = () => undefined;
    Promise.resolve()
      .then(nothing)
      .then(nothing)
      .then(() => resolve('microtask'));
  });
}

module.exports = { clientOf, timingOfPromises };
