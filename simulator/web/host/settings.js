import { brands } from '../../states/brands.mjs';

const AGREEMENTS = [
  { name: '《用户服务协议》', url: '/pages/index/index?agreement=service' },
  { name: '《隐私政策》', url: '/pages/index/index?agreement=privacy' },
];

const LOGIN_PAGE = 'pages/login/login';
const SEED_PAGE = 'pages/index/index';

/**
 * What the panel sets besides the answers; the first option is the default. `properties` are those of the popup, `page`
 * is the one that opens first, or the first of app.json, `backEnd` is what exchanges the code, `device` is more of the phone,
 * `wxss` is what app.wxss says besides. A server's answer is `latency` milliseconds late;
 * while nobody works the mini-program's time passes `timeRate` times faster.
 *
 * @typedef {{
 *   id: string, label: string, english: string, properties?: object, page?: string, backEnd?: string, latency?: number, timeRate?: number,
 *   device?: Partial<import('../phone/bridge.js').Device>, wxss?: string,
 * }} Option
 * @type {Record<string, { label: string, english: string, options: Option[] }>}
 */
export const settings = {
  mode: {
    label: '验证方式',
    english: 'button',
    options: [
      { id: 'quick', label: '快速', english: 'quick', properties: { mode: 'quick' } },
      { id: 'realtime', label: '实时', english: 'realtime', properties: { mode: 'realtime' } },
    ],
  },
  verifier: {
    label: '页面',
    english: 'page',
    options: [
      {
        id: 'login',
        label: '登录（phoneLogin）',
        english: 'cloud function',
        page: LOGIN_PAGE,
        properties: { cloudFunction: 'phoneLogin', exchange: '', idempotent: true },
      },
      {
        id: 'own-server',
        label: '登录（自己的服务器）',
        english: 'own server',
        page: LOGIN_PAGE,
        backEnd: 'own-server',
        properties: { cloudFunction: '', exchange: 'own-server', idempotent: true },
      },
      {
        id: 'cloud-hosting',
        label: '登录（云托管）',
        english: 'cloud hosting',
        page: LOGIN_PAGE,
        backEnd: 'cloud-hosting',
        properties: { cloudFunction: '', exchange: 'cloud-hosting', idempotent: true },
      },
      {
        id: 'page',
        label: '原文档，页面换取',
        english: 'by the page',
        page: SEED_PAGE,
        properties: { cloudFunction: '', exchange: '', idempotent: false },
      },
      {
        id: 'popup',
        label: '原文档，弹窗换取',
        english: 'by the popup',
        page: SEED_PAGE,
        properties: { cloudFunction: 'decryptPhoneNumber', exchange: '', idempotent: true },
      },
      {
        id: 'first',
        label: 'app.json 的第一页',
        english: 'the first of app.json',
        properties: { cloudFunction: 'phoneLogin', exchange: '', idempotent: true },
      },
    ],
  },
  agreement: {
    label: '勾选协议',
    english: 'agreement',
    options: [
      { id: 'none', label: '不需要', english: 'none', properties: { requireAgreement: false, agreements: [] } },
      {
        id: 'wechat',
        label: '《用户隐私保护指引》',
        english: 'guide of WeChat',
        properties: { requireAgreement: true, agreements: [] },
      },
      { id: 'own', label: '自有协议', english: 'own', properties: { requireAgreement: true, agreements: AGREEMENTS } },
    ],
  },
  privacy: {
    label: '隐私弹窗由谁弹出',
    english: 'privacy asked by',
    options: [
      { id: 'wechat', label: '微信', english: 'WeChat', properties: { privacy: 'wechat' } },
      { id: 'popup', label: '弹窗', english: 'popup', properties: { privacy: 'popup' } },
    ],
  },
  serverMessage: {
    label: '服务端的提示',
    english: 'words of the server',
    options: [
      { id: 'kept', label: '不展示', english: 'hidden', properties: { showServerMessage: false } },
      { id: 'shown', label: '展示给用户', english: 'shown', properties: { showServerMessage: true } },
    ],
  },
  otherLogin: {
    label: '其他方式登录',
    english: 'another way to log in',
    options: [
      {
        id: 'after-refusal',
        label: '没有成功时提供',
        english: 'after a failure',
        properties: { otherLogin: 'after-refusal' },
      },
      { id: 'always', label: '始终提供', english: 'always', properties: { otherLogin: 'always' } },
      { id: 'never', label: '不提供', english: 'never', properties: { otherLogin: 'never' } },
    ],
  },
  contact: {
    label: '联系客服',
    english: 'support',
    options: [
      { id: 'no', label: '不提供', english: 'none', properties: { contact: false } },
      { id: 'yes', label: '提供', english: 'offered', properties: { contact: true } },
    ],
  },
  locale: {
    label: '语言',
    english: 'language',
    options: [
      { id: 'zh_CN', label: '简体中文', english: 'Simplified', properties: { locale: 'zh_CN' } },
      { id: 'zh_TW', label: '繁體中文', english: 'Traditional', properties: { locale: 'zh_TW' } },
      { id: 'en', label: '英文', english: 'English', properties: { locale: 'en' } },
    ],
  },
  privacyState: {
    label: '用户对隐私指引',
    english: 'privacy guide',
    options: [
      { id: 'accepted', label: '已同意', english: 'accepted' },
      { id: 'needed', label: '还没同意', english: 'not yet' },
    ],
  },
  brand: {
    label: '品牌样式',
    english: 'brand',
    options: [
      { id: 'own', label: '默认', english: 'default', wxss: '' },
      { id: 'red', label: '红', english: 'red', wxss: brands.red.css },
      { id: 'yellow', label: '黄', english: 'yellow', wxss: brands.yellow.css },
      { id: 'blue', label: '蓝', english: 'blue', wxss: brands.blue.css },
    ],
  },
  theme: {
    label: '深色模式',
    english: 'dark mode',
    options: [
      { id: 'light', label: '浅色', english: 'light', device: { theme: 'light' } },
      // WeChat tells a mini-program only where its app.json says "darkmode": true; here it always does.
      { id: 'dark', label: '深色', english: 'dark', device: { theme: 'dark' } },
    ],
  },
  fontSize: {
    label: '字体大小',
    english: 'font size',
    options: [
      { id: 'usual', label: '标准', english: 'usual', device: { fontScale: 1 } },
      { id: 'large', label: '大 1.2 倍', english: 'large', device: { fontScale: 1.2 } },
      // By how much 关怀模式 enlarges is not published; the popup follows up to 1.4.
      { id: 'care', label: '关怀模式 1.4 倍', english: 'easy mode', device: { fontScale: 1.4 } },
    ],
  },
  baseLibrary: {
    label: '基础库',
    english: 'base library',
    options: [
      { id: '3.8.12', label: '3.8.12', english: 'newest' },
      { id: '2.32.2', label: '2.32.2', english: 'no privacy interface' },
      { id: '2.24.3', label: '2.24.3', english: 'no realtime' },
      { id: '2.12.3', label: '2.12.3', english: 'no WebAssembly' },
    ],
  },
  latency: {
    label: '网络',
    english: 'network',
    options: [
      { id: 'none', label: '正常', english: 'usual', latency: 0 },
      { id: 'slow', label: '每次慢 2 秒', english: '2 s late', latency: 2000 },
      { id: 'slower', label: '每次慢 7 秒', english: '7 s late', latency: 7000 },
    ],
  },
  time: {
    label: '等待时间',
    english: 'waiting',
    options: [
      { id: 'real', label: '照常', english: 'real time', timeRate: 1 },
      { id: 'fast', label: '快进 20 倍', english: '20× faster', timeRate: 20 },
    ],
  },
  view: {
    label: '渲染速度',
    english: 'rendering',
    options: [
      { id: 'prompt', label: '正常', english: 'prompt' },
      { id: 'slow', label: '慢（连点两次都会触发）', english: 'slow, both taps count' },
    ],
  },
};

