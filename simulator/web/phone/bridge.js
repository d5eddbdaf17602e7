/**
 * @typedef {object} Device
 * @property {number} width
 * @property {number} height
 * @property {number} statusBarHeight
 * @property {number} safeBottom  what the home indicator takes
 * @property {'light' | 'dark'} [theme]  that of the browser where it is not said
 * @property {number} [fontScale]  the user's font size; 1 is the usual one
 */

/**
 * @typedef {object} ToastOptions
 * @property {string} title
 * @property {string} icon
 * @property {string} [image]
 * @property {number} [duration]  without it the toast stays until it is hidden
 * @property {boolean} mask
 */

/**
 * @typedef {object} ModalOptions
 * @property {string} title
 * @property {string} content
 * @property {boolean} showCancel
 * @property {string} confirmText
 * @property {string} cancelText
 * @property {string} [confirmColor]
 * @property {string} [cancelColor]
 */

/**
 * What a popup shows of itself.
 *
 * @typedef {object} PopupState
 * @property {string} state
 * @property {string} openType
 * @property {boolean} disabled
 * @property {boolean} loading
 * @property {number} countdown
 * @property {string} buttonText
 * @property {string} stateTitle
 * @property {string} status
 * @property {string} primaryAction
 * @property {boolean} consentShown
 * @property {boolean} agreed
 */

/**
 * @typedef {object} TitleBar
 * @property {string} title
 * @property {string} background
 * @property {'black' | 'white'} textStyle
 * @property {boolean} canGoBack
 */

/**
 * What the simulator is told for the course that it records or plays.
 *
 * @typedef {object} CourseOfPhone
 * @property {(part: string) => void} tapped  a user has tapped a part of the page
 * @property {(action: string, number: string) => Promise<void>} turn  an answer has come, and goes on when this settles
 * @property {(entry: import('./journal.js').Entry) => void} told  what happened to a popup
 */

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
 * @property {(name: string, data: object) => Promise<import('../host/cloud.js').CloudAnswer>} callFunction
 * @property {(request: object) => Promise<import('../../own-server/index.mjs').Outcome>} request
 *   to a back end of one's own: what `readRequest` of simulator/own-server takes, and the code that is exchanged by it
 * @property {(options: ToastOptions) => void} showToast
 * @property {() => void} hideToast
 * @property {(options: ModalOptions) => Promise<{ confirm: boolean, cancel: boolean }>} showModal
 * @property {Pick<import('../host/storage.js').Storage, 'keys' | 'get' | 'set' | 'remove' | 'clear'>} storage
 * @property {() => Device} device
 * @property {() => string} wxss              what app.wxss says besides
 * @property {() => string} baseLibrary       its version
 * @property {() => boolean} isViewSlow       whether what the user sees is behind what the mini-program has set
 * @property {() => number} latency           milliseconds by which the network delays an answer of a server
 * @property {() => number} timeRate          how many times faster the mini-program's time passes
 * @property {() => boolean} isTimeStopped    whether it passes only where somebody outside says so
 * @property {CourseOfPhone} course
 * @property {() => string} firstPage         the page that opens first, where the mini-program has it
 * @property {() => object} popupProperties   what the popup's properties are set to
 * @property {(state: PopupState | null) => void} popupChanged
 * @property {(bar: TitleBar) => void} setTitleBar
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
    // Nothing answers a mini-program that has ended.
    request: async (request) => (await adopted('request')(request)) ?? { isLost: true },
    showModal: adopted('showModal'),
  };
}
