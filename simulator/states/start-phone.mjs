/** A phone whose mini-program fills a document, without the simulator around it. */

/** What WeChat draws above a page, besides the status bar. */
const NAVIGATION_BAR = 44;

/**
 * @param {import('./phone.mjs').Screen} screen
 * @returns {import('../web/phone/bridge.js').Device}
 */
export const deviceOf = ({ width, height, safeBottom = 0, fontScale = 1 }) => ({
  width,
  height: height + NAVIGATION_BAR,
  statusBarHeight: 0,
  safeBottom,
  fontScale,
});

/**
 * Starts the mini-program, and keeps what it asks for until somebody answers. It runs in the document of the phone, and so
 * has to be whole in itself.
 *
 * @param {{ device: import('../web/phone/bridge.js').Device, properties: object, needsPrivacy: boolean }} options
 */
export async function startPhone({ device, properties, needsPrivacy }) {
  const asked = {};
  const ask = (name) =>
    new Promise((resolve) => {
      asked[name] = resolve;
    });
  const nothing = () => undefined;
  const storage = { keys: () => [], get: () => null, set: nothing, remove: nothing, clear: nothing };
  /** @type {any} It has its mini-program in a moment. */
  const phone = { asked, device, properties, state: null };
  window.phone = phone;
  document.documentElement.style.setProperty('--safe-area-inset-bottom', `${device.safeBottom}px`);
  phone.miniProgram = await window.startMiniProgram({
    log: nothing,
    requestPhoneNumber: () => ask('number'),
    acceptPrivacy: nothing,
    privacySetting: () => ({ needAuthorization: needsPrivacy, privacyContractName: '' }),
    openPrivacyContract: nothing,
    callFunction: () => ask('call'),
    request: async () => ({ isLost: true }),
    latency: () => 0,
    timeRate: () => 1,
    isTimeStopped: () => false,
    wxss: () => '',
    course: { tapped: nothing, turn: async () => undefined, told: nothing },
    showToast: nothing,
    hideToast: nothing,
    showModal: () => ask('modal'),
    storage,
    device: () => phone.device,
    baseLibrary: () => '3.8.12',
    isViewSlow: () => false,
    firstPage: () => '',
    popupProperties: () => phone.properties,
    popupChanged: (state) => {
      phone.state = state;
    },
    setTitleBar: nothing,
  });
}
