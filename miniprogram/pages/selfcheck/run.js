const { LOAD_TIMEOUT, ready } = require('../../phone-login/core');
const { loadFallback, loadWasm } = require('../../phone-login/loader');
const { judge } = require('./assumptions');
const { checkBackend } = require('./backend');
const { clientOf, timingOfPromises } = require('./client');
const { faultOfFallback, faultOfWasm } = require('./fault');
const { askWasm } = require('./wasm-answers');

/** How long the module is waited for, in milliseconds: longer than the popup waits, to see how late it is. */
const PATIENCE = 5 * LOAD_TIMEOUT;

/**
 * Everything that was found out.
 *
 * @typedef {object} Result
 * @property {string} running  what the popup runs as: `wasm`, `js`, or nothing
 * @property {ReturnType<typeof clientOf>} client
 * @property {string} promises
 * @property {import('./wasm-answers').WasmAnswers} answers
 * @property {import('./backend').Observation} wasm
 * @property {import('./backend').Observation} js
 * @property {{ wasm?: import('./fault').Fault, js?: import('./fault').Fault }} faults
 * @property {import('./assumptions').Finding[]} findings
 */

/**
 * Loads the module both ways, checks it, and asks the client what it is. Sends nothing and asks the user nothing.
 *
 * @param {{ route?: string, renderer?: string }} page
 * @param {(share: number) => void} progress  told how much is done, from 0 to 1
 * @returns {Promise<Result>}
 */
function selfCheck(page, progress) {
  const root = (page.route || '').split('pages/')[0];
  const seen = /** @type {Result} */ ({ client: clientOf(page) });
  const keep = (name) => (value) => {
    seen[name] = value;
  };
  const wasm = () => loadWasm({ folder: `${root}phone-login`, timeout: PATIENCE });
  return running()
    .then(keep('running'))
    .then(timingOfPromises)
    .then(keep('promises'))
    .then(() => askWasm(root))
    .then(keep('answers'))
    .then(() => checkBackend(wasm, (share) => progress(share / 2)))
    .then(keep('wasm'))
    .then(() =>
      checkBackend(
        () => loadFallback(),
        (share) => progress(0.5 + share / 2),
      ),
    )
    .then(keep('js'))
    .then(() => {
      seen.faults = { wasm: faultOfWasm(seen.wasm, seen.answers), js: faultOfFallback(seen.js) };
      seen.findings = judge(seen);
      return seen;
    });
}

/** What the popup of this mini-program runs as. */
function running() {
  return ready().then(
    ({ backend }) => backend,
    () => '',
  );
}

module.exports = { selfCheck };
