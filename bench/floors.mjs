/** What keeps a goal from being met: how low this way can go, and what it would take to go lower. */
const FLOORS = [
  {
    row: /^loaded, brotli/,
    floor: "8.6 kB: a class, an allocator and serde-wasm-bindgen (5.1), wasm-bindgen's glue (2.3), the loader (1.2)",
    takes: 'names that are handed over once, and an encoder that knows no field: 2.5 kB of 22.1 in a trial on 0.1.0',
  },
  {
    row: /^(button event|all events|instructions)/,
    floor: 'a third of the instructions, in a trial on 0.1.0',
    takes:
      'names handed over once instead of decoded with each field, one crossing out, and a filter before the phrases',
  },
  {
    row: /^added to a package/,
    floor: '123 kB in a trial on 0.1.0, whose folder has 162; two thirds are the fallback',
    takes: 'the same, and times of 32 bits: those of 64 are 4.5 kB of the fallback',
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
