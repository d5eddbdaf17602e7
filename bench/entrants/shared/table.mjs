/** The reasons, which `bench/bundle.mjs` puts in the place of `TABLE`. */
// biome-ignore lint/correctness/noUndeclaredVariables: see above.
const { rows, words, ranges } = TABLE;

const reasons = rows.map(([name, sources, next, sameCode, isFixable, errnos, errCodes, phrases, texts]) => ({
  name,
  sources,
  next,
  sameCode,
  isFixable,
  errnos,
  errCodes,
  phrases: phrases ? phrases.split('|') : [],
  words: words[texts],
}));

const byName = new Map(reasons.map((row) => [row.name, row]));
const byErrno = indexed('errnos');
const byErrCode = indexed('errCodes');

/** The row of a reason; `undefined` for another name. */
export const rowOf = (name) => byName.get(name);

/** Whether a reason can be what this source, `button` or `server`, says. */
const canSay = (source, row) => row.sources.includes(source);

/** The reason of a client API's `errno`, if it is a known one. */
export function ofErrno(errno, source) {
  const row = byErrno.get(errno);
  if (row) return canSay(source, row) ? row.name : undefined;
  return within(ranges.errnos, errno);
}

/** The reason of a server's code or of an HTTP status, if it is a known one. */
export function ofErrCode(errCode) {
  const row = byErrCode.get(errCode);
  return row ? row.name : within(ranges.errCodes, errCode);
}

const phrasesOf = { button: phrasesFrom('button'), server: phrasesFrom('server') };

/** The first reason of which a phrase stands in a text in lower case. */
export function ofText(text, source) {
  const phrases = phrasesOf[source];
  for (let at = 0; at < phrases.length; at++) if (text.includes(phrases[at].phrase)) return phrases[at].name;
  return undefined;
}

function phrasesFrom(source) {
  const said = reasons.filter((row) => canSay(source, row));
  return said.flatMap(({ name, phrases }) => phrases.map((phrase) => ({ name, phrase })));
}

/** The first row that has a number. */
function indexed(column) {
  const found = new Map();
  for (const row of reasons) for (const number of row[column]) if (!found.has(number)) found.set(number, row);
  return found;
}

const within = (all, number) => (all.some(([from, to]) => from <= number && number <= to) ? 'internal' : undefined);
