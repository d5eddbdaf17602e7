/**
 * What the simulator around the phone does for the mini-program inside it. The two are different documents, so that
 * only text, numbers, plain data and promises cross.
 *
 * @typedef {object} Bridge
 * @property {(kind: string, text: string, detail?: unknown) => void} log
 * @property {(api: string, quotaToast: boolean) => Promise<{ fields: object, bare: boolean }>} requestPhoneNumber
 * @property {() => void} acceptPrivacy
 * @property {() => { needAuthorization: boolean, privacyContractName: string }} privacySetting
 * @property {() => void} openPrivacyContract
 * @property {(name: string, data: object) => Promise<object>} callFunction
 * @property {(options: object) => void} showToast
 * @property {() => void} hideToast
 * @property {(options: object) => Promise<{ confirm: boolean, cancel: boolean }>} showModal
 * @property {import('../host/storage.js').Storage} storage
 * @property {() => { width: number, height: number, statusBarHeight: number, safeBottom: number }} device
 * @property {() => string} baseLibrary       its version
 * @property {() => boolean} isViewSlow       whether what the user sees is behind what the mini-program has set
 * @property {() => object} popupProperties   what the popup's properties are set to
 * @property {(state: object | null) => void} popupChanged
 * @property {(bar: { title: string, background: string, textStyle: 'black' | 'white', canGoBack: boolean }) => void} setTitleBar
 */

/** A copy that belongs to this document, as everything does that a mini-program is given on a phone. */
export const own = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/**
 * @param {Bridge} bridge
 * @returns {Bridge} the same, with answers that belong to this document
 */
export function adopt(bridge) {
  const adopted =
    (name) =>
    async (...args) =>
      own(await bridge[name](...args));
  return {
    ...bridge,
    privacySetting: () => own(bridge.privacySetting()),
    popupProperties: () => own(bridge.popupProperties()),
    requestPhoneNumber: adopted('requestPhoneNumber'),
    callFunction: adopted('callFunction'),
    showModal: adopted('showModal'),
  };
}
