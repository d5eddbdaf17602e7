/** The table of reasons for those who compete: read from docs/reasons.md, which is generated from the core. */
import { readFileSync } from 'node:fs';

const path = new URL('../docs/reasons.md', import.meta.url);

const SOURCES = {
  'the button': ['button'],
  'the server': ['server'],
  both: ['button', 'server'],
};
const SAME_CODE = {
  '—': 'never',
  never: 'never',
  'on a tap': 'onTap',
  'again, with pauses': 'backoff',
  'once more': 'onceMore',
  'after a minute': 'nextMinute',
};
const LOCALES = ['zh_CN', 'zh_TW', 'en'];
const NOTHING = '—';

const read = () => readFileSync(path, 'utf8');

/**
 * Rows in the order in which phrases are looked for: `{ name, sources, errnos, errCodes, phrases, next, sameCode, hasFix,
 * words }`.
 */
export function readReasons(document = read()) {
  const [, ...sections] = document.split(/^## `/m);
  return sections.map((section) => reason(section.slice(0, section.indexOf('`')), cells(section)));
}

/** The ranges of codes that say no more than that something failed: `{ errnos, errCodes }`, each a list of two ends. */
export function readRanges(document = read()) {
  const rows = [...document.matchAll(/^\| `(errno|errcode)`.* \| (-?\d+)(?: … (-?\d+))? \| /gm)];
  const of = (wanted) =>
    rows.filter(([, name]) => name === wanted).map(([, , from, to = from]) => [Number(from), Number(to)]);
  return { errnos: of('errno'), errCodes: of('errcode') };
}

/** The same as it is bundled: rows without the names of their fields, and every text for users of these locales once. */
export function compactTable(locales, reasons = readReasons(), ranges = readRanges()) {
  const wordsOf = ({ words }) => JSON.stringify(locales.map((locale) => words[locale]));
  const words = [...new Set(reasons.map(wordsOf))];
  const rows = reasons.map((row) => {
    const { name, sources, next, sameCode, hasFix, errnos, errCodes, phrases } = row;
    return [
      name,
      sources.join(),
      next,
      sameCode,
      hasFix,
      errnos,
      errCodes,
      phrases.join('|'),
      words.indexOf(wordsOf(row)),
    ];
  });
  return { rows, words: words.map((texts) => JSON.parse(texts)), ranges };
}

const cells = (section) =>
  Object.fromEntries([...section.matchAll(/^\| ([^|]+) \| (.+) \|$/gm)].map(([, key, value]) => [key, value]));

function reason(name, row) {
  return {
    name,
    sources: SOURCES[row['Said by']],
    errnos: numbers(row['`errno`']),
    errCodes: numbers(row['`errcode`, `errCode`, HTTP status']),
    phrases: [...row.Phrases.matchAll(/`([^`]+)`/g)].map(([, phrase]) => phrase),
    next: row.Next.replaceAll('`', ''),
    sameCode: SAME_CODE[row['Same code']],
    hasFix: row.Developer !== NOTHING,
    words: Object.fromEntries(LOCALES.map((locale) => [locale, row[locale]])),
  };
}

const numbers = (cell) => (cell === NOTHING ? [] : cell.split(', ').map(Number));
