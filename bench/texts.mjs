/** The texts for those who compete: read from the core's table of them. */
import { readFileSync } from 'node:fs';

const path = new URL('../src/text.rs', import.meta.url);

/** A row of the table: a name and the text in each locale, in this order. */
const ROW = /^ {4}(\w+)\s+"([^"]*)"\s+"([^"]*)"\s+"([^"]*)",/gm;
const LOCALES = ['zh_CN', 'zh_TW', 'en'];

/** `{ name: [text in each of these locales] }`. */
export function readTexts(locales) {
  const rows = [...readFileSync(path, 'utf8').matchAll(ROW)];
  return Object.fromEntries(
    rows.map(([, name, ...texts]) => [name, locales.map((locale) => texts[LOCALES.indexOf(locale)])]),
  );
}
