/**
 * The two formats between wx-server-sdk and the cloud: the request is a multipart form whose `requestData` is a
 * protobuf message, the reply is a protobuf message. Field numbers are those of the SDK's `CommApiData` and
 * `CommOpenApiResp`; they are written out here so that a change in the SDK shows.
 */
import { createRequire } from 'node:module';
import { pipeline } from 'node:stream/promises';

import { Busboy } from '@fastify/busboy';

const require = createRequire(import.meta.url);
// The SDK's own protobufjs, wherever it was installed.
const { Reader, Writer } = createRequire(require.resolve('wx-server-sdk'))('protobufjs/minimal');

const OPENAPI_DATA = 2;
const PAIRS = 1;
const KEY = 1;
const VALUE = 2;

const FORM_LIMITS = { parts: 20, fileSize: 1024 * 1024 };

/**
 * Reads a multipart form into name → Buffer. Node's own `formData()` takes a part without a file name for UTF-8, which
 * a protobuf message is not.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<Record<string, Buffer>>}
 */
export async function readForm(request) {
  /** @type {Record<string, Buffer>} */
  const form = {};
  const headers = /** @type {import('@fastify/busboy').BusboyHeaders} */ (request.headers);
  const parser = new Busboy({ headers, limits: FORM_LIMITS, isPartAFile: () => true });
  parser.on('file', (name, part) => {
    const chunks = [];
    part.on('data', (chunk) => chunks.push(chunk));
    part.on('end', () => (form[name] = Buffer.concat(chunks)));
    part.on('error', () => {}); // the form fails with its part
  });
  await pipeline(request, parser);
  return form;
}

/** What the function passed to `cloud.openapi.…(data)`, from the message that carried it. */
export function readOpenApiData(message) {
  const pairs = fieldsOf(fieldsOf(message)[OPENAPI_DATA][0])[PAIRS] ?? [];
  return Object.fromEntries(pairs.map(fieldsOf).map((pair) => [text(pair[KEY]), JSON.parse(text(pair[VALUE]))]));
}

const text = ([bytes]) => Buffer.from(bytes).toString();

/** Field number → the values it occurs with. */
function fieldsOf(message) {
  const reader = Reader.create(message);
  const fields = {};
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const isBytes = (tag & 7) === 2;
    (fields[tag >>> 3] ??= []).push(isBytes ? reader.bytes() : reader.int32());
  }
  return fields;
}

/** The reply: WeChat's body, or the error of the gateway before it. */
export function writeOpenApiReply({ body = '', contentType = '', errorCode = 0 }) {
  return Writer.create()
    .uint32((1 << 3) | 2)
    .bytes(Buffer.from(body))
    .uint32((2 << 3) | 2)
    .string(contentType)
    .uint32((3 << 3) | 0)
    .int32(errorCode)
    .finish();
}
