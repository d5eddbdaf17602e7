/** Replies of WeChat that are spoilt in every way that a seed leads to: bytes, values, names, depth and order. */

const RID = 'rid: 6705edf9-02858692-146b48b3';

const WELL_FORMED = [
  {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '+85261234567',
      purePhoneNumber: '61234567',
      countryCode: '852',
      watermark: { timestamp: 1_764_000_000, appid: 'wx0000000000000000' },
    },
  },
  {
    errcode: 0,
    errmsg: 'ok',
    phone_info: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: 86 },
  },
  { errcode: 40029, errmsg: `invalid code ${RID}` },
  { errcode: 45009, errmsg: `reach max api daily quota limit ${RID}` },
  { errcode: -1, errmsg: `system error ${RID}` },
];

const ODD = [
  ...[null, true, false, 0, -0, -1, 1.5, 1e308, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 13800138000],
  ...[
    '',
    ' ',
    '0',
    'null',
    'undefined',
    '138****8000',
    '1380013800013800',
    '1234',
    '\u0000',
    '\ud800',
    '１３８００１３８０００',
  ],
  ...['__proto__', 'constructor', '"}', '<script>', 'x'.repeat(5000), '+', '-13800138000', '13800138000\n'],
  ...[[], {}, [[]], ['13800138000'], { phoneNumber: '13800138000' }, { toString: 1, valueOf: 1 }],
];

/** @param {() => number} random */
export function createMutator(random) {
  const below = (end) => Math.floor(random() * end);
  const one = (list) => list[below(list.length)];

  /** The places of a value: its objects, with the name under which each of their fields stands. */
  function places(value, found = []) {
    if (Object(value) !== value) return found;
    for (const name of Object.keys(value)) {
      found.push([value, name]);
      places(value[name], found);
    }
    return found;
  }

  const changes = [
    ([holder, name]) => (holder[name] = one(ODD)),
    ([holder, name]) => delete holder[name],
    ([holder, name]) =>
      (holder[one(['Phone_Info', 'phoneInfo', name.toUpperCase(), `${name} `, '__proto__x'])] = holder[name]),
    ([holder, name]) => (holder[name] = [holder[name]]),
    ([holder, name]) => (holder[name] = JSON.stringify(holder[name])),
    ([holder, name]) => (holder[name] = { [name]: holder[name] }),
    ([holder, name]) =>
      (holder[name] = typeof holder[name] === 'string' ? Number(holder[name]) : `${JSON.stringify(holder[name])}`),
  ];

  function changeValues(value) {
    for (let times = 1 + below(3); times > 0; times -= 1) {
      const all = places(value);
      if (all.length > 0) one(changes)(one(all));
    }
  }

  function changeText(text) {
    const at = below(text.length + 1);
    return one([
      () => text.slice(0, at),
      () => text.slice(at),
      () => text.slice(0, at) + one(['"', '}', '{', ',', '\\', '\u0000', '\ufffd', '9', 'e']) + text.slice(at),
      () => text.slice(0, at) + text.slice(at + 1 + below(20)),
      () => text + text,
      () => `${'['.repeat(below(2000))}${text}`,
      () => `\ufeff${text}`,
    ])();
  }

  /** @returns {{ body: string, contentType: string }} */
  return () => {
    const value = structuredClone(one(WELL_FORMED));
    if (random() < 0.75) changeValues(value);
    let body = JSON.stringify(value);
    if (random() < 0.35) body = changeText(body);
    const contentType = one(['application/json; encoding=utf-8', 'application/json', 'text/plain', '']);
    return { body, contentType };
  };
}
