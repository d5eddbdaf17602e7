/** Takes a module on stdin; writes the names of the features without which it is not valid, as JSON. */
import { readFileSync } from 'node:fs';
import binaryen from 'binaryen';

const { All, MVP, ...features } = binaryen.Features;

/** A feature that holds another one cannot be there without it. */
const holders = { BulkMemoryOpt: features.BulkMemory, CallIndirectOverlong: features.ReferenceTypes };

const module = binaryen.readBinary(readFileSync(0));
const isValid = (allowed) => {
  module.setFeatures(allowed);
  return Boolean(module.validate());
};
const without = (name) => All & ~features[name] & ~(holders[name] ?? 0);
const needed = isValid(MVP) ? [] : Object.keys(features).filter((name) => !isValid(without(name)));
process.stdout.write(JSON.stringify(needed));
