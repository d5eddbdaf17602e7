import { bilingual, element } from '../host/element.js';

const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** Who answered, as `by` of the line names it. */
const ANSWERERS = {
  wechat: { label: '微信', english: 'WeChat' },
  cache: { label: '缓存', english: 'cache' },
  limit: { label: '频率限制', english: 'limit' },
  breaker: { label: '熔断', english: 'breaker' },
  function: { label: '云函数自己', english: 'function' },
  session: { label: 'login.js', english: 'no code' },
};

const SUCCESS = { label: '成功', english: 'success' };
const YES = '✓';

/** @typedef {Node | string} Part */

/** @type {{ label: string, english: string, isOutcome?: boolean, read: (line: any) => Part[] }[]} */
const COLUMNS = [
  { label: '时间', english: 'time', read: ({ at }) => [timeFormat.format(at)] },
  { label: '云函数', english: 'function', read: (line) => [line.function] },
  { label: '结果', english: 'outcome', isOutcome: true, read: outcomeOf },
  { label: '由谁答复', english: 'by', read: ({ by }) => (ANSWERERS[by] ? bilingual(ANSWERERS[by]) : [by]) },
  { label: '毫秒', english: 'ms', read: ({ durationMs }) => [durationMs] },
  { label: '冷启动', english: 'cold start', read: ({ coldStart }) => (coldStart === 'true' ? [YES] : []) },
  { label: '付费', english: 'paid', read: ({ paid }) => (paid === 'true' ? [YES] : []) },
  { label: '请求编号', english: 'rid', read: ({ rid = '' }) => [rid] },
];

function outcomeOf({ outcome, reason, errCode }) {
  return outcome === 'success' ? bilingual(SUCCESS) : [[reason, errCode].filter(Boolean).join(' ')];
}

/** @returns {HTMLElement[]} the names of the columns */
export const columnNames = () => COLUMNS.map((column) => element('th', { scope: 'col' }, ...bilingual(column)));

/**
 * Shows the lines of the log, the newest first.
 *
 * @param {HTMLElement} body
 * @param {HTMLElement} count
 * @returns {(lines: object[]) => void}
 */
export function linesView(body, count) {
  return (lines) => {
    count.textContent = `${lines.length} 行 lines`;
    body.replaceChildren(...lines.toReversed().map(row));
  };
}

const row = (line) =>
  element(
    'tr',
    { className: `line-${line.outcome}` },
    ...COLUMNS.map(({ isOutcome, read }) => element('td', { className: isOutcome ? 'outcome' : '' }, ...read(line))),
  );
