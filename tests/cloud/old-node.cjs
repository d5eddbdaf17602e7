/** Loaded before everything else: takes away what came to Node after 12.16, the oldest Node that the functions run in. */
const Module = require('node:module');

/** What Node's own code needs by its name, such as WeakRef, stays. */
const LATER = [
  [Object, ['hasOwn', 'groupBy']],
  [Promise, ['any', 'try', 'withResolvers']],
  [Array.prototype, ['at', 'findLast', 'findLastIndex']],
  [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
  [globalThis, ['AggregateError', 'structuredClone', 'fetch']],
  [require('node:crypto'), ['hkdf', 'hkdfSync', 'randomUUID', 'randomInt', 'hash']],
];

for (const [holder, names] of LATER) for (const name of names) delete holder[name];

const load = Module._load;
Module._load = function refuseScheme(request, ...rest) {
  if (request.startsWith('node:')) throw new Error(`Node 12.16 has no ${request}`);
  return load.call(this, request, ...rest);
};
