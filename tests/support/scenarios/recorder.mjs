/** What was observed since it was last taken. */
export class Recorder {
  constructor() {
    this.clear();
  }

  clear() {
    const lists = ['events', 'toasts', 'modals', 'calls', 'reports', 'explained', 'countdowns'];
    this.seen = Object.fromEntries(lists.map((name) => [name, []]));
    this.seen.privacyChecks = 0;
  }

  take() {
    const { seen } = this;
    this.clear();
    return seen;
  }

  notice({ via, title, content }) {
    if (via === 'toast') this.seen.toasts.push(title);
    else this.seen.modals.push(content);
  }

  /** A call of the cloud function, whose name has to be the one that is `wanted`. */
  call(name, { code, ...rest }, wanted) {
    if (name !== wanted || Object.keys(rest).length) throw new Error(`${name} is called with more than a code`);
    this.seen.calls.push(code);
  }

  /** A call of the exchange, by the popup's button. */
  exchange(name, { code, mode, ...rest }, wanted) {
    if (name !== wanted || !['quick', 'realtime'].includes(mode) || Object.keys(rest).length) {
      throw new Error(`${name} is called with something else than a code and its button`);
    }
    this.seen.calls.push(code);
  }

  /** `now` is when it has to have happened. */
  report(name, { timestamp, ...data }, now) {
    if (timestamp !== now) throw new Error(`${name} is stamped ${timestamp} at ${now}`);
    this.seen.reports.push([name, data]);
  }

  /** A second of waiting is over. */
  second(countdown) {
    if (countdown > 0) this.seen.countdowns.push(countdown);
  }
}
