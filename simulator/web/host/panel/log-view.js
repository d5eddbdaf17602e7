import { element } from '../element.js';
import { kinds } from '../event-log.js';

const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
});

/**
 * Shows the log as it grows.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} counter
 * @param {import('../event-log.js').EventLog} log
 */
export function showLog(list, counter, log) {
  log.onChange((entry) => {
    if (entry) list.append(row(entry));
    else list.replaceChildren();
    while (list.children.length > log.entries.length) list.firstElementChild?.remove();
    counter.textContent = String(log.entries.length);
    list.scrollTop = list.scrollHeight;
  });
}

/** @param {import('../event-log.js').Entry} entry */
function row({ time, kind, text, detail }) {
  return element(
    'li',
    { className: 'log-row', dataset: { kind, testid: `log-${kind}` } },
    element('time', { textContent: timeFormat.format(time) }),
    element('span', { className: `tag tag-${kind}`, textContent: kinds[kind] }),
    element('span', { className: 'log-text', textContent: text }),
    ...fields(detail),
  );
}

function fields(detail) {
  if (detail === undefined || detail === null) return [];
  const entries = typeof detail === 'object' ? Object.entries(detail) : [['', detail]];
  const pairs = entries.flatMap(([name, value]) => [
    element('dt', { textContent: name }),
    element('dd', { textContent: typeof value === 'string' ? value : JSON.stringify(value) }),
  ]);
  return pairs.length === 0 ? [] : [element('dl', { className: 'log-fields' }, ...pairs)];
}
