import { isQuota, platformAnswer } from '../../answers.mjs';

// WeChat asks its server before it opens the sheet; a second tap in that time takes the first one's place.
const OPENING_TIME = 250;
const HEX = 16;
const CODE_BYTES = 32;

/** Answers taps on phone number buttons as the platform does. */
export class PhoneNumberService {
  #choice;
  #sheet;
  #quotaSheet;
  #privacy;
  /** @type {{ resolve: (choice: import('./native/sheet.js').Choice) => void, timer: ReturnType<typeof setTimeout> } | null} */
  #opening = null;

  /**
   * @param {object} parts
   * @param {() => import('../../answers.mjs').PlatformAnswer} parts.choice  what the panel says
   * @param {import('./native/sheet.js').PhoneSheet} parts.sheet
   * @param {import('./native/quota-sheet.js').QuotaSheet} parts.quotaSheet
   * @param {import('./privacy.js').PrivacyService} parts.privacy
   */
  constructor({ choice, sheet, quotaSheet, privacy }) {
    this.#choice = choice;
    this.#sheet = sheet;
    this.#quotaSheet = quotaSheet;
    this.#privacy = privacy;
  }

  /**
   * @param {string} api          the button's open-type
   * @param {boolean} quotaToast  the button's phone-number-no-quota-toast
   * @returns {Promise<{ fields: object, bare: boolean }>} what the button is to report
   */
  async request(api, quotaToast) {
    const answer = this.#choice();
    if (!(await this.#privacy.request()))
      return { fields: fieldsOf(platformAnswer('privacy-refused'), api), bare: false };
    if (isQuota(answer) && quotaToast) this.#quotaSheet.open();
    const outcome = answer.sheet ? platformAnswer(await this.#ask(api)) : answer;
    return { fields: fieldsOf(outcome, api), bare: outcome.bare ?? false };
  }

  /** Forgets what is under way, as when the mini-program is closed. */
  cancel() {
    clearTimeout(this.#opening?.timer);
    this.#opening = null;
    this.#sheet.close();
    this.#quotaSheet.close();
  }

  /**
   * @param {string} api
   * @returns {Promise<import('./native/sheet.js').Choice>}
   */
  #ask(api) {
    if (this.#opening) {
      clearTimeout(this.#opening.timer);
      this.#opening.resolve('deny');
    }
    return new Promise((resolve) => {
      const open = () => {
        this.#opening = null;
        resolve(this.#sheet.open(api));
      };
      this.#opening = { resolve, timer: setTimeout(open, OPENING_TIME) };
    });
  }
}

/**
 * @param {import('../../answers.mjs').PlatformAnswer} answer  not one that the user has still to give
 * @param {string} api
 */
function fieldsOf({ errMsg = '', errno, gives = [] }, api) {
  const fields = { errMsg: errMsg.replace(/^getPhoneNumber/, api) };
  if (errno !== undefined) fields.errno = errno;
  for (const name of gives) fields[name] = secrets[name]();
  return fields;
}

const randomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
const base64 = (length) => btoa(String.fromCharCode(...randomBytes(length)));

const secrets = {
  code: () => Array.from(randomBytes(CODE_BYTES), (byte) => byte.toString(HEX).padStart(2, '0')).join(''),
  encryptedData: () => base64(128),
  iv: () => base64(16),
  cloudID: () => `71_${base64(24)}`,
};
