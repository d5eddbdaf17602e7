/**
 * What docs/platform.md says of clients, as far as it can be seen without a user, a quota or a network. Each name is the
 * anchor of its row there.
 *
 * @typedef {object} Observed
 * @property {ReturnType<typeof import('./client').clientOf>} client
 * @property {string} promises
 * @property {import('./wasm-answers').WasmAnswers} answers
 * @property {import('./backend').Observation} wasm
 * @property {import('./backend').Observation} js
 *
 * `open` says that this client shows neither, `answer` that docs/platform.md only asks.
 *
 * @typedef {{ name: string, verdict: 'confirmed' | 'refuted' | 'open' | 'answer', seen: string }} Finding
 */

/**
 * `holds` is missing where the client shows neither.
 *
 * @type {Record<string, (observed: Observed) => { holds?: boolean, seen: string }>}
 */
const facts = {
  'base-library-version': ({ client: { baseLibrary, baseLibrarySaidBy } }) => ({
    holds: isVersion(baseLibrary),
    seen: `${baseLibrary || 'nothing'} by ${baseLibrarySaidBy}`,
  }),
  'realtime-can-i-use': ({ client: { baseLibrary, realtimeByCanIUse } }) => {
    const agrees = realtimeByCanIUse === isAtLeast(baseLibrary, '2.24.4');
    const isOpen = agrees || realtimeByCanIUse === undefined || !isVersion(baseLibrary);
    return { holds: isOpen ? undefined : true, seen: `${realtimeByCanIUse} with ${baseLibrary}` };
  },
  'privacy-setting-since': ({ client }) => since(client, hasFunction(client, 'getPrivacySetting'), '2.32.3'),
  'report-event-since': ({ client }) => since(client, hasFunction(client, 'reportEvent'), '2.14.4'),
  'wasm-since': ({ client, answers }) => since(client, answers.exists, '2.13.0'),
  'wasm-missing-file': ({ answers: { exists, missing } }) => ({
    holds: exists ? missing.how === 'rejects' : undefined,
    seen: exists ? toldOf(missing) : 'no WXWebAssembly',
  }),
  'wasm-answer': ({ answers: { shape } }) => ({ holds: shape ? true : undefined, seen: shape || 'no answer' }),
  'wasm-old-buffer': ({ answers: { oldBuffer } }) => ({
    holds: oldBuffer ? oldBuffer === 'detached' : undefined,
    seen: oldBuffer || 'no answer',
  }),
  'page-route': ({ client: { route } }) => ({
    holds: /(^|\/)pages\/selfcheck\/selfcheck$/.test(route),
    seen: route || 'none',
  }),
  'no-web-globals': ({ client }) => {
    const found = ['TextDecoder', 'TextEncoder', 'URL', 'WebAssembly', 'fetch'].filter((name) => has(client, name));
    const isDevTools = client.platform === 'devtools';
    return {
      holds: isDevTools ? found.includes('TextDecoder') : !found.length,
      seen: `${found.join(' ') || 'none'} on ${client.platform || 'an unknown platform'}`,
    };
  },
  'promises-as-tasks': ({ client: { system }, promises }) => ({
    holds: system ? (promises === 'task') === isOldIos(system) : undefined,
    seen: `${promises} on ${system || 'an unknown system'}`,
  }),
  'globals-that-may-lack': ({ client }) => {
    const lacking = ['BigInt', 'FinalizationRegistry', 'WeakRef'].filter((name) => !has(client, name));
    return { holds: lacking.length ? true : undefined, seen: lacking.length ? `no ${lacking.join(' ')}` : 'all there' };
  },
  'require-async-since': ({ client }) => since(client, client.requiresAsync, '2.11.2'),
};

/**
 * What stands under *Not known* there.
 *
 * @type {Record<string, (observed: Observed) => string>}
 */
const questions = {
  'how-wasm-runs': ({ wasm, js }) => `${speed('wasm', wasm)}; ${speed('js', js)}`,
  'how-instantiate-fails': ({ answers: { exists, missing } }) =>
    exists ? `a missing file: ${toldOf(missing)}` : 'no WXWebAssembly',
};

/**
 * Every assumption and every question, with what this client says of it.
 *
 * @param {Observed} observed
 * @returns {Finding[]}
 */
function judge(observed) {
  const judged = Object.keys(facts).map((name) => {
    const { holds, seen } = facts[name](observed);
    return finding(name, holds === undefined ? 'open' : holds ? 'confirmed' : 'refuted', seen);
  });
  return judged.concat(Object.keys(questions).map((name) => finding(name, 'answer', questions[name](observed))));
}

/** @returns {Finding} */
const finding = (name, verdict, seen) => ({ name, verdict, seen });

const has = ({ globals }, name) => globals[name] !== 'undefined';
const hasFunction = ({ functions }, name) => functions.some((one) => one.name === name && one.exists);
const toldOf = ({ how, text }) => (how === 'never' ? 'never settles' : `${how} ${text}`.trim());

/** Whether something is there from a version of the base library on, and not before it. */
function since({ baseLibrary }, isThere, version) {
  const seen = `${isThere ? 'there' : 'not there'} with ${baseLibrary || 'an unknown version'}`;
  return { holds: isVersion(baseLibrary) ? isThere === isAtLeast(baseLibrary, version) : undefined, seen };
}

/**
 * @param {string} name
 * @param {import('./backend').Observation} seen
 */
function speed(name, { loadError, time, eventTime }) {
  if (loadError) return `${name} does not load`;
  return `${name} ${time} ms to load, ${eventTime === undefined ? 'unknown' : eventTime} us an event`;
}

const isVersion = (text) => /^\d+\.\d+\.\d+/.test(text);

function isAtLeast(version, least) {
  const [one, other] = [version, least].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((index) => one[index] !== other[index]);
  return at === undefined || one[at] > other[at];
}

/** iOS up to 15. */
function isOldIos(system) {
  const [, major = ''] = /^i(?:OS|PadOS) (\d+)/.exec(system) || [];
  return Boolean(major) && Number(major) <= 15;
}

module.exports = { judge };
