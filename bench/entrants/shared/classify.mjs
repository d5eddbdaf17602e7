/** Judges the event of the native button, by the documented fields. */
import { redact } from './redact.mjs';
import { finder } from './table.mjs';

const button = finder('button');
const NO_CODE = ['', 'undefined', 'null'];

export function classify(event) {
  const { code, errMsg, errno } = event.detail || event;
  const text = errMsg ? errMsg.trim().toLowerCase() : '';
  const isSuccess = !errno && (text === '' || saysOk(text));
  if (isSuccess && code && !NO_CODE.includes(code.trim())) return { kind: 'ok', code };
  return rejected(isSuccess && text ? 'missing_code' : reasonOf(text, errno), errno, errMsg);
}

export const saysOk = (text) => text === 'ok' || text.endsWith(':ok');

function reasonOf(text, errno) {
  return (errno !== undefined && button.byErrno(errno)) || button.byText(text) || 'unknown';
}

function rejected(reason, errno, said) {
  if (reason === 'quota_exhausted') return { kind: 'quota', reason };
  const outcome = { kind: 'reject', reason };
  if (errno !== undefined) outcome.errno = errno;
  if (reason === 'unknown' && said) outcome.raw = redact(said);
  return outcome;
}
