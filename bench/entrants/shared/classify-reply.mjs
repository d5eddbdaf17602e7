/** Judges what a cloud function returned or failed with, by the documented fields. */
import { saysOk } from './classify.mjs';
import { mask } from './effects.mjs';
import { redact } from './redact.mjs';
import { finder, ofErrCode } from './table.mjs';

const server = finder('server');
const CODES_IN_TEXT = /err(?:or)? ?code[^a-z0-9-]+(-?\d+)/g;

/** Reasons that say no more than that something failed, and those that stand for several things. */
const GENERAL = ['internal', 'busy'];
const VAGUE = [...GENERAL, 'function_missing', 'network', 'bad_reply'];

export function classifyReply(reply) {
  const answer = reply.result || reply.data || reply;
  const info = answer.phoneInfo || answer.phone_info || answer;
  const said = textOf(answer) || textOf(reply);
  const evidence = weigh(answer, reply, said ? said.trim().toLowerCase() : '');
  const { phoneNumber, purePhoneNumber, countryCode } = info;
  if (phoneNumber && !evidence.spoilsNumber) {
    const number = { phoneNumber, purePhoneNumber: purePhoneNumber || phoneNumber, countryCode: countryCode || '' };
    return { kind: 'ok', ...number, maskedNumber: mask(phoneNumber), data: answer };
  }
  return rejected(evidence, said);
}

const textOf = ({ errMsg, errmsg, message, error }) => [errMsg, errmsg, message, error].find(isText);
const isText = (value) => typeof value === 'string';
const codeOf = ({ errCode, errcode }) => (errCode === undefined ? errcode : errCode);

function weigh(answer, reply, text) {
  const codes = [codeOf(answer) || codeOf(reply), ...codesIn(text)].filter(Boolean);
  const named = reasonOfCodes(codes);
  const said = text === '' || saysOk(text) ? undefined : server.byText(text);
  const errno = answer.errno || reply.errno;
  const refused = answer.success === false || codes.length > 0 || Boolean(errno) || reply.statusCode >= 400;
  const saysNothing = !refused && (answer.success === true || text === '' || saysOk(text));
  const reason = decisive(named, said) || server.byErrno(errno) || said || ofErrCode(reply.statusCode);
  return {
    spoilsNumber: refused || (answer.success !== true && said !== undefined),
    reason: reason || (saysNothing ? 'bad_reply' : 'unknown'),
    errCode: codes[0],
  };
}

const codesIn = (text) =>
  text.includes('code') ? [...text.matchAll(CODES_IN_TEXT)].map(([, code]) => Number(code)) : [];

function reasonOfCodes(codes) {
  const found = codes.map(ofErrCode).filter(Boolean);
  return found.find((reason) => !GENERAL.includes(reason)) || found[found.length - 1];
}

function decisive(named, said) {
  const saysMore = said && said !== 'internal';
  return saysMore && VAGUE.includes(named) ? undefined : named;
}

function rejected({ reason, errCode }, said) {
  const verification = { kind: 'reject', reason };
  if (errCode !== undefined) verification.errCode = errCode;
  if (reason === 'unknown' && said) verification.raw = redact(said);
  return verification;
}
