/** What a button's event and a server's reply say, in whatever they are wrapped. Nothing is judged. */
import { barePhoneNumber, phoneNumber } from './phone-numbers.mjs';
import { rowOf } from './table.mjs';
import { field, has, integer, isObject, longText, parsed, shortText, textOrNumber } from './values.mjs';

/** How deep wrappers are opened, how many, and how much is kept of all words. */
const DEPTH = 6;
const LAYERS = 16;
const WORDS = 8192;

/** What older frameworks wrap WeChat's event in, and where it stands in a list of arguments. */
const OLDER_EVENTS = 'detail mp $wx mpEvent nativeEvent originalEvent event e __args__ 0 target'.split(' ');

const ERRNOS = ['errno', 'errNo', 'err_no'];
const ERR_CODES = ['errCode', 'errcode', 'err_code', 'errorCode'];
const WECHATS_TEXTS = ['errMsg', 'errmsg', 'err_msg'];
const OTHER_TEXTS = ['errorMessage', 'message', 'msg', 'error', 'detail', 'result', 'data'];

/** Who said the texts of a reply: WeChat's words say most of whose it is. */
export const WECHAT = 0;
export const CLOUD = 1;
export const SERVER = 2;

export const saysOk = (text) => /^(?:ok|success)$|(?:成功|:ok)$/i.test(text.trim());

/** `{ code, errMsg, errno }` of an event, wherever they stand. */
export function detailOf(event) {
  const detail = detailIn(event, ['detail']);
  const isEmpty = detail.code === undefined && detail.errMsg === undefined && detail.errno === undefined;
  return isEmpty ? detailIn(event, OLDER_EVENTS) : detail;
}

function detailIn(event, wrappers) {
  const layers = [opened(event)];
  while (layers.length <= DEPTH) {
    const wrapped = wrappedIn(layers[0], wrappers);
    if (!wrapped) break;
    layers.unshift(wrapped);
  }
  const errno = innermost(layers, ERRNOS, integer);
  const errMsg = innermost(layers, WECHATS_TEXTS, longText);
  return {
    code: innermost(layers, ['code'], shortText),
    errMsg: errMsg === undefined ? innermost(layers, OTHER_TEXTS, longText) : errMsg,
    errno: errno === undefined ? innermost(layers, ERR_CODES, integer) : errno,
  };
}

function opened(value) {
  const held = parsed(value);
  return held === undefined ? value : held;
}

function wrappedIn(layer, wrappers) {
  for (const key of wrappers) {
    const wrapped = opened(field(layer, key));
    if (isObject(wrapped)) return wrapped;
  }
  return undefined;
}

