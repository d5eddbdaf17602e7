/** How values look that are another one each time: codes and users; tokens. */
const CHANGING = [/^[0-9a-f]{32,64}$/, /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/];

/** What else comes with a code, of which only the names say something. */
const SECRETS = ['encryptedData', 'iv'];

/** What nothing depends on. */
const LEFT_OUT = ['requestID', 'logs', 'cloudID', 'version'];

/** What a reply says of itself and the options of its popup say, too. */
const isSaidByOptions = (key, holder) => key === 'idempotent' && 'success' in holder;

/**
 * A journal with names in place of the secrets, by the field they stand in: `code-1`, `code-2` in the order in which they
 * come. The number is the
 * simulator's own, which is nobody's.
 *
 * @template T
 * @param {T} journal
 * @returns {T}
 */
export function givenNames(journal) {
  /** @type {Record<string, string[]>} field → its values, in the order in which they came */
  const known = {};
  const numbered = (field, value) => {
    known[field] ??= [];
    if (!known[field].includes(value)) known[field].push(value);
    return `${field}-${known[field].indexOf(value) + 1}`;
  };
  return JSON.parse(
    JSON.stringify(journal, function replace(key, value) {
      if (LEFT_OUT.includes(key) || isSaidByOptions(key, this)) return undefined;
      if (typeof value !== 'string') return value;
      if (SECRETS.includes(key)) return key;
      return CHANGING.some((look) => look.test(value)) ? numbered(key, value) : value;
    }),
  );
}
