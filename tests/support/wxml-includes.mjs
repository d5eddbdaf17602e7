import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const INCLUDE = /<include src="([^"]+)" *\/>/g;

/** A WXML text with what it includes in its place; `read` gives the text of a file by the path that stands there. */
export const withIncludes = (wxml, read) => wxml.replace(INCLUDE, (_, src) => withIncludes(read(src), read));

/** Teaches j-component, WeChat's older engine in Node, the two tags of a component's WXML that it does not know. */
export function teachTags(simulate) {
  simulate.load({ id: 'root-portal', tagName: 'wx-root-portal', template: '<slot></slot>' });
  const files = require('miniprogram-simulate/src/utils');
  const { readFile } = files;
  files.readFile = (path) => {
    const text = readFile(path);
    return path.endsWith('.wxml') ? withIncludes(text, (src) => readFile(join(dirname(path), src))) : text;
  };
}
