/**
 * How clients differ around the engine.
 *
 * `backend`: what the core runs as, either way where it is not said; `without`: globals of the language that the client
 * lacks; `promises`: 'late' where every callback of a promise runs in a task of its own; `bare`: whether `instantiate`
 * gives the Instance itself; `baseLibrary`: the version that the client says.
 */
const NOT_ON_EVERY_PHONE = ['BigInt', 'FinalizationRegistry', 'WeakRef', 'globalThis'];
const OLD = { without: NOT_ON_EVERY_PHONE, promises: 'late', baseLibrary: '2.13.0' };

export const backends = ['wasm', 'js'];

/** The engines of clients that can be old, by their names in engines.mjs. */
export const OF_OLD_CLIENTS = ['V8', 'JavaScriptCore without JIT'];

/** What older and other clients do otherwise, by what a test is called. */
export const conditions = {
  ...Object.fromEntries(NOT_ON_EVERY_PHONE.map((name) => [`without ${name}`, { without: [name] }])),
  'without any of these': { without: NOT_ON_EVERY_PHONE },
  'with promises that settle late, as on iOS up to 15': { promises: 'late' },
  'with an Instance for an answer': { backend: 'wasm', bare: true },
  'as old as can be': OLD,
  'as old as can be, with an Instance for an answer': { ...OLD, backend: 'wasm', bare: true },
};
