import { callbackApi } from './call.js';

/** `wx.getPrivacySetting` and `wx.openPrivacyContract`; neither gives a promise. */
export function privacy({ log, privacySetting, openPrivacyContract }) {
  return {
    getPrivacySetting: callbackApi('getPrivacySetting', () => {
      const setting = privacySetting();
      log('platform', 'getPrivacySetting', setting);
      return setting;
    }),
    openPrivacyContract: callbackApi('openPrivacyContract', () => {
      log('platform', 'openPrivacyContract');
      openPrivacyContract();
    }),
  };
}
