/** `wx` of a phone: it does nothing by itself and remembers what it was asked for. */
export class WxPlatform {
  /** `without` names what this client lacks. */
  constructor({ without = [] } = {}) {
    this.toasts = [];
    this.modals = [];
    this.reports = [];
    this.analytics = [];
    this.calls = [];
    this.storage = new Map();
    this.global = this.createGlobal();
    for (const name of without) delete this.global[name];
  }

  createGlobal() {
    const remember = (list) => (options) => void list.push(structuredClone(options));
    const count = (list) => (name, data) => void list.push({ name, data: structuredClone(data) });
    return {
      showToast: remember(this.toasts),
      showModal: remember(this.modals),
      reportEvent: count(this.reports),
      reportAnalytics: count(this.analytics),
      getStorageSync: (key) => this.storage.get(key) ?? '',
      setStorageSync: (key, value) => void this.storage.set(key, structuredClone(value)),
      cloud: {
        init: () => {},
        callFunction: ({ name, data, success, fail }) =>
          void this.calls.push({ name, data: structuredClone(data), success, fail }),
      },
    };
  }

  /** The functions that were called, with what they were given. */
  get called() {
    return this.calls.map(({ name, data }) => ({ name, data }));
  }

  /** The newest call answers with a function's result. */
  answer(result) {
    this.calls.at(-1).success({ errMsg: 'cloud.callFunction:ok', result, requestID: 'request-1' });
  }

  /** The newest call fails. */
  fail(error) {
    this.calls.at(-1).fail(error);
  }
}
