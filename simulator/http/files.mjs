import { relative } from 'node:path';
import { pipeline } from 'node:stream';
import { createBrotliDecompress } from 'node:zlib';

import { send } from '@fastify/send';

import { realPathInside } from '../inside.mjs';
import { notFound, Refusal } from './refusal.mjs';

// Nothing is answered from a cache or in parts, so the library sees no header that asks for it.
/** @type {any} The types ask for a whole request, of which the library reads these two. */
const PLAIN = { method: 'GET', headers: {} };
const OPTIONS = /** @type {const} */ ({
  index: false,
  dotfiles: 'ignore',
  acceptRanges: false,
  cacheControl: false,
  etag: false,
  lastModified: false,
});

/**
 * A file of a folder, as it is now.
 *
 * @param {string} root
 * @param {string} path  as it stands in the URL
 * @returns {Promise<import('./answer.mjs').Answer>}
 * @throws {Refusal} 400, 404
 */
export async function openFile(root, path) {
  const onFile = (file, stat) => assertServed(root, file, stat);
  const { type, statusCode, headers, stream, metadata } = await send(PLAIN, path, { ...OPTIONS, root, onFile });
  if (statusCode === 500 && 'error' in metadata) throw metadata.error;
  if (statusCode === 400) throw new Refusal(400, '网址不对');
  if (type !== 'file') throw notFound();
  return { headers: { ...headers, 'Content-Type': typeOf(headers) }, body: stream };
}

/** A module that is kept compressed; the page gets it as it was before. */
export async function openUnpacked(root, path) {
  const { body } = await openFile(root, path);
  // Errors go on to the reader of what is returned.
  return { headers: { 'content-type': 'application/wasm' }, body: pipeline(body, createBrotliDecompress(), () => {}) };
}

/** As RFC 9239 names JavaScript; the library has the older name, and none for what it does not know. */
const typeOf = ({ 'Content-Type': type = 'application/octet-stream' }) =>
  type.replace('application/javascript', 'text/javascript');

async function assertServed(root, file, stat) {
  if (!stat.isFile() || !(await realPathInside(root, relative(root, file)))) throw notFound();
}
