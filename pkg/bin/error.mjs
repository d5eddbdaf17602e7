/** What keeps the command from doing what it was asked for; nothing has been written. Its lines are for the user. */
export class AddError extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   * @param {string[]} more  lines that need no translation
   */
  constructor(chinese, english, more = []) {
    super(english);
    this.lines = [`✗ ${chinese}`, `  ${english}`, ...more];
  }
}
