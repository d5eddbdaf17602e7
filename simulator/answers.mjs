/**
 * What the platform can answer to a tap on a phone number button.
 *
 * A row's `errMsg` and `errno` are what WeChat is known to say, letter for letter. `gives` names the secrets that come
 * with them, made afresh for each event. `bare` puts the fields on the event itself, without `detail`.
 *
 * @typedef {object} PlatformAnswer
 * @property {string} id
 * @property {string} group     one of the keys of {@link platformGroups}
 * @property {string} label
 * @property {string} english
 * @property {true} [sheet]     the user decides, on the sheet
 * @property {string} [errMsg]
 * @property {number} [errno]
 * @property {string[]} [gives]
 * @property {true} [bare]
 */

const QUOTA_ERRNO = 1400001;
const EVERY_SECRET = ['code', 'encryptedData', 'iv', 'cloudID'];

/** Headings of the answers, in the order in which they are shown. */
export const platformGroups = {
  user: { label: '用户', english: 'user' },
  privacy: { label: '隐私', english: 'privacy' },
  account: { label: '额度与账号', english: 'quota and account' },
  system: { label: '网络与系统', english: 'network and system' },
  odd: { label: '不常见的返回', english: 'unusual' },
};

/** @type {PlatformAnswer[]} */
export const platformAnswers = [
  { id: 'ask', group: 'user', label: '由用户选择', english: 'the user decides', sheet: true },
  {
    id: 'allow',
    group: 'user',
    label: '直接允许',
    english: 'allowed at once',
    errMsg: 'getPhoneNumber:ok',
    gives: EVERY_SECRET,
  },
  { id: 'deny', group: 'user', label: '不允许', english: 'refused', errMsg: 'getPhoneNumber:fail user deny' },
  {
    id: 'deny-android',
    group: 'user',
    label: '不允许（安卓）',
    english: 'refused, Android',
    errMsg: 'getPhoneNumber:fail:user deny',
  },
  {
    id: 'deny-old-android',
    group: 'user',
    label: '不允许（旧安卓）',
    english: 'refused, older Android',
    errMsg: 'getPhoneNumber:user deny',
  },
  {
    id: 'cancel',
    group: 'user',
    label: '关闭微信授权弹窗',
    english: 'sheet closed',
    errMsg: 'getPhoneNumber:fail user cancel',
  },
  {
    id: 'privacy-refused',
    group: 'privacy',
    label: '没有同意隐私协议（104）',
    english: 'privacy not accepted',
    errMsg: 'getPhoneNumber:fail privacy permission is not authorized',
    errno: 104,
  },
  {
    id: 'privacy-undeclared',
    group: 'privacy',
    label: '没有声明收集手机号（112）',
    english: 'not declared',
    errMsg: 'getPhoneNumber:fail api scope is not declared in the privacy agreement',
    errno: 112,
  },
  {
    id: 'privacy-banned',
    group: 'privacy',
    label: '隐私接口被停用（1025）',
    english: 'interface banned',
    errMsg: 'getPhoneNumber:fail appid privacy api banned',
  },
  {
    id: 'privacy-window-refused',
    group: 'privacy',
    label: '在隐私弹窗里拒绝',
    english: 'refused in the privacy window',
    errMsg: 'getPhoneNumber:fail user deny',
    errno: 103,
  },
  {
    id: 'quota',
    group: 'account',
    label: '额度用尽',
    english: 'quota used up',
    errMsg: 'getPhoneNumber:fail appid no enough quota',
    errno: QUOTA_ERRNO,
  },
  {
    id: 'no-permission',
    group: 'account',
    label: '没有权限',
    english: 'no permission',
    errMsg: 'getPhoneNumber:fail operateWXData:fail jsapi has no permission',
    errno: 102,
  },
  {
    id: 'no-phone-bound',
    group: 'account',
    label: '没有绑定手机号',
    english: 'no number bound',
    errMsg: 'getPhoneNumber:fail 用户未绑定手机，请先在微信客户端进行绑定后重试',
  },
  {
    id: 'phone-unverified',
    group: 'account',
    label: '手机号待验证',
    english: 'number to be verified',
    errMsg: 'getPhoneNumber:fail 用户绑定的手机需要进行验证，请在客户端完成短信验证步骤',
  },
  {
    id: 'blocked',
    group: 'account',
    label: '用户被限制使用（1421102）',
    english: 'user blocked',
    errMsg: 'getPhoneNumber:fail',
    errno: 1421102,
  },
  {
    id: 'too-frequent',
    group: 'system',
    label: '过于频繁',
    english: 'too frequent',
    errMsg: 'getPhoneNumber:fail invoke getPhoneNumber too frequently',
  },
  {
    id: 'network',
    group: 'system',
    label: '网络错误',
    english: 'network error',
    errMsg: 'getPhoneNumber:fail:network request fail',
  },
  { id: 'timeout', group: 'system', label: '超时', english: 'time-out', errMsg: 'getPhoneNumber:fail', errno: 5 },
  {
    id: 'missing-code',
    group: 'odd',
    label: '成功但没有 code',
    english: 'ok without a code',
    errMsg: 'getPhoneNumber:ok',
    gives: ['encryptedData', 'iv'],
  },
  {
    id: 'no-detail',
    group: 'odd',
    label: '事件没有 detail',
    english: 'event without detail',
    errMsg: 'getPhoneNumber:ok',
    gives: EVERY_SECRET,
    bare: true,
  },
];

/**
 * @param {string} id
 * @returns {PlatformAnswer}
 */
export function platformAnswer(id) {
  const answer = platformAnswers.find((row) => row.id === id);
  if (!answer) throw new RangeError(`没有这样的微信返回：${id}`);
  return answer;
}

/** Whether an answer is the one that WeChat may accompany with a sheet of its own. */
export const isQuota = (answer) => answer.errno === QUOTA_ERRNO;
