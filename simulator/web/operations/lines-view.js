import { element } from '../host/element.js';

const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** Who answered, as `by` of the line names it. */
const ANSWERERS = {
  wechat: '微信 WeChat',
  cache: '缓存 cache',
  limit: '限频 limit',
  breaker: '熔断 breaker',
  function: '云函数 function',
  session: 'login.js',
};

const CELLS = [
  ({ at }) => timeFormat.format(at),
  (line) => line.function,
  ({ outcome, reason, errCode }) => (outcome === 'success' ? '成功 success' : [reason, errCode].filter(Boolean).join(' ')),
  ({ by }) => ANSWERERS[by] ?? by,
  ({ durationMs }) => durationMs,
  ({ coldStart }) => (coldStart === 'true' ? '是 yes' : ''),
  ({ paid }) => (paid === 'true' ? '是 yes' : ''),
  ({ rid = '' }) => rid,
];

const OUTCOME = 2;

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
    ...CELLS.map((read, at) =>
      element('td', { className: at === OUTCOME ? 'outcome' : '', textContent: String(read(line)) }),
    ),
  );
