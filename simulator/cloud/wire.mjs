/**
 * The two formats between wx-server-sdk and the cloud: the request is a multipart form whose `requestData` is a
 * protobuf message, the reply is a protobuf message. Field numbers are those of the SDK's `CommApiData` and
 * `CommOpenApiResp`; they are written out here so that a change in the SDK shows.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The SDK's own protobufjs, wherever it was installed.
const { Reader, Writer } = createRequire(require.resolve('wx-server-sdk'))('protobufjs/minimal');

const OPENAPI_DATA = 2;
const PAIRS = 1;
const KEY = 1;
const VALUE = 2;

/** Reads a multipart form into name → Buffer. */
export function readForm(body, contentType) {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  const parts = body.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(parts.map(readPart));
}

function readPart(part) {
  const headEnd = part.indexOf('\r\n\r\n');
  const name = /name="([^"]*)"/.exec(part.slice(0, headEnd))[1];
  return [name, Buffer.from(part.slice(headEnd + 4, -'\r\n'.length), 'latin1')];
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
