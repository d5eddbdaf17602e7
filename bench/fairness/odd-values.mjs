/** Events and replies that nobody sent so far: the same for the same seed. */

import { randomFrom } from '../../tests/support/random.mjs';
import { readReasons } from '../reasons.mjs';

const reasons = readReasons();

const NAMES = (
  'detail mp $wx mpEvent nativeEvent originalEvent event e __args__ 0 target errno errNo err_no errCode errcode err_code ' +
  'errorCode errMsg errmsg err_msg errorMessage message msg error result data code pure_phone_number purePhoneNumber tel ' +
  'telephone phone_info phoneInfo mobile phone phone_number phoneNumber maskedNumber country_code countryCode success ' +
  'statusCode reason status list user payload body res resp_data debug title error_msg stackTrace length unheardOf'
).split(' ');

const TEXTS = [
  '13800138000',
  '+86 138-0013-8000',
  '(+852) 5123 4567',
  '\uff0b\uff18\uff16\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10',
  '138****8000',
  '12345',
  '1234',
  '00000000000000000',
  '86',
  '0',
  ' -1 ',
  '40029',
  '2147483648',
  'ok',
  'cloud.callFunction:ok',
  'getPhoneNumber:ok',
  '操作成功',
  'undefined',
  '',
  ' ',
  'e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144',
  '<html>Bad Gateway</html>',
  '{"success":true,"phoneNumber":"13800138000"}',
  '[{"phone":13800138000}]',
  '"13900139000"',
  '{not json',
  '该手机号 13800138000 已被注册，请联系 admin@example.com',
  'Forbidden',
  '错误码：45011 请求',
  'errCode: -504003 | errMsg: x',
  'error code 40013 rid: 6705edf9-02858692-146b48b3',
  'openid oABCD1234567890abcdefghijklmn of 1 3 8 0 0 1 3 8',
  'ECONNREFUSED',
  'x'.repeat(600),
  '字'.repeat(1200),
  ...reasons.map(({ name }) => name),
  ...reasons.flatMap(({ phrases }) => phrases),
];

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  1.5,
  200,
  400,
  404,
  429,
  435,
  500,
  503,
  40029,
  13800138000,
  1e21,
  Number.NaN,
  -604101,
  103,
  1400001,
];
const OTHERS = [true, true, false, null, undefined, () => undefined, Symbol('odd')];

/** Things of JavaScript that no JSON holds. */
const ODD_OBJECTS = [
  () => new Error('getPhoneNumber:fail user deny'),
  () => Object.create({ errMsg: 'getPhoneNumber:fail:user deny', phoneNumber: '13800138000' }),
  () => Object.defineProperty({ success: true }, 'phoneNumber', { get: throwing }),
  () => new Date(0),
  () => new Map([['phone', '13800138000']]),
];

function throwing() {
  throw new Error('a getter that throws');
}

/** A value that holds others, up to so many deep. */
export function oddValue(seed) {
  const next = randomFrom(seed);
  const one = (list) => list[Math.floor(next() * list.length)];
  const leaf = () => one(one([TEXTS, TEXTS, TEXTS, NUMBERS, OTHERS]));
  const value = (depth) => {
    const kind = next();
    if (depth === 0 || kind < 0.35) return leaf();
    if (kind < 0.4) return one(ODD_OBJECTS)();
    if (kind < 0.5) return Array.from({ length: 1 + Math.floor(next() * 2) }, () => value(depth - 1));
    const object = Object.fromEntries(
      Array.from({ length: 1 + Math.floor(next() * 4) }, () => [one(NAMES), value(depth - 1)]),
    );
    return kind < 0.6 ? JSON.stringify(object) : object;
  };
  return value(8);
}
