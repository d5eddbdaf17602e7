import { createHash } from 'node:crypto';

const BINARY = /\.(wasm|br)$/;

/**
 * The SHA-256 of a file, the same whatever line ends a checkout on Windows has given it.
 *
 * @param {string} path  says whether it is text
 * @param {Buffer} content
 */
export function hashOf(path, content) {
  const bytes = BINARY.test(path) ? content : content.toString('utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(bytes).digest('hex');
}
