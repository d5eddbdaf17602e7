/**
 * Data as WeChat keeps it: an observer runs when a field it names is set, whether or not the value is another, and
 * what observers set is seen by observers again before `settled` hears which fields an origin had the last word on.
 */
export class ObservedData {
  constructor(data, { observers = [], call = () => {}, settled = () => {} } = {}) {
    this.data = data;
    const namesOf = (text) => text.split(',').map((name) => name.trim());
    this.observers = observers.map(([names, observer]) => [namesOf(names), observer]);
    this.call = call;
    this.settled = settled;
    this.isSetting = false;
    this.touched = new Set();
    this.origins = new Map();
  }

  /** Sets fields; inside an observer only that, and the outer call does the rest. */
  set(patch, origin) {
    for (const [name, value] of Object.entries(patch)) {
      if (/[.[]/.test(name)) throw new Error(`a path into a field is not supported: ${name}`);
      this.data[name] = value;
      this.touched.add(name);
      this.origins.set(name, origin);
    }
    if (!this.isSetting) this.settle();
  }

  settle() {
    this.isSetting = true;
    while (this.touched.size) this.runObservers();
    this.isSetting = false;
    const { origins } = this;
    this.origins = new Map();
    this.settled((origin) => [...origins.keys()].filter((name) => origins.get(name) === origin));
  }

  runObservers() {
    const { touched } = this;
    this.touched = new Set();
    for (const [names, observer] of this.observers) {
      if (names.some((name) => touched.has(name)))
        this.call(
          observer,
          names.map((name) => this.data[name]),
        );
    }
  }
}
