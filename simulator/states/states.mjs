/** Every state of the sheet: how a user gets there, and the status line that belongs to it. */
import { platformAnswer } from '../answers.mjs';

const AGREEMENTS = [{ name: '《用户服务协议》', url: '/pages/index/index' }, { name: '《隐私政策》' }];

/** What the popup of every state is given: a box to tick, and two agreements. */
export const properties = { requireAgreement: true, agreements: AGREEMENTS };

const CODE = 'a-code-of-the-simulator';

/** The user ticks the box and taps the button. */
async function tap(phone) {
  await phone.open();
  await phone.tick();
  await phone.allow();
}

/** WeChat answers as in a row of `answers.mjs`. */
const answered = (id, state) => async (phone) => {
  await tap(phone);
  const { errMsg, errno } = platformAnswer(id);
  await phone.answerNumber({ errMsg, ...(errno && { errno }) });
  await phone.reached(state);
};

async function authorized(phone) {
  await tap(phone);
  await phone.answerNumber({ errMsg: 'getPhoneNumber:ok', code: CODE });
  await phone.reached('verifying');
}

/** The server answers with an error code of WeChat's. */
const refused =
  (...answers) =>
  async (phone) => {
    await authorized(phone);
    for (const answer of answers) await phone.answerCall(answer);
  };

const counting = (answer) => async (phone) => {
  await refused(answer)(phone);
  await phone.page.waitForFunction(() => Number(window.phone.state?.countdown) > 0);
};

const failed = (answer) => async (phone) => {
  await refused(answer)(phone);
  await phone.reached('failed');
};

const wechatSays = (errcode, errmsg) => ({ result: { errcode, errmsg } });
const NO_FUNCTION = { failure: { errCode: -501000, errMsg: 'cloud.callFunction:fail -501000 FUNCTION_NOT_FOUND' } };

/**
 * @typedef {object} State
 * @property {string} id
 * @property {(phone: any) => Promise<void>} reach
 * @property {object} [properties]
 * @property {boolean} [needsPrivacy]
 * @property {[tone: string, text: string]} [status]  the core does not say it yet: whoever shows the state sets it
 */

/** @type {State[]} */
export const states = [
  { id: 'prompting', properties: { requireAgreement: false, agreements: [] }, reach: (phone) => phone.open() },
  { id: 'agreement', reach: (phone) => phone.open() },
  {
    id: 'agreement-needed',
    status: ['info', '请先勾选同意协议，再继续登录'],
    async reach(phone) {
      await phone.open();
      await phone.allow();
    },
  },
  {
    id: 'privacy',
    properties: { privacy: 'popup', requireAgreement: false, agreements: [] },
    needsPrivacy: true,
    status: ['info', '同意隐私指引后，可用微信手机号登录'],
    async reach(phone) {
      await phone.open();
      await phone.page.waitForFunction(() => window.phone.state?.openType === 'agreePrivacyAuthorization');
    },
  },
  { id: 'authorizing', status: ['busy', '请在微信弹窗中选择是否提供手机号'], reach: tap },
  { id: 'verifying', status: ['busy', '已收到授权，正在安全验证手机号'], reach: authorized },
  {
    id: 'waiting-minute',
    status: ['wait', '登录的人较多，到时会自动重试'],
    reach: counting(wechatSays(45011, 'api minute-quota reach limit')),
  },
  {
    id: 'waiting-seconds',
    status: ['wait', '网络不稳定，稍后会自动重试'],
    reach: counting(wechatSays(-1, 'system error')),
  },
  { id: 'denied', status: ['info', '没关系，可换其他方式登录，或稍后再来'], reach: answered('deny', 'rejected') },
  { id: 'cancelled', status: ['info', '授权未完成，需要时再点一次就好'], reach: answered('cancel', 'rejected') },
  {
    id: 'no-phone',
    status: ['info', '可在微信「账号与安全」绑定后再试'],
    reach: answered('no-phone-bound', 'rejected'),
  },
  {
    id: 'no-permission',
    status: ['warn', '暂不支持手机号登录，请换其他方式'],
    reach: answered('no-permission', 'rejected'),
  },
  { id: 'send-again', status: ['error', '登录服务暂不可用，请换其他方式登录'], reach: failed(NO_FUNCTION) },
  {
    id: 'expired',
    status: ['warn', '本次授权已失效，重新授权即可继续'],
    reach: failed(wechatSays(40029, 'invalid code')),
  },
  { id: 'quota', status: ['warn', '手机号登录暂不可用，请换其他方式'], reach: answered('quota', 'out_of_quota') },
];

/** @param {string} id */
export function stateOf(id) {
  const state = states.find((one) => one.id === id);
  if (!state) throw new RangeError(`no state ${id}`);
  return state;
}

/**
 * Windows by name: the page's size on a phone of that size, without WeChat's bars.
 *
 * @type {Record<string, import('./phone.mjs').Screen>}
 */
export const screens = {
  320: { width: 320, height: 504 },
  375: { width: 375, height: 724, safeBottom: 34 },
  430: { width: 430, height: 834, safeBottom: 34 },
  short: { width: 375, height: 420 },
  split: { width: 320, height: 300 },
  landscape: { width: 812, height: 331, safeBottom: 21 },
  'landscape-667': { width: 667, height: 331 },
  'landscape-287': { width: 812, height: 287, safeBottom: 21 },
  tablet: { width: 768, height: 956, safeBottom: 20 },
  'tablet-wide': { width: 1024, height: 680, safeBottom: 20 },
  pc: { width: 900, height: 656 },
  'pc-600': { width: 900, height: 556 },
};
