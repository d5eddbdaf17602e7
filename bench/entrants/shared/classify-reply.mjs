/** Judges what a cloud function, an HTTP server or a failed call returned. */
import { inLowerCase, withRaw } from './classify.mjs';
import { maskPhoneNumber, phoneNumber } from './phone-numbers.mjs';
import { CLOUD, readReply, SERVER, saysOk } from './reading.mjs';
import { redact } from './redact.mjs';
import { ofErrCode, ofErrno, ofText, rowOf } from './table.mjs';
import { field, integer } from './values.mjs';

/** Reasons that say no more than that something failed, and those that stand for several things. */
const GENERAL = ['internal', 'busy'];
const VAGUE = [...GENERAL, 'function_missing', 'network', 'bad_reply'];

/** What makes words those of WeChat, of Tencent's cloud or of what a server runs on. */
const PLATFORM_SIGNS =
  /:fail| rid:|cloud\.|errcode|errmsg|openapi|callid|econn|etimedout|enotfound|socket hang up|cannot find module|callfunction/;

/** Names of statuses, which are no sentence for a user. */
const NO_SENTENCE =
  /^(?:$|[{[<]|(?:unauthorized|forbidden|access denied|bad request|not found|no message available)$)/i;

/** The most characters of a server's sentence. */
const SENTENCE = /^[^]{0,60}/u;

const isStatus = (code) => code >= 400 && code < 600;
const isOfFunction = (status) => status >= 430 && status <= 450;

/** `{ kind: 'ok', data, … }` with the number, or `{ kind: 'reject', reason, errCode, message, raw }`. */
export function classifyReply(value) {
  const reply = readReply(value);
  const { spoilsSuccess, reason, errCode } = weigh(reply);
  if (!spoilsSuccess && (reply.phoneNumber || saysSuccessWithoutNumber(reply))) return accepted(reply, value);
  const rejected = { kind: 'reject', reason };
  if (errCode) rejected.errCode = errCode;
  const message = reason === 'server_refused' ? SENTENCE.exec(redact(sentenceOf(reply)))[0] : '';
  if (message) rejected.message = message;
  return withRaw(rejected, reply.text);
}

const saysSuccessWithoutNumber = ({ success, hasUnreadableNumber, status }) =>
  success === true && !hasUnreadableNumber && !(status >= 400);

function accepted(reply, value) {
  const { phoneNumber: number, purePhoneNumber = number, countryCode = '' } = reply;
  const success = { kind: 'ok', data: dataOf(value) };
  if (number) Object.assign(success, { phoneNumber: number, purePhoneNumber });
  if (number || countryCode) success.countryCode = countryCode;
  const masked = number ? maskPhoneNumber(number) : maskedOf(reply);
  if (masked) success.maskedNumber = masked;
  return success;
}

/** What a server took for masked: a number that can be read is not. */
function maskedOf({ maskedNumber }) {
  const number = maskedNumber && phoneNumber(maskedNumber);
  return number ? maskPhoneNumber(number) : maskedNumber;
}

/** What the server sent, without what the cloud or `wx.request` put around it. */
function dataOf(reply) {
  const data = field(reply, field(reply, 'statusCode') === undefined ? 'result' : 'data');
  return data === undefined ? reply : data;
}

/** What a reply says against a number. */
function weigh(reply) {
  const { speaker, success, errno, status } = reply;
  const text = saysOk(reply.text || '') ? '' : inLowerCase(reply.text);
  const codes = codesOf(reply, text);
  const words = text && ofText(text, 'server');
  const isPlatforms =
    speaker !== SERVER || codes.reason || words === 'code_invalid' || (text && PLATFORM_SIGNS.test(text));
  const platformsWords = isPlatforms ? words : undefined;
  const named = reply.reason && rowOf(reply.reason).sources.includes('server') ? reply.reason : undefined;
  const reason =
    unless(GENERAL, named) ||
    unless(VAGUE, codes.reason) ||
    ofErrno(errno, 'server') ||
    unless(['internal'], platformsWords) ||
    unless(['internal'], isOfFunction(status) ? ofErrCode(status) : undefined) ||
    named ||
    codes.reason ||
    platformsWords ||
    ofStatus(reply, !isPlatforms, words);
  const refused = refuses(reply, codes);
  const saysNothing = !refused && (success === true || !text);
  return {
    // A number may come with any friendly text, and only a known failure speaks against it.
    spoilsSuccess: refused || (success !== true && platformsWords),
    reason: reason || (saysNothing ? 'bad_reply' : 'unknown'),
    errCode: codes.first,
  };
}

const unless = (reasons, reason) => (reasons.includes(reason) ? undefined : reason);

const refuses = ({ success, code, errno, status }, { first }) =>
  success === false || first || code < 0 || isStatus(code) || errno || status >= 400;

/** What the status says, or that a server of one's own refused, where another try need not help. */
function ofStatus(reply, isServers, words) {
  const ofHttp = reply.status >= 400 ? reply.status : undefined;
  const status = ofHttp || (isStatus(reply.code) ? reply.code : undefined);
  const decides = ofHttp === 404 || ofHttp >= 500 || status === 408 || status === 429;
  const failed = isStatus(reply.code) && reply.code >= 500 && GENERAL.includes(words);
  if (isServers && !decides && !failed && reply.success !== true && sentenceOf(reply)) return 'server_refused';
  return status && ofErrCode(status);
}

/** What a server of one's own said to a user: no page, no JSON, and not only the name of a status. */
function sentenceOf({ sentence = '' }) {
  const said = sentence.trim();
  return NO_SENTENCE.test(said) || saysOk(said) ? '' : said;
}

/** The first code of a reply, and the reason of the first that is known. */
function codesOf(reply, text) {
  const codes = { first: undefined, reason: undefined };
  const add = (code) => {
    if (!code) return;
    codes.first = codes.first || code;
    // "Execution failed" can be followed by the code of what went wrong inside the function.
    if (codes.reason && !GENERAL.includes(codes.reason)) return;
    const reason = code === -1 && isOfCloud(reply, text) ? 'internal' : ofErrCode(code);
    codes.reason = reason || codes.reason;
  };
  const addIfKnown = (code) => {
    if (code !== -1 && !isStatus(code) && ofErrCode(code)) add(code);
  };
  add(reply.errCode);
  addIfKnown(reply.code);
  if (/\d/.test(text)) addFrom(text, add, addIfKnown);
  return codes;
}

/** Tencent's cloud says −1 of anything; WeChat's server says it where it is busy. */
const isOfCloud = ({ speaker, status }, text) =>
  speaker === CLOUD ||
  isOfFunction(status) ||
  /errorcode|stacktrace/.test(text) ||
  (text.includes('cloud') && !text.includes('openapi'));

/** The numbers of a text that follow a label of codes, and six digits behind a minus. */
function addFrom(text, add, addIfKnown) {
  let before = '';
  let label = '';
  for (const word of text.match(/[\da-z-]+|[\u0080-\uffff]+/g)) {
    const code = integer(word);
    if (/^err(?:or)?code$/.test(label) || (label === 'code' && /^err(?:or)?$/.test(before))) add(code);
    else if (label === 'code' || code < -99_999 || /[码碼]/.test(label)) addIfKnown(code);
    before = label;
    label = word;
  }
}