function innermost(layers, keys, read) {
  for (const layer of layers) {
    for (const key of keys) {
      const found = read(field(layer, key));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const PURE_NUMBERS = ['pure_phone_number', 'purePhoneNumber'];
const NUMBERS = (
  'tel telephone userPhone phoneNo phoneNum mobilePhone phoneData phone_info phoneInfo mobile phone phone_number ' +
  'PhoneNumber phoneNumber'
).split(' ');
const WRAPPERS = 'event list user userInfo info payload content body response res result data resp_data'.split(' ');
const SERVERS_TEXTS = 'debug title detail error error_msg errorMsg msg'.split(' ');

/** Reads a field into the reply, where it says something. */
const into = (key, read) => (reply, value) => keep(reply, key, read(value));

const readFlag = (value) => (typeof value === 'boolean' ? value : undefined);
const readReason = (value) => rowOf(value) && value;

/** How the fields of a reply are read; the last in a layer counts, and the innermost. */
const FIELDS = [
  ...fields(PURE_NUMBERS, (reply, value) => readNumber(reply, 'purePhoneNumber', value)),
  ...fields(NUMBERS, (reply, value) => readNumber(reply, 'phoneNumber', value)),
  ...fields(['maskedNumber'], into('maskedNumber', textOrNumber)),
  ...fields(['country_code', 'countryCode'], into('countryCode', textOrNumber)),
  ...fields(['success'], into('success', readFlag)),
  ...fields(ERR_CODES, into('errCode', integer)),
  ...fields(ERRNOS, into('errno', integer)),
  ...fields(['statusCode'], into('status', integer)),
  ...fields(['reason'], into('reason', readReason)),
  ...fields(['status', 'code'], readCode),
  ...fields(WRAPPERS, readWrapper, true),
  ...fields(SERVERS_TEXTS, (reply, value) => addWords(reply, longText(value), SERVER, true), true),
  ...fields(['message'], (reply, value) => addWords(reply, longText(value), undefined, true), true),
  ...fields(['stackTrace', 'errorMessage'], (reply, value) => addWords(reply, longText(value), CLOUD), true),
  ...fields(WECHATS_TEXTS, (reply, value) => addWords(reply, longText(value), WECHAT), true),
];

/** `isWords`: a success that has its number says nothing else by them; most replies are one. */
function fields(names, read, isWords = false) {
  return names.map((name) => ({ name, read, isWords }));
}

/** What a reply says; a text alone is a number, or what a failed call said. */
export function readReply(value) {
  const reply = {};
  const layers = [{ layer: unwrapped(value), depth: 0 }];
  for (const { layer, depth } of layers) {
    if (isObject(layer)) readLayer(reply, layers, layer, depth);
    else readWrapper(reply, layer);
  }
  if (!isObject(layers[0].layer)) reply.speaker = undefined;
  settleNumber(reply, layers);
  settleSpeaker(reply, layers);
  return reply;
}

function readLayer(reply, layers, layer, depth) {
  for (const { name, read, isWords } of FIELDS) {
    if (isWords && reply.success === true && reply.phoneNumber !== undefined) return;
    const held = field(layer, name);
    if (held === undefined) continue;
    const value = unwrapped(held);
    if (!isObject(value)) read(reply, value);
    else if (depth < DEPTH && layers.length < LAYERS) layers.push({ layer: value, depth: depth + 1 });
  }
}

/** What a list of one and a text of JSON hold, or the value itself. */
function unwrapped(value) {
  let held = value;
  for (let left = DEPTH; left && held !== undefined; left--) {
    const inside = heldBy(held);
    if (inside === undefined) break;
    held = inside;
  }
  return held;
}

const heldBy = (value) =>
  isObject(value) ? (integer(field(value, 'length')) === 1 ? field(value, '0') : undefined) : parsed(value);

/** Where there is something else. */
function keep(reply, key, value) {
  if (value !== undefined) reply[key] = value;
}

/** Such as 404, and `ETIMEDOUT` of Node. */
function readCode(reply, value) {
  const code = integer(value);
  if (code === undefined) addWords(reply, textOrNumber(value));
  else reply.code = code;
}

/** A number or words, where nothing is held. */
function readWrapper(reply, value) {
  const said = textOrNumber(value);
  const number = said === undefined ? said : barePhoneNumber(said);
  if (number) reply.bareNumber = number;
  else addWords(reply, longText(value), SERVER, true);
}

function readNumber(reply, key, value) {
  const said = textOrNumber(value);
  const number = said === undefined ? said : phoneNumber(said);
  if (number === undefined) reply.hasUnreadableNumber = true;
  else reply[key] = number;
}

/** Adds words, unless they are a page or only say "ok". */
function addWords(reply, said, speaker, isSentence) {
  if (said === undefined || said.startsWith('<') || saysOk(said)) return;
  const { text = '' } = reply;
  reply.text = text;
  if (text.length > WORDS) return;
  reply.text = text ? `${text} | ${said}` : said;
  if (isSentence) reply.sentence = said;
  if (speaker !== undefined && !(reply.speaker < speaker)) reply.speaker = speaker;
}

function settleNumber(reply, layers) {
  const isEmpty =
    ({ layer }) =>
    (name) =>
      has(layer, name) && field(layer, name) === undefined;
  if (reply.success === true && reply.phoneNumber === undefined) {
    if (layers.some((layer) => [...PURE_NUMBERS, ...NUMBERS].some(isEmpty(layer)))) reply.hasUnreadableNumber = true;
  }
  if (reply.phoneNumber === undefined) reply.phoneNumber = reply.bareNumber || reply.purePhoneNumber;
}

function settleSpeaker(reply, layers) {
  const { success, code, status } = reply;
  const isEnveloped = layers.length > 1 || success !== undefined || code !== undefined || status !== undefined;
  if (reply.speaker === undefined) reply.speaker = isEnveloped ? SERVER : WECHAT;
}
