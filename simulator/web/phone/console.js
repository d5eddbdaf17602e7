const KINDS = { warn: 'hint', error: 'error' };

/**
 * The console of a mini-program: what it warns of is shown in the event log, too.
 *
 * @param {(kind: string, text: string) => void} log
 * @returns {Console}
 */
export function observedConsole(log) {
  const observed = Object.create(console);
  for (const [method, kind] of Object.entries(KINDS)) {
    observed[method] = (...values) => {
      log(kind, values.map(textOf).join(' '));
      console[method](...values);
    };
  }
  return observed;
}

const textOf = (value) => (value instanceof Error ? value.message : String(value));
