/** What a request gets instead of an answer: a status, and one line that says nothing of this machine. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} line
   * @param {Record<string, string>} [headers]
   */
  constructor(status, line, headers = {}) {
    super(line);
    this.status = status;
    this.headers = headers;
  }
}

export const notFound = () => new Refusal(404, '没有这个文件');
