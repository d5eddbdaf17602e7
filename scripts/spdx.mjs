/**
 * Licence expressions of SPDX: names with AND, OR, WITH and brackets, and the slash that cargo once took for OR. Written
 * here because spdx-satisfies brings six packages, one of which has a licence that would need an exception of its own.
 */

/** The licences to keep to, where those that one may choose are enough; undefined where they are not. */
export function chosenLicences(expression, isAllowed) {
  const words = `${expression}`.replaceAll('/', ' OR ').match(/[()]|[\w.+-]+/g) ?? [];
  let at = 0;

  function any() {
    let chosen = all();
    while (words[at] === 'OR') {
      at += 1;
      const other = all();
      chosen ??= other;
    }
    return chosen;
  }

  function all() {
    let chosen = one();
    while (words[at] === 'AND') {
      at += 1;
      const other = one();
      chosen = chosen && other && [...chosen, ...other];
    }
    return chosen;
  }

  function one() {
    if (words[at] === '(') {
      at += 1;
      const chosen = any();
      at += 1;
      return chosen;
    }
    const name = words[at + 1] === 'WITH' ? words.slice(at, at + 3).join(' ') : words[at];
    at += name?.includes(' ') ? 3 : 1;
    return name && isAllowed(name) ? [name] : undefined;
  }

  const chosen = any();
  return at === words.length ? chosen : undefined;
}
