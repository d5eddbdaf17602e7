/**
 * Data as WeChat keeps it: an observer runs when a field it names is set, whether or not the value is another, and
 * what observers set is seen by observers again before `changed` hears which fields have other values now.
 */
export class ObservedData {
  constructor(data, { observers = {}, call = () => {}, changed = () => {} } = {}) {
    this.data = data;
    const namesOf = (text) => text.split(',').map((name) => name.trim());
    this.observers = Object.entries(observers).map(([names, observer]) => [namesOf(names), observer]);
    this.call = call;
    this.changed = changed;
    this.before = undefined;
    this.touched = new Set();
  }

  /** Sets fields; inside an observer only that, and the outer call does the rest. */
  set(patch, origin) {
    const isChained = this.before !== undefined;
    this.before ??= { ...this.data };
    for (const [name, value] of Object.entries(patch)) {
      if (/[.[]/.test(name)) throw new Error(`a path into a field is not supported: ${name}`);
      this.data[name] = value;
      this.touched.add(name);
    }
    if (!isChained) this.settle(origin);
  }

  settle(origin) {
    while (this.touched.size) this.runObservers();
    const { before, data } = this;
    this.before = undefined;
    const names = Object.keys(data).filter((name) => data[name] !== before[name]);
    this.changed(Object.fromEntries(names.map((name) => [name, data[name]])), origin);
  }

  runObservers() {
    const { touched } = this;
    this.touched = new Set();
    for (const [names, observer] of this.observers) {
      if (names.some((name) => touched.has(name))) this.call(observer, names.map((name) => this.data[name]));
    }
  }
}
