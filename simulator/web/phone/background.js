/** Whether the user has gone elsewhere. */
export class Background {
  #isIn = false;
  #listeners = new Set();

  get isIn() {
    return this.#isIn;
  }

  /** @param {boolean} isIn */
  set(isIn) {
    this.#isIn = isIn;
    for (const listener of this.#listeners) listener(isIn);
  }

  /**
   * @param {(isIn: boolean) => void} listener
   * @returns {() => void} ends it
   */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
