/** Judges the event of the native button. */
import { detailOf, saysOk } from './reading.mjs';
import { redact } from './redact.mjs';
import { ofErrno, ofText } from './table.mjs';

/** A code that was made a text where there was none. */
const NO_CODE = ['', 'undefined', 'null'];

/** `{ kind: 'ok', code }`, `{ kind: 'quota', reason }`, or `{ kind: 'reject', reason, errno, raw }`. */
export function classify(event) {
  const { code, errMsg, errno } = detailOf(event);
  const text = inLowerCase(errMsg);
  const isSuccess = !errno && (text === '' || saysOk(text));
  if (isSuccess && code !== undefined && !NO_CODE.includes(code.trim())) return { kind: 'ok', code };
  const reason = isSuccess && text ? 'missing_code' : reasonOf(text, errno);
  if (reason === 'quota_exhausted') return { kind: 'quota', reason };
  const outcome = { kind: 'reject', reason };
  if (errno !== undefined) outcome.errno = errno;
  return withRaw(outcome, errMsg);
}

export const inLowerCase = (text = '') => text.trim().toLowerCase();

const reasonOf = (text, errno) => ofErrno(errno, 'button') || ofText(text, 'button') || 'unknown';

/** What nobody understood is kept, without what belongs to a user. */
export function withRaw(outcome, said) {
  const raw = said && outcome.reason === 'unknown' ? redact(said) : '';
  if (raw) outcome.raw = raw;
  return outcome;
}
