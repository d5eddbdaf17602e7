import { api } from './call.js';

const APP_BASE = {
  version: '8.0.61',
  language: 'zh_CN',
  enableDebug: false,
  host: { appId: '' },
};
const DEVICE = { brand: 'iPhone', model: 'iPhone 15<iPhone15,4>', system: 'iOS 17.5', platform: 'ios', abi: 'arm64' };
/** From the list of mini-programs, which is scene 1001. */
const OPENED_FROM_THE_LIST = { scene: 1001, query: {}, referrerInfo: {} };
const NAVIGATION_BAR_HEIGHT = 44;
/** In pixels. */
const USUAL_FONT_SIZE = 16;

/** What the mini-program can learn about the phone it runs on. */
export function system({ device, baseLibrary }) {
  const appBaseInfo = () => {
    const { theme = 'light', fontScale = 1 } = device();
    const fonts = { fontSizeScaleFactor: fontScale, fontSizeSetting: Math.round(USUAL_FONT_SIZE * fontScale) };
    return { SDKVersion: baseLibrary(), ...APP_BASE, theme, ...fonts };
  };
  const windowInfo = () => {
    const { width, height, statusBarHeight, safeBottom } = device();
    return {
      pixelRatio: 3,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: height - statusBarHeight - NAVIGATION_BAR_HEIGHT,
      statusBarHeight,
      screenTop: statusBarHeight + NAVIGATION_BAR_HEIGHT,
      safeArea: safeArea(width, height, statusBarHeight, safeBottom),
    };
  };
  const systemInfo = () => ({ ...appBaseInfo(), ...DEVICE, ...windowInfo() });

  return {
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: () => ({ ...DEVICE }),
    getWindowInfo: windowInfo,
    getSystemInfoSync: systemInfo,
    getSystemInfo: api('getSystemInfo', systemInfo),
    getEnterOptionsSync: () => ({ ...OPENED_FROM_THE_LIST }),
    getLaunchOptionsSync: () => ({ ...OPENED_FROM_THE_LIST }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    nextTick: (callback) => queueMicrotask(callback),
  };
}

function safeArea(width, height, top, safeBottom) {
  const bottom = height - safeBottom;
  return { left: 0, right: width, top, bottom, width, height: bottom - top };
}
