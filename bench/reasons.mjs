/** The table of reasons for those who compete: read from docs/reasons.md, which is generated from the core. */
import { readFileSync } from 'node:fs';

const path = new URL('../docs/reasons.md', import.meta.url);

const SOURCES = {
  'the button': ['button'],
  'the server': ['server'],
  'the button and the server': ['button', 'server'],
};
const NOTHING = '—';

/** Rows in the order in which phrases are looked for: `{ name, sources, errnos, errCodes, phrases, next, hasFix, words }`. */
export function readReasons(document = readFileSync(path, 'utf8')) {
  const [, ...sections] = document.split(/^## `/m);
  return sections.map((section) => reason(section.slice(0, section.indexOf('`')), cells(section)));
}

const cells = (section) =>
  Object.fromEntries([...section.matchAll(/^\| ([^|]+) \| (.+) \|$/gm)].map(([, key, value]) => [key, value]));

function reason(name, row) {
  return {
    name,
    sources: SOURCES[row['Said by']],
    errnos: numbers(row['`errno`']),
    errCodes: numbers(row['`errcode`, `errCode`, HTTP status']),
    phrases: [...row.Phrases.matchAll(/“([^”]+)”/g)].map(([, phrase]) => phrase),
    next: row.Next.replaceAll('`', ''),
    hasFix: row.Developer !== NOTHING,
    words: { zh_CN: row.zh_CN, en: row.en },
  };
}

const numbers = (cell) => (cell === NOTHING ? [] : cell.split(', ').map(Number));
