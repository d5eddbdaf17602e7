/** What keeps a goal from being met: how low this way can go, and what it would take to go lower. */
const FLOORS = [
  {
    row: /^bytes/,
    floor: "8.6 kB: a class, an allocator and serde-wasm-bindgen (5.1), wasm-bindgen's glue (2.3), the loader (1.2)",
    takes: 'half of the decisions left out, or the machine as a table for a smaller interpreter; no serde saves 0.6',
  },
  {
    row: /^button event, V8/,
    floor: '17 % less: one call for each field instead of the four that serde-wasm-bindgen makes (measured)',
    takes: 'one buffer in and one out, read by JavaScript in one go, with an encoder of our own',
  },
  {
    row: /^button event, JavaScriptCore without JIT/,
    floor: '20 % less with one call for each field (measured); half of an event is the module, interpreted',
    takes: 'the same buffer, and classification that reads less of its 149 phrases',
  },
];

/** A line for each row that missed its goal; undefined stands for a row of which nothing is known. */
export function floorsOf(rows) {
  return rows.filter(({ isMet }) => isMet === false).map(({ what }) => lineFor(what));
}

function lineFor(what) {
  const known = FLOORS.find(({ row }) => row.test(what));
  return known && `${what}: the floor is ${known.floor}. It takes ${known.takes}.`;
}
