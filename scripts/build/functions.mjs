/**
 * Reads the functions of a module and what each of them costs. By a reader of our own, because binaryen reads functions
 * into its own form, and no longer knows how many bytes they had.
 */
import { Reader } from './reader.mjs';

const SECTION = { custom: 0, import: 2, code: 10, data: 11 };
const FUNCTION_NAMES = 1;

/** `{ functions: [{ name, bytes }], code, data, rest }` of a module that has its names, in bytes. */
export function costs(wasm) {
  const found = { imported: 0, bodies: [], names: new Map(), data: 0 };
  const reader = new Reader(wasm);
  while (!reader.isAtEnd) {
    const [id, end] = [reader.byte(), reader.integer() + reader.at];
    readers[id]?.(reader, found, end);
    reader.at = end;
  }
  const functions = found.bodies.map((bytes, at) => ({ name: found.names.get(at + found.imported) ?? '', bytes }));
  return { functions, data: found.data };
}

const readers = {
  [SECTION.import]: (reader, found) => {
    found.imported = reader.list(() => importedFunction(reader)).filter(Boolean).length;
  },
  [SECTION.code]: (reader, found) => {
    found.bodies = reader.list(() => reader.skipped());
  },
  [SECTION.data]: (reader, found, end) => {
    found.data = end - reader.at;
  },
  [SECTION.custom]: (reader, found, end) => {
    if (reader.text() === 'name') readNames(reader, found, end);
  },
};

/** Whether an import is a function; a module of ours imports nothing else. */
function importedFunction(reader) {
  reader.skipped();
  reader.skipped();
  const isFunction = reader.byte() === 0;
  reader.integer();
  return isFunction;
}

function readNames(reader, found, end) {
  while (reader.at < end) {
    const [kind, last] = [reader.byte(), reader.integer() + reader.at];
    if (kind === FUNCTION_NAMES) found.names = new Map(reader.list(() => [reader.integer(), reader.text()]));
    reader.at = last;
  }
}
