/** Every state of the sheet and of the button: how a user gets there. */
import { platformAnswer } from '../answers.mjs';

const AGREEMENTS = [{ name: '《用户服务协议》', url: '/pages/index/index' }, { name: '《隐私政策》' }];

/** What the component of every state is given: agreements that the user has to agree to. */
export const properties = { requireAgreement: true, agreements: AGREEMENTS };

const CODE = 'a-code-of-the-simulator';
/** Longer than the popup waits before it asks the server again, in milliseconds. */
const AFTER_A_PAUSE = 9000;

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

/** The server answers too late, however often it is asked. */
async function tooLate(phone) {
  await phone.ownTime();
  await authorized(phone);
  const hasFailed = () => phone.page.evaluate(() => window.phone.state?.state === 'failed');
  while (!(await hasFailed())) {
    await phone.answerCall(TIMEOUT);
    await phone.page.waitForFunction(() => window.phone.state?.countdown || window.phone.state?.state === 'failed');
    await phone.pass(AFTER_A_PAUSE);
  }
}

/** Time stands still while the sheet leaves, or while the button says so. */
async function succeeded(phone) {
  await phone.ownTime();
  await authorized(phone);
  await phone.stand();
  await phone.answerCall({ result: { success: true, phoneNumber: '13800138000', purePhoneNumber: '13800138000' } });
  await phone.reached('verified');
  await phone.page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = 600;
    }
  });
}

const wechatSays = (errcode, errmsg) => ({ result: { errcode, errmsg } });
const failing = (errCode) => ({ failure: { errCode, errMsg: `cloud.callFunction:fail ${errCode}` } });
/** No cloud function of that name, and one that did not end in time. */
const NO_FUNCTION = failing(-501000);
const TIMEOUT = failing(-504003);

const NOTHING_TO_AGREE_TO = { requireAgreement: false, agreements: [] };
const SINGLE_PAGE = 'wx.getEnterOptionsSync = () => ({ scene: 1154 });';

/** WeChat asks nobody any more about the privacy agreement for a while. */
const refusedPrivacy = answered('privacy-refused', 'rejected');

async function needsPrivacy(phone) {
  await phone.open();
  await phone.page.waitForFunction(() => window.phone.state?.openType === 'agreePrivacyAuthorization');
}

/**
 * @typedef {object} State
 * @property {string} id
 * @property {(phone: any) => Promise<void>} reach
 * @property {object} [properties]
 * @property {boolean} [needsPrivacy]
 * @property {string} [code]  runs at the end of the mini-program's app.js
 * @property {boolean} [isStalled]  whether the module is on its way for ever
 * @property {boolean} [isStaged]  whether a user alone does not get there: time or the client are made for it
 * @property {import('./phone.mjs').Subject[]} [of]  where it is worth to be seen; both unless it is said
 */

/** @type {State[]} */
const all = [
  { id: 'prompting', properties: NOTHING_TO_AGREE_TO, reach: (phone) => phone.open() },
  { id: 'agreement', of: ['sheet'], reach: (phone) => phone.open() },
  {
    id: 'consent',
    async reach(phone) {
      await phone.open();
      await phone.allow();
      await phone.page.waitForFunction(() => window.phone.state?.consentShown);
    },
  },
  {
    id: 'privacy',
    properties: { ...NOTHING_TO_AGREE_TO, privacy: 'popup' },
    needsPrivacy: true,
    reach: needsPrivacy,
  },
  { id: 'privacy-agreements', properties: { privacy: 'popup' }, needsPrivacy: true, reach: needsPrivacy },
  { id: 'authorizing', reach: tap },
  { id: 'verifying', reach: authorized },
  {
    id: 'verifying-slow',
    isStaged: true,
    async reach(phone) {
      await phone.ownTime();
      await authorized(phone);
      const status = () => phone.page.evaluate(() => window.phone.state?.status);
      const before = await status();
      await phone.pass(8500);
      await phone.page.waitForFunction((said) => window.phone.state?.status !== said, before);
    },
  },
  { id: 'waiting-minute', reach: counting(wechatSays(45011, 'api minute-quota reach limit')) },
  { id: 'waiting-seconds', of: ['sheet'], reach: counting(wechatSays(-1, 'system error')) },
  { id: 'denied', reach: answered('deny', 'rejected') },
  { id: 'denied-alone', properties: { otherLogin: 'never' }, reach: answered('deny', 'rejected') },
  { id: 'cancelled', of: ['sheet'], reach: answered('cancel', 'rejected') },
  { id: 'privacy-refused', reach: refusedPrivacy },
  { id: 'no-phone', reach: answered('no-phone-bound', 'rejected') },
  { id: 'no-permission', of: ['sheet'], reach: answered('no-permission', 'rejected') },
  {
    id: 'single-page',
    isStaged: true,
    code: SINGLE_PAGE,
    async reach(phone) {
      await tap(phone);
      await phone.reached('rejected');
    },
  },
  { id: 'send-again', isStaged: true, reach: tooLate },
  { id: 'expired', reach: failed(wechatSays(40029, 'invalid code')) },
  { id: 'setup', reach: failed(NO_FUNCTION) },
  { id: 'setup-alone', properties: { otherLogin: 'never' }, reach: failed(NO_FUNCTION) },
  { id: 'setup-contact', properties: { otherLogin: 'never', contact: true }, reach: failed(NO_FUNCTION) },
  { id: 'quota', reach: answered('quota', 'out_of_quota') },
  { id: 'quota-contact', properties: { contact: true }, reach: answered('quota', 'out_of_quota') },
  { id: 'success', isStaged: true, reach: succeeded },
  {
    id: 'loading',
    isStaged: true,
    isStalled: true,
    reach: (phone) => phone.ask(),
  },
  {
    id: 'disabled',
    of: ['button'],
    properties: { disabled: true },
    reach: (phone) => phone.open(),
  },
  {
    id: 'own-box',
    of: ['button'],
    code: 'getApp().buttonPage = { hasBox: true, agreed: true };',
    reach: answered('deny', 'rejected'),
  },
];

/** @param {import('./phone.mjs').Subject} subject */
const statesOf = (subject) => all.filter(({ of }) => !of || of.includes(subject));

/** Of the sheet. */
export const states = statesOf('sheet');

/** Of the sheet, where a user gets by tapping. */
export const reachable = states.filter(({ isStaged }) => !isStaged);

/** Of the button that stands on a page by itself. */
export const buttonStates = statesOf('button');

/** @param {string} id */
export function stateOf(id) {
  const state = all.find((one) => one.id === id);
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
