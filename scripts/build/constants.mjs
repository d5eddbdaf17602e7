import binaryen from 'binaryen';

/** Where a module's data is put when it starts: `start` is its first byte, `end` is behind its last. */
export function constantsOf(wasm) {
  /** @type {any} Its types lack the calls that read data segments. */
  const module = binaryen.readBinary(wasm);
  try {
    const places = Array.from({ length: module.getNumDataSegments() }, (_, at) => placeOf(module, at));
    if (!places.length) throw new Error('The module has no data');
    return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
  } finally {
    module.dispose();
  }
}

/** Only what is put at a constant place by itself is always there. */
function placeOf(module, at) {
  const { offset, data, passive } = module.getDataSegmentInfo(module.getDataSegmentByIndex(at));
  if (passive || typeof offset !== 'number') throw new Error('The module has data of another kind');
  return { start: offset, end: offset + data.byteLength };
}
