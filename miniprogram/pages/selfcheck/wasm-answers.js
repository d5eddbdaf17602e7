const createGlue = require('../../phone-login/wx_phone_login_bg');
const { LOAD_TIMEOUT } = require('../../phone-login/core');
const { attempt } = require('./attempt');
const { tidy } = require('./tidy');

const MODULE = 'phone-login/wx_phone_login_bg.wasm';
const MISSING = 'no-such-module.wasm';

/**
 * How `WXWebAssembly` answers.
 *
 * @typedef {object} WasmAnswers
 * @property {boolean} exists
 * @property {string[]} members   its names
 * @property {Answer} missing     to a path that names no file
 * @property {string} shape       of the answer to the module's path: `{ instance }`, `Instance`, or nothing
 * @property {string} [oldBuffer] what becomes of the buffer of a memory that grows: `detached` or `kept`
 *
 * @typedef {{ how: 'throws' | 'rejects' | 'resolves' | 'never', text: string, value?: any }} Answer
 */

/**
 * @param {string} root  what stands before `pages/` in the path of the page
 * @returns {Promise<WasmAnswers>}
 */
function askWasm(root) {
  if (typeof WXWebAssembly === 'undefined') {
    return Promise.resolve({ exists: false, members: [], missing: { how: 'never', text: '' }, shape: '' });
  }
  const members = attempt(() => Object.getOwnPropertyNames(WXWebAssembly).sort()) || [];
  return answerTo(`/${root}${MISSING}`, {}).then((missing) => {
    const imports = { './wx_phone_login_bg.js': createGlue() };
    return answerTo(`/${root}${MODULE}`, imports).then(({ value }) => {
      const instance = value && (value.instance || value);
      const shape = instance && instance.exports ? shapeOf(value) : '';
      return { exists: true, members, missing, shape, oldBuffer: shape && oldBuffer(instance.exports.memory) };
    });
  });
}

const shapeOf = (value) => (value.instance ? '{ instance }' : 'Instance');

/** @returns {Promise<Answer>} */
function answerTo(path, imports) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ how: 'never', text: '' }), LOAD_TIMEOUT);
    const answer = (how, text, value) => {
      clearTimeout(timer);
      resolve({ how, text, value });
    };
    const withoutPath = (error) => tidy(error).split(path).join('<the path>');
    try {
      const promise = WXWebAssembly.instantiate(path, imports);
      Promise.resolve(promise).then(
        (value) => answer('resolves', '', value),
        (error) => answer('rejects', withoutPath(error)),
      );
    } catch (error) {
      answer('throws', withoutPath(error));
    }
  });
}

/** On an instance of its own, which nobody uses afterwards. */
function oldBuffer(memory) {
  return attempt(() => {
    const before = memory.buffer;
    memory.grow(1);
    return before.byteLength === 0 ? 'detached' : 'kept';
  });
}

module.exports = { askWasm };
