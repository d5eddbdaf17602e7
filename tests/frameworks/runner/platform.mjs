/** The `wx` of a phone, for whatever a framework asks of it, and what was asked of it. */

const WINDOW = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  screenTop: 64,
  pixelRatio: 2,
  statusBarHeight: 20,
  safeArea: { left: 0, top: 0, right: 375, bottom: 667, width: 375, height: 667 },
};

const CLIENT = {
  SDKVersion: '3.9.0',
  version: '8.0.50',
  language: 'zh_CN',
  platform: 'android',
  system: 'Android 12',
  brand: 'brand',
  model: 'model',
  theme: 'light',
};

const ENTERED = { path: '', query: {}, scene: 1001, referrerInfo: {} };

/** What frameworks listen to at the start, and never hear of here. */
const UNHEARD = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize'];

/** A develop build: the module says there what a developer can do. */
export function createPlatform() {
  const asked = { toasts: [], modals: [], calls: [], navigations: [], environments: [], storage: new Map() };
  const info = () => ({ ...CLIENT, ...WINDOW });
  const wx = {
    getSystemInfoSync: info,
    getAppBaseInfo: info,
    getWindowInfo: info,
    getDeviceInfo: info,
    getLaunchOptionsSync: () => ENTERED,
    getEnterOptionsSync: () => ENTERED,
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop', appId: 'touristappid' } }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, left: 280, width: 87, height: 32, right: 367, bottom: 56 }),
    canIUse: () => true,
    showToast: ({ title }) => void asked.toasts.push(title),
    showModal: ({ content }) => void asked.modals.push(content),
    reportEvent() {},
    getPrivacySetting: ({ success }) => success({ needAuthorization: false }),
    getStorageSync: (key) => asked.storage.get(key) ?? '',
    setStorageSync: (key, value) => void asked.storage.set(key, value),
    setStorage: ({ key, data }) => void asked.storage.set(key, data),
    navigateTo: ({ url }) => void asked.navigations.push(url),
    navigateBack: () => void asked.navigations.push('back'),
    nextTick: (act) => void Promise.resolve().then(act),
    cloud: {
      init: (options) => void asked.environments.push(options),
      callFunction: (options) => void asked.calls.push(options),
    },
  };
  for (const name of UNHEARD) wx[`on${name}`] = () => {};
  return { wx, asked };
}
