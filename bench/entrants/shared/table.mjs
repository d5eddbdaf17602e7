/** The reasons, which `bench/script.mjs` puts in the place of `REASONS`. */
// biome-ignore lint/correctness/noUndeclaredVariables: see above.
export const reasons = REASONS;

const byName = new Map(reasons.map((row) => [row.name, row]));

/** The row of a reason. */
export const rowOf = (name) => byName.get(name);

/** How to look for a reason among those of a source: by a number, or by the first phrase that stands in a text. */
export function finder(source) {
  const rows = reasons.filter(({ sources }) => sources.includes(source));
  const byErrno = index(rows, 'errnos');
  const phrases = rows.flatMap(({ name, phrases }) => phrases.map((phrase) => ({ name, phrase })));
  return {
    byErrno: (errno) => byErrno.get(errno),
    byText(text) {
      for (let at = 0; at < phrases.length; at++) if (text.includes(phrases[at].phrase)) return phrases[at].name;
      return undefined;
    },
  };
}

const byErrCode = index(reasons, 'errCodes');

/** The reason of a server's code or of an HTTP status. */
export const ofErrCode = (errCode) => byErrCode.get(errCode);

/** The first row that has a number. */
function index(rows, column) {
  const found = new Map();
  for (const row of rows) for (const number of row[column]) if (!found.has(number)) found.set(number, row.name);
  return found;
}
