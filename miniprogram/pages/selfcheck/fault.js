const { LOAD_TIMEOUT } = require('../../phone-login/core');
const samples = require('./samples');
const { tidy } = require('./tidy');

/** What a client says of a file that is not there, in words. */
const SAYS_MISSING = /not (be )?(found|exist|defined)|no such|does ?n.t exist|not in the package|没有|不存在|找不到/i;

/**
 * What is wrong with a module; where it is several things, the one that says most of why.
 *
 * @typedef {'no-wxwebassembly' | 'slow-load' | 'module-missing' | 'load-failed' | 'wrong-version' | 'trap' | 'wrong-result'} Fault
 */

/**
 * @param {import('./backend').Observation} seen
 * @param {import('./wasm-answers').WasmAnswers} answers
 * @returns {Fault | undefined}
 */
function faultOfWasm(seen, answers) {
  if (!answers.exists) return 'no-wxwebassembly';
  const isSlow = seen.time > LOAD_TIMEOUT;
  if (!seen.loadError) return faultOfModule(seen) || (isSlow ? 'slow-load' : undefined);
  if (isSlow) return 'slow-load';
  return saysMissing(seen.loadError, answers.missing.text) ? 'module-missing' : 'load-failed';
}

/**
 * @param {import('./backend').Observation} seen
 * @returns {Fault | undefined}
 */
function faultOfFallback(seen) {
  if (seen.loadError) return SAYS_MISSING.test(textOf(seen.loadError)) ? 'module-missing' : 'load-failed';
  return faultOfModule(seen);
}

/**
 * @param {import('./backend').Observation} seen
 * @returns {Fault | undefined}
 */
function faultOfModule({ version, trap, failures }) {
  if (version !== samples.version) return 'wrong-version';
  if (trap) return 'trap';
  return failures.length ? 'wrong-result' : undefined;
}

/** Whether the client says of the module what it says of a file that cannot be there, and says what that means. */
function saysMissing(error, ofMissing) {
  const [core] = ofMissing.split('<the path>');
  const lines = textOf(error).split('\n');
  return SAYS_MISSING.test(ofMissing) && lines.some((line) => tidy(line).includes(core.trim()));
}

const textOf = (error) => String((error && error.message) || error);

module.exports = { faultOfFallback, faultOfWasm };
