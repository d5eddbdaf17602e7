/** Which pictures are taken: each is a state in a window. */
import { brands } from './brands.mjs';
import { buttonStates, screens, states } from './states.mjs';

/**
 * @typedef {object} Picture
 * @property {string} name     of its file
 * @property {string} state    its id
 * @property {import('./phone.mjs').Screen} screen
 * @property {string} [css]    of the app
 * @property {object} [properties]
 * @property {string} [code]   at the end of app.js
 * @property {import('./phone.mjs').Subject} [subject]
 *
 * @typedef {{ title: string, pictures: Picture[] }} Group
 */

const phone = screens['375'];
/** Of a page with a button, so much as is looked at. */
const BUTTON = { width: 375, height: 300 };
const ENGLISH = { locale: 'en', agreements: [{ name: 'Terms of Service' }, { name: 'Privacy Policy' }] };
const TRADITIONAL = { locale: 'zh_TW', agreements: [{ name: '《用戶服務協議》' }, { name: '《隱私政策》' }] };
const LONG = {
  title: '登录山野集市，领取新人礼包并同步你的全部订单',
  description: '用于验证身份、同步订单与会员权益，并在配送时联系你；我们不会把手机号用于其他用途。',
};
const LOGO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" rx="13" fill="#14532d"/><path d="M9 31 18 16l6 9 4-6 7 12z" fill="#fff"/></svg>',
  );
const NO_WINDOW = 'wx.getWindowInfo = wx.getSystemInfoSync = undefined;';

/** The page behind a dark sheet. */
const DARK_PAGE = `@media (prefers-color-scheme: dark) {
  .page.page { background: #111 }
  .page .card, .page .login { filter: invert(0.9) hue-rotate(180deg) }
}`;

const dark = (screen) => ({ screen: { ...screen, theme: /** @type {'dark'} */ ('dark') }, css: DARK_PAGE });
const scaled = (name, fontScale) => ({ screen: { ...screens[name], fontScale } });
const inWindow = (name, ...ids) => ids.map((state) => ({ name: `${name}-${state}`, state, screen: screens[name] }));

const inLanguage = (language, properties, name, ...ids) =>
  ids.map((state) => ({
    name: `${language}${name === '375' ? '' : `-${name}`}-${state}`,
    state,
    screen: screens[name],
    properties,
  }));

/** @returns {Picture} */
const ofButton = (state, name = `button-${state}`, more = {}) => ({
  name,
  state,
  subject: 'button',
  screen: BUTTON,
  ...more,
});

