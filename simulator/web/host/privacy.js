import { ContractWindow } from './native/contract-window.js';
import { PrivacyWindow } from './native/privacy-window.js';

const CONTRACT_NAME = '《模拟小程序隐私保护指引》';

/** WeChat does not ask again so soon after a refusal, in milliseconds; calls fail at once meanwhile. */
const PAUSE = 10_000;

/** Whether the user has accepted the mini-program's privacy contract, and WeChat's own windows about it. */
export class PrivacyService {
  #isNeeded;
  #onAccepted;
  #now;
  #window;
  #contract;
  #refusedAt = -Infinity;
  /** @type {Promise<boolean> | null} */
  #asking = null;

  /**
   * @param {object} parts
   * @param {HTMLElement} parts.layer
   * @param {() => boolean} parts.isNeeded      whether it is still to be accepted
   * @param {() => void} parts.onAccepted
   * @param {() => number} parts.now            the phone's time, in milliseconds
   */
  constructor({ layer, isNeeded, onAccepted, now }) {
    this.#isNeeded = isNeeded;
    this.#onAccepted = onAccepted;
    this.#now = now;
    this.#window = new PrivacyWindow(layer);
    this.#contract = new ContractWindow(layer);
  }

  /** What `wx.getPrivacySetting` says. */
  setting() {
    return { needAuthorization: this.#isNeeded(), privacyContractName: CONTRACT_NAME };
  }

  openContract() {
    this.#contract.open(CONTRACT_NAME);
  }

  /** The user accepts it, in WeChat's window or by a button of the mini-program. */
  accept() {
    this.forgive();
    if (this.#isNeeded()) this.#onAccepted();
  }

  /** @returns {Promise<boolean>} whether a call that needs the user's consent may go on */
  async request() {
    if (!this.#isNeeded()) return true;
    if (this.#now() - this.#refusedAt < PAUSE) return false;
    this.#asking ??= this.#ask();
    return this.#asking;
  }

  /** Ends the time in which WeChat does not ask. */
  forgive() {
    this.#refusedAt = -Infinity;
  }

  cancel() {
    this.#asking = null;
    this.#window.close();
    this.#contract.close();
  }

  async #ask() {
    const accepted = await this.#window.open({ contract: CONTRACT_NAME, onContract: () => this.openContract() });
    this.#asking = null;
    if (accepted) this.accept();
    else this.#refusedAt = this.#now();
    return accepted;
  }
}
