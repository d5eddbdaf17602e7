const AGREEMENTS = [
  { name: '《用户服务协议》', url: '/pages/index/index?agreement=service' },
  { name: '《隐私政策》', url: '/pages/index/index?agreement=privacy' },
];

const LOGIN_PAGE = 'pages/login/login';
const SEED_PAGE = 'pages/index/index';

/**
 * What the panel sets besides the answers; the first option is the default. `properties` are those of the popup, `page`
 * is the one that opens first, `backEnd` is what exchanges the code. A server's answer is `latency` milliseconds late;
 * while nobody works the mini-program's time passes `timeRate` times faster.
 *
 * @typedef {{
 *   id: string, label: string, properties?: object, page?: string, backEnd?: string, latency?: number, timeRate?: number,
 * }} Option
 * @type {Record<string, { label: string, options: Option[] }>}
 */
export const settings = {
  mode: {
    label: '验证方式',
    options: [
      { id: 'quick', label: '快速', properties: { mode: 'quick' } },
      { id: 'realtime', label: '实时', properties: { mode: 'realtime' } },
    ],
  },
  verifier: {
    label: '页面',
    options: [
      {
        id: 'login',
        label: '登录（phoneLogin）',
        page: LOGIN_PAGE,
        properties: { cloudFunction: 'phoneLogin', exchange: '', idempotent: true },
      },
      {
        id: 'own-server',
        label: '登录（自己的服务器）',
        page: LOGIN_PAGE,
        backEnd: 'own-server',
        properties: { cloudFunction: '', exchange: 'own-server', idempotent: true },
      },
      {
        id: 'cloud-hosting',
        label: '登录（云托管）',
        page: LOGIN_PAGE,
        backEnd: 'cloud-hosting',
        properties: { cloudFunction: '', exchange: 'cloud-hosting', idempotent: true },
      },
      {
        id: 'page',
        label: '原文档',
        page: SEED_PAGE,
        properties: { cloudFunction: '', exchange: '', idempotent: false },
      },
      {
        id: 'popup',
        label: '原文档，弹窗换取',
        page: SEED_PAGE,
        properties: { cloudFunction: 'decryptPhoneNumber', exchange: '', idempotent: true },
      },
    ],
  },
  agreement: {
    label: '先勾选协议',
    options: [
      { id: 'none', label: '不用', properties: { requireAgreement: false, agreements: [] } },
      { id: 'wechat', label: '微信指引', properties: { requireAgreement: true, agreements: [] } },
      { id: 'own', label: '自有协议', properties: { requireAgreement: true, agreements: AGREEMENTS } },
    ],
  },
  privacy: {
    label: '隐私由谁问',
    options: [
      { id: 'wechat', label: '微信', properties: { privacy: 'wechat' } },
      { id: 'popup', label: '弹窗', properties: { privacy: 'popup' } },
    ],
  },
  serverMessage: {
    label: '服务端的话',
    options: [
      { id: 'kept', label: '不给用户看', properties: { showServerMessage: false } },
      { id: 'shown', label: '给用户看', properties: { showServerMessage: true } },
    ],
  },
  otherLogin: {
    label: '其他方式',
    options: [
      { id: 'after-refusal', label: '没成之后', properties: { otherLogin: 'after-refusal' } },
      { id: 'always', label: '总是', properties: { otherLogin: 'always' } },
      { id: 'never', label: '没有', properties: { otherLogin: 'never' } },
    ],
  },
  contact: {
    label: '联系客服',
    options: [
      { id: 'no', label: '没有', properties: { contact: false } },
      { id: 'yes', label: '有', properties: { contact: true } },
    ],
  },
  locale: {
    label: '语言',
    options: [
      { id: 'zh_CN', label: '简体中文', properties: { locale: 'zh_CN' } },
      { id: 'zh_TW', label: '繁體中文', properties: { locale: 'zh_TW' } },
      { id: 'en', label: 'English', properties: { locale: 'en' } },
    ],
  },
  privacyState: {
    label: '隐私指引',
    options: [
      { id: 'accepted', label: '已同意' },
      { id: 'needed', label: '待同意' },
    ],
  },
  baseLibrary: {
    label: '基础库',
    // Without the second, the privacy interfaces; without the third, realtime; without the last, WebAssembly.
    options: ['3.8.12', '2.32.2', '2.24.3', '2.12.3'].map((id) => ({ id, label: id })),
  },
  latency: {
    label: '网络',
    options: [
      { id: 'none', label: '正常', latency: 0 },
      { id: 'slow', label: '每次慢 2 秒', latency: 2000 },
      { id: 'slower', label: '每次慢 7 秒', latency: 7000 },
    ],
  },
  time: {
    label: '等待',
    options: [
      { id: 'real', label: '照常', timeRate: 1 },
      { id: 'fast', label: '快进 20 倍', timeRate: 20 },
    ],
  },
  view: {
    label: '界面更新',
    options: [
      { id: 'prompt', label: '正常' },
      { id: 'slow', label: '慢，连点两次都算' },
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

/** @param {Record<string, string>} chosen */
export const latencyOf = (chosen) => chosenOption(chosen, 'latency')?.latency ?? 0;

/** @param {Record<string, string>} chosen */
export const timeRateOf = (chosen) => chosenOption(chosen, 'time')?.timeRate ?? 1;