/** @type {Group[]} */
export const groups = [
  {
    title: '状态 · 375',
    pictures: states.map(({ id }) => ({ name: `375-${id}`, state: id, screen: phone })),
  },
  {
    title: '窄屏与大屏 · 320、430',
    pictures: [
      ...inWindow('320', 'prompting', 'agreement', 'consent', 'denied', 'no-phone', 'waiting-minute', 'quota-contact'),
      ...inWindow('430', 'agreement', 'consent', 'denied', 'send-again', 'quota'),
    ],
  },
  {
    title: '矮窗口',
    pictures: [
      ...inWindow('short', 'agreement', 'consent', 'denied', 'waiting-minute'),
      ...inWindow('split', 'agreement', 'consent', 'denied', 'waiting-minute', 'privacy-agreements', 'success'),
    ],
  },
  {
    title: '横屏',
    pictures: [
      ...inWindow('landscape', 'prompting', 'agreement', 'consent', 'denied', 'quota-contact', 'success'),
      ...inWindow('landscape-667', 'denied', 'waiting-minute'),
      ...inWindow('landscape-287', 'waiting-minute', 'denied', 'privacy-agreements'),
      { name: 'landscape-no-class', state: 'agreement', screen: screens.landscape, code: NO_WINDOW },
    ],
  },
  {
    title: '平板与电脑',
    pictures: [
      ...inWindow('tablet', 'agreement', 'denied'),
      ...inWindow('tablet-wide', 'prompting', 'denied'),
      ...inWindow('pc', 'denied', 'consent', 'success'),
      ...inWindow('pc-600', 'waiting-minute'),
    ],
  },
  {
    title: '深色',
    pictures: [
      ...[
        'prompting',
        'agreement',
        'consent',
        'denied',
        'authorizing',
        'waiting-minute',
        'send-again',
        'expired',
        'privacy',
        'quota-contact',
        'success',
      ].map((state) => ({ name: `dark-${state}`, state, ...dark(phone) })),
      { name: 'dark-landscape', state: 'denied', ...dark(screens.landscape) },
      { name: 'dark-tablet', state: 'denied', ...dark(screens.tablet) },
    ],
  },
  {
    title: '字体大小',
    pictures: [
      { name: 'font-120', state: 'denied', ...scaled('375', 1.2) },
      { name: 'font-140', state: 'denied', ...scaled('375', 1.4) },
      { name: 'font-140-consent', state: 'consent', ...scaled('375', 1.4) },
      { name: 'font-140-waiting', state: 'waiting-minute', ...scaled('375', 1.4) },
      { name: 'font-140-320', state: 'denied', ...scaled('320', 1.4) },
      { name: 'font-140-320-agreement', state: 'agreement', ...scaled('320', 1.4) },
      { name: 'font-140-320-no-phone', state: 'no-phone', ...scaled('320', 1.4) },
      { name: 'font-140-landscape', state: 'denied', ...scaled('landscape', 1.4) },
    ],
  },
  {
    title: '语言与长文案',
    pictures: [
      ...inLanguage(
        'en',
        ENGLISH,
        '375',
        'agreement',
        'consent',
        'denied',
        'waiting-minute',
        'no-phone',
        'quota-contact',
      ),
      ...inLanguage('en', ENGLISH, '320', 'agreement', 'quota-contact'),
      { name: 'en-320-140', state: 'denied', ...scaled('320', 1.4), properties: ENGLISH },
      { name: 'en-landscape', state: 'no-phone', screen: screens.landscape, properties: ENGLISH },
      ...inLanguage('tw', TRADITIONAL, '375', 'agreement', 'consent', 'denied', 'no-phone'),
      { name: 'long-375', state: 'denied', screen: phone, properties: { popupContent: { phone: LONG } } },
      { name: 'long-320', state: 'denied', screen: screens['320'], properties: { popupContent: { phone: LONG } } },
      {
        name: 'long-landscape',
        state: 'denied',
        screen: screens.landscape,
        properties: { popupContent: { phone: LONG } },
      },
    ],
  },
  {
    title: '品牌与页面设置',
    pictures: [
      ...Object.entries(brands).map(([name, { css }]) => ({
        name: `brand-${name}`,
        state: 'denied',
        screen: phone,
        css,
      })),
      { name: 'brand-blue-dark', state: 'denied', ...dark(phone), css: brands.blue.css + DARK_PAGE },
      { name: 'logo', state: 'agreement', screen: phone, properties: { logo: LOGO } },
      { name: 'not-closable', state: 'prompting', screen: phone, properties: { closable: false } },
    ],
  },
  {
    title: '登录按钮',
    pictures: buttonStates.map(({ id }) => ofButton(id)),
  },
  {
    title: '登录按钮 · 深色',
    pictures: buttonStates.map(({ id }) =>
      ofButton(id, `button-dark-${id}`, { screen: { ...BUTTON, theme: /** @type {'dark'} */ ('dark') } }),
    ),
  },
  {
    title: '登录按钮 · 窄屏、语言、品牌',
    pictures: [
      ofButton('own-box', 'button-page', { screen: phone }),
      ofButton('denied', 'button-320', { screen: { width: 320, height: 300 } }),
      ofButton('consent', 'button-320-consent', { screen: { width: 320, height: 300 } }),
      ofButton('quota-contact', 'button-320-quota-contact', { screen: { width: 320, height: 300 } }),
      ofButton('denied', 'button-140', { css: 'page { --popup-font-scale: 1.4 }' }),
      ofButton('consent', 'button-en-consent', { properties: ENGLISH }),
      ofButton('denied', 'button-en-denied', { properties: ENGLISH }),
      ofButton('quota-contact', 'button-en-320', { screen: { width: 320, height: 300 }, properties: ENGLISH }),
      ofButton('denied', 'button-tw-denied', { properties: TRADITIONAL }),
      ofButton('denied', 'button-red', { css: brands.red.css }),
      ofButton('denied', 'button-landscape', { screen: screens.landscape }),
    ],
  },
];
