import { bilingual, element, inOneLine } from '../element.js';
import { kinds } from '../event-log.js';

const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
});

/** How far from its end a list is that still counts as read to the end, in CSS pixels. */
const NEAR = 8;

/**
 * Shows the log as it grows. Whoever reads further up is not taken away from there.
 *
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {HTMLElement} parts.counter
 * @param {HTMLSelectElement} parts.kind    which kind of entries is shown
 * @param {HTMLInputElement} parts.search   what an entry must contain to be shown
 * @param {HTMLElement} parts.newer         leads to the entries that came while another place was read
 * @param {import('../event-log.js').EventLog} log
 * @returns {{ text(): string }} what is shown, to be copied
 */
export function showLog({ list, counter, kind, search, newer }, log) {
  /** @type {Map<import('../event-log.js').Entry, HTMLElement>} */
  const rows = new Map();
  let unread = 0;
  /** Whether the end is read. The list can become lower without anybody having scrolled. */
  let follows = true;

  const isShown = (entry) => {
    const wanted = search.value.trim().toLowerCase();
    return (kind.value === '' || kind.value === entry.kind) && lineOf(entry).toLowerCase().includes(wanted);
  };
  const shown = () => log.entries.filter(isShown);
  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight <= NEAR;

  function count() {
    const [some, all] = [shown().length, log.entries.length];
    counter.textContent = some === all ? String(all) : `${some} / ${all}`;
    newer.hidden = unread === 0;
    newer.textContent = `↓ ${unread} 条新的 new`;
  }

  function goToEnd() {
    follows = true;
    unread = 0;
    list.scrollTop = list.scrollHeight;
    count();
  }

  function add(entry) {
    const row = rowOf(entry);
    row.hidden = !isShown(entry);
    rows.set(entry, row);
    list.append(row);
    for (const [old, oldRow] of rows) {
      if (rows.size <= log.entries.length) break;
      rows.delete(old);
      oldRow.remove();
    }
    if (follows) goToEnd();
    else unread += row.hidden ? 0 : 1;
  }

  function clear() {
    rows.clear();
    list.replaceChildren();
    follows = true;
    unread = 0;
  }

  function filter() {
    for (const [entry, row] of rows) row.hidden = !isShown(entry);
    goToEnd();
  }

  kind.replaceChildren(
    element('option', { value: '', textContent: inOneLine({ label: '全部', english: 'all' }) }),
    ...Object.entries(kinds).map(([value, text]) => element('option', { value, textContent: inOneLine(text) })),
  );
  kind.onchange = filter;
  search.oninput = filter;
  newer.onclick = goToEnd;
  list.onscroll = () => {
    follows = isAtEnd();
    if (follows && unread > 0) goToEnd();
  };
  new ResizeObserver(() => follows && goToEnd()).observe(list);
  log.onChange((entry) => {
    if (entry) add(entry);
    else clear();
    count();
  });
  count();
  return { text: () => shown().map(lineOf).join('\n') };
}

/** @param {import('../event-log.js').Entry} entry */
function lineOf({ time, kind, text, detail }) {
  const parts = [timeFormat.format(time), kinds[kind].label, text];
  return (detail === undefined ? parts : [...parts, JSON.stringify(detail)]).join(' ');
}

/** @param {import('../event-log.js').Entry} entry */
function rowOf({ time, kind, text, detail }) {
  return element(
    'li',
    { className: 'log-row', dataset: { kind, testid: `log-${kind}` } },
    element('time', { textContent: timeFormat.format(time) }),
    element('span', { className: `tag tag-${kind}` }, ...bilingual(kinds[kind])),
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
