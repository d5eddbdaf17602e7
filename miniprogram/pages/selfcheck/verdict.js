const { LOAD_TIMEOUT } = require('../../phone-login/core');
const samples = require('./samples');

const NAMES = { wasm: 'WebAssembly 模块', js: 'JavaScript 版' };

/**
 * What is wrong with a module, in words.
 *
 * @type {Record<import('./fault').Fault, (name: string, seen: import('./backend').Observation) => string>}
 */
const FAULTS = {
  'no-wxwebassembly': () => '客户端没有 WXWebAssembly',
  'slow-load': (name, { loadError, time }) =>
    loadError
      ? `${name}等了 ${seconds(time)} 秒还没有加载完成，弹窗只等 ${seconds(LOAD_TIMEOUT)} 秒`
      : `${name}加载用了 ${seconds(time)} 秒，弹窗只等 ${seconds(LOAD_TIMEOUT)} 秒`,
  'module-missing': (name) => `代码包里没有 ${name}的文件`,
  'load-failed': (name) => `${name}没有加载成功`,
  'wrong-version': (name, { version }) =>
    `${name}的版本是 ${version}，自检页的版本是 ${samples.version}，请从同一个版本复制 phone-login 和自检页`,
  trap: (name) => `${name}运行出错，没有做完检查`,
  'wrong-result': (name, { failures }) => `${name}有 ${failures.length} 项检查没有通过`,
};

const TITLES = { passed: '通过', usable: '可以使用', failed: '没有通过' };

/** Faults after which the popup runs on the other module: nothing of the faulty one is used. */
const REPLACED = ['no-wxwebassembly', 'slow-load', 'module-missing', 'load-failed'];

/**
 * What the result means, in words.
 *
 * @typedef {'passed' | 'usable' | 'failed'} Level
 * @typedef {{ level: Level, title: string, lines: string[] }} Verdict
 *
 * @param {import('./run').Result} result
 * @returns {Verdict}
 */
function verdictOf({ faults, wasm, js, findings }) {
  const level = levelOf(faults);
  const told = [faults.wasm && FAULTS[faults.wasm](NAMES.wasm, wasm), faults.js && FAULTS[faults.js](NAMES.js, js)];
  const lines = told.filter(Boolean).map((text) => `${text}。`);
  if (level === 'passed') lines.push(`${NAMES.wasm}和 ${NAMES.js}都通过了全部检查。`);
  if (level === 'usable') lines.push(`弹窗会使用 ${faults.wasm ? NAMES.js : NAMES.wasm}，检查全部通过。`);
  const refuted = findings.filter(({ verdict }) => verdict === 'refuted').length;
  if (refuted) lines.push(`另有 ${refuted} 条客户端行为与文档不同，见「与文档对照」。`);
  return { level, title: TITLES[level], lines };
}

/**
 * @param {import('./run').Result['faults']} faults
 * @returns {Level}
 */
function levelOf({ wasm, js }) {
  if (!wasm && !js) return 'passed';
  const isReplaced = (fault) => !fault || REPLACED.includes(fault);
  return (!wasm || !js) && isReplaced(wasm) && isReplaced(js) ? 'usable' : 'failed';
}

const seconds = (time) => (time / 1000).toFixed(1).replace(/\.0$/, '');

module.exports = { verdictOf };
