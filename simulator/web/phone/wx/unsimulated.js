// Real APIs that a login page may look for. Any other name is undefined, as a name that WeChat lacks is.
const NAMES = [
  ...['login', 'checkSession', 'downloadFile', 'uploadFile', 'connectSocket'],
  ...['getSetting', 'openSetting', 'authorize', 'getUserProfile', 'getUserInfo', 'chooseAddress'],
  ...['requirePrivacyAuthorize', 'onNeedPrivacyAuthorization'],
  ...['redirectTo', 'reLaunch', 'switchTab', 'navigateToMiniProgram', 'exitMiniProgram'],
  ...['showActionSheet', 'setNavigationBarTitle', 'makePhoneCall', 'vibrateShort'],
  ...['requestSubscribeMessage', 'getNetworkType', 'onNetworkStatusChange', 'getUpdateManager', 'getLogManager'],
  ...['getRealtimeLogManager', 'createSelectorQuery', 'createAnimation', 'getMenuButtonBoundingClientRect'],
  ...['getFileSystemManager', 'loadFontFace', 'pageScrollTo', 'onAppShow', 'onAppHide'],
];

/** Functions that say by name that they are not simulated. */
export function unsimulated({ log }) {
  const warned = new Set();
  const say = (name) => {
    const text = `wx.${name} 未模拟`;
    log('warning', text);
    if (!warned.has(name)) console.warn(text);
    warned.add(name);
  };
  return Object.fromEntries(NAMES.map((name) => [name, () => say(name)]));
}
