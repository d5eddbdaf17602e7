const PREFIX = 'wx:';

/** The mini-program's storage: JSON by key, kept by the browser, so that it outlives a reload as on a phone. */
export class Storage {
  #listeners = [];

  /** @param {() => void} listener */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** @returns {string[]} */
  keys() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
      .sort();
  }

  /** @param {string} key */
  get(key) {
    return localStorage.getItem(PREFIX + key);
  }

  /**
   * @param {string} key
   * @param {string} json
   */
  set(key, json) {
    localStorage.setItem(PREFIX + key, json);
    this.#notify();
  }

  /** @param {string} key */
  remove(key) {
    localStorage.removeItem(PREFIX + key);
    this.#notify();
  }

  clear() {
    for (const key of this.keys()) localStorage.removeItem(PREFIX + key);
    this.#notify();
  }

  /** @returns {Record<string, unknown>} everything, as the mini-program stored it */
  snapshot() {
    return Object.fromEntries(this.keys().map((key) => [key, JSON.parse(this.get(key) ?? 'null')]));
  }

  #notify() {
    for (const listener of this.#listeners) listener();
  }
}
