const samples = require('./samples');

const KINDS = {
  scenario: '测试场景',
  'button event': '按钮事件',
  text: '文字',
  number: '数字',
  memory: '内存',
};
const NONE = '-';

/** How many checks that failed are shown by name. */
const MOST_FAILURES = 5;

/**
 * What stands below the verdict.
 *
 * @param {import('./run').Result} result
 */
function tablesOf(result) {
  return { checks: checksTable(result), client: clientTable(result), findings: findingsTable(result) };
}

/** A row for each thing that is checked, with a cell for each of the two modules. */
function checksTable({ wasm, js, faults }) {
  const row = (name, cell) => ({ name, wasm: cell(wasm, faults.wasm), js: cell(js, faults.js) });
  const found = [wasm, js].map(({ kinds }) => Object.keys(kinds)).find((names) => names.length) || [];
  return [
    row('加载', ({ loadError, time }, fault) => ({
      text: loadError ? '没有加载' : `${time} ms`,
      isBad: Boolean(loadError) || fault === 'slow-load',
    })),
    row('版本', ({ version }) => ({ text: version || NONE, isBad: Boolean(version) && version !== samples.version })),
    ...found.map((kind) => row(KINDS[kind] || kind, ({ kinds }) => share(kinds[kind]))),
    row('每个事件', ({ eventTime }) => ({ text: eventTime === undefined ? NONE : `${eventTime} µs`, isBad: false })),
  ];
}

const share = (checks) =>
  checks ? { text: `${checks.passed}/${checks.all}`, isBad: checks.passed < checks.all } : { text: NONE, isBad: false };

function clientTable({ client, running, answers, promises }) {
  const missing = client.functions.filter(({ exists }) => !exists).map(({ name }) => name);
  const rows = {
    微信: client.wechat,
    系统: client.system,
    平台: client.platform,
    基础库: client.baseLibrary,
    渲染: client.renderer,
    'JavaScript 引擎': client.stack,
    'Promise 回调': { microtask: '微任务', task: '单独的任务' }[promises],
    WXWebAssembly: answers.exists ? answers.shape || '没有返回实例' : '没有',
    正在使用: { wasm: 'WebAssembly 模块', js: 'JavaScript 版' }[running],
    '缺少的 wx 函数': missing.join('、') || '无',
  };
  return Object.keys(rows).map((name) => ({ name, text: rows[name] || NONE }));
}

/** Only what is otherwise than docs/platform.md says is shown in full. */
function findingsTable({ findings }) {
  const of = (wanted) => findings.filter(({ verdict }) => verdict === wanted);
  const counts = ['confirmed', 'refuted', 'open'].map((verdict) => of(verdict).length);
  return {
    summary: `相同 ${counts[0]} 条，不同 ${counts[1]} 条，这台设备无法判断 ${counts[2]} 条。`,
    refuted: of('refuted').map(({ name, seen }) => ({ name, seen })),
  };
}

/** The checks that failed, by their names. */
function failuresOf({ wasm, js }) {
  const named = (backend, { failures }) => failures.map(({ name }) => `${backend} ${name}`);
  const all = named('wasm', wasm).concat(named('js', js));
  return { names: all.slice(0, MOST_FAILURES), others: Math.max(0, all.length - MOST_FAILURES) };
}

module.exports = { failuresOf, tablesOf };
