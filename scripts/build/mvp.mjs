/** Whether a module is one of WebAssembly's first version, the MVP. The judge is wabt, with every proposal off. */
import loadWabt from 'wabt';

/** @type {any} Its types lack the list of proposals, and that a validation takes them. */
const wabt = await loadWabt();
const proposals = Object.keys(wabt.FEATURES);

/** Those that are in no standard yet come first, then the newest: some bring older ones with them. */
const newestFirst = [false, true].flatMap((isStandard) =>
  proposals.filter((name) => wabt.FEATURES[name] === isStandard).reverse(),
);

/** What a module has that the MVP does not: wabt's words, and the proposal it belongs to; undefined for a valid one. */
export function beyondMvp(wasm) {
  const bytes = Uint8Array.from(wasm); // wabt reads the whole of a buffer that Node has shared among files.
  const words = complaint(bytes, []);
  if (!words) return undefined;
  const needed = neededBy(bytes);
  return needed.length ? `${words} (${needed.join(', ')})` : words;
}

/** The proposals that a module needs: all of them, less each without which it is still valid. */
function neededBy(bytes) {
  if (complaint(bytes, proposals)) return [];
  const without = (needed, name) => needed.filter((other) => other !== name);
  return newestFirst.reduce(
    (needed, name) => (complaint(bytes, without(needed, name)) ? needed : without(needed, name)),
    proposals,
  );
}

/** What wabt says against a module where only these proposals are allowed. */
function complaint(bytes, allowed) {
  const features = Object.fromEntries(proposals.map((name) => [name, allowed.includes(name)]));
  let module;
  try {
    module = wabt.readWasm(bytes, features);
    module.validate(features);
    return undefined;
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    return /error: (.*)/.exec(message)?.[1] ?? message;
  } finally {
    module?.destroy();
  }
}