/** @returns {Record<string, string>} setting → the id of its option */
export const defaults = () =>
  Object.fromEntries(Object.entries(settings).map(([name, { options }]) => [name, options[0].id]));

/**
 * @param {string} name
 * @param {string} id
 * @returns {string} the option
 * @throws where there is no such setting or option
 */
export function requireOption(name, id) {
  const has = Object.hasOwn(settings, name) && settings[name].options.some((option) => option.id === id);
  if (!has) throw new RangeError(`没有这样的设定：${name} ${id}`);
  return id;
}

/** Whether a setting is one of the popup's properties. */
export const isPopupSetting = (name) => settings[name].options[0].properties !== undefined;

const chosenOption = (chosen, name) => settings[name].options.find(({ id }) => id === chosen[name]);

/**
 * @param {Record<string, string>} chosen
 * @returns {object} the popup's properties
 */
export const popupProperties = (chosen) =>
  Object.assign({}, ...Object.keys(chosen).map((name) => chosenOption(chosen, name)?.properties));

/**
 * @param {Record<string, string>} chosen
 * @returns {string} the page that opens first
 */
export const firstPage = (chosen) => chosenOption(chosen, 'verifier')?.page ?? '';

/**
 * @param {Record<string, string>} chosen
 * @returns {string} what exchanges the code
 */
export const backEndOf = (chosen) => chosenOption(chosen, 'verifier')?.backEnd ?? 'cloud-function';

/**
 * @param {Record<string, string>} chosen
 * @returns {Partial<import('../phone/bridge.js').Device>} what the user has set on the phone
 */
export const deviceOf = (chosen) =>
  Object.assign({}, ...Object.keys(chosen).map((name) => chosenOption(chosen, name)?.device));

/**
 * @param {Record<string, string>} chosen
 * @returns {string} what app.wxss says besides
 */
export const wxssOf = (chosen) => chosenOption(chosen, 'brand')?.wxss ?? '';

/** Whether a setting is seen on the phone without being a property of the popup. */
export const isLook = (name) => settings[name].options[0].device !== undefined || name === 'brand';

/** @param {Record<string, string>} chosen */
export const latencyOf = (chosen) => chosenOption(chosen, 'latency')?.latency ?? 0;

/** @param {Record<string, string>} chosen */
export const timeRateOf = (chosen) => chosenOption(chosen, 'time')?.timeRate ?? 1;
