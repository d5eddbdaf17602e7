import { isAtLeast } from '../../base-library.js';

// Name → the base library that it came with, as far back as the panel goes.
const SINCE = {
  reportEvent: '2.14.4',
  getAppBaseInfo: '2.20.1',
  getDeviceInfo: '2.20.1',
  getWindowInfo: '2.20.1',
  getPrivacySetting: '2.32.3',
  openPrivacyContract: '2.32.3',
  requirePrivacyAuthorize: '2.32.3',
  onNeedPrivacyAuthorization: '2.32.3',
};

/**
 * Takes away what a base library does not have yet.
 *
 * @param {object} wx
 * @param {string} version
 */
export function removeNewer(wx, version) {
  for (const [name, since] of Object.entries(SINCE)) if (!isAtLeast(version, since)) delete wx[name];
}
