/** What WeChat takes for a success callback of a button, in thousandths of a yuan, whatever becomes of the code. */
const PRICES = { getPhoneNumber: 30, getRealtimePhoneNumber: 40 };

/**
 * What it has cost since the mini-program was first started.
 *
 * @typedef {object} Totals
 * @property {number} paid    codes
 * @property {number} cost    of them, in thousandths of a yuan
 * @property {number} brought codes that logged somebody in
 * @property {number} saved   those of them for which the first call had failed
 * @property {number} savings what other codes in their place would have cost
 * @property {number} again   codes that were paid for because the one before had brought nothing
 * @property {number} waste   what these have cost
 */

/** Keeps account of the codes, which are paid for when WeChat hands them out. */
export class Ledger {
  /** @type {Map<unknown, { price: number, calls: number, broughtBy: number }>} */
  #codes = new Map();
  /** @type {Totals} */
  #totals = none();
  #last;

  /** @returns {Totals} */
  get totals() {
    return { ...this.#totals };
  }

  /**
   * @param {string} api     the button's open-type
   * @param {unknown} [code] a success may come without one
   */
  pay(api, code = Symbol('no code')) {
    const price = PRICES[api];
    const totals = this.#totals;
    if (this.#last && !this.#last.broughtBy) {
      totals.again += 1;
      totals.waste += price;
    }
    this.#last = { price, calls: 0, broughtBy: 0 };
    this.#codes.set(code, this.#last);
    totals.paid += 1;
    totals.cost += price;
  }

  /**
   * @param {unknown} code  that is sent to a back end
   * @returns {() => void} to be called where the answer is a login
   */
  send(code) {
    const entry = this.#codes.get(code);
    if (!entry) return () => {};
    entry.calls += 1;
    const call = entry.calls;
    return () => this.#bring(entry, call);
  }

  clear() {
    this.#codes.clear();
    this.#totals = none();
    this.#last = undefined;
  }

  #bring(entry, call) {
    if (entry.broughtBy) return;
    entry.broughtBy = call;
    this.#totals.brought += 1;
    if (call === 1) return;
    this.#totals.saved += 1;
    this.#totals.savings += entry.price;
  }
}

const none = () => ({ paid: 0, cost: 0, brought: 0, saved: 0, savings: 0, again: 0, waste: 0 });
