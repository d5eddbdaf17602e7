import { same } from './same.mjs';

/** What each sample of a button's event has to be, as it comes and in other clothes. */
export function buttonEvents({ classify }, samples) {
  return samples.map(({ event: { detail }, expect }, index) => [
    `button event ${index}: ${detail.errMsg}`,
    () => {
      const expected = outcome(expect, detail);
      for (const [clothes, event] of Object.entries(inClothes(detail))) same(classify(event), expected, clothes);
      same(classify({ detail: inRealtime(detail, 'errMsg') }), inRealtime(expected, 'raw'), 'from the realtime button');
    },
  ]);
}

function inClothes(detail) {
  const numbered = detail.errno === undefined ? detail : { ...detail, errno: String(detail.errno) };
  return {
    'as it comes': { detail },
    'without a detail wrapper': detail,
    'a whole event': { type: 'getphonenumber', detail, target: {}, timeStamp: 1 },
    'with a numeric string for errno': { detail: numbered },
  };
}

/** The whole outcome that the sample expects of a detail. */
function outcome({ kind, reason }, { code, errno, errMsg }) {
  if (kind === 'ok') return { kind, code };
  const raw = reason === 'unknown' && { raw: errMsg };
  return { kind, reason, ...(kind === 'reject' && errno !== undefined && { errno }), ...raw };
}

function inRealtime(value, field) {
  if (!(field in value)) return value;
  return { ...value, [field]: value[field].replace('getPhoneNumber', 'getRealtimePhoneNumber') };
}
