const withoutCallbacks = ({ success, fail, complete, ...options }) => options;

/** `wx` of a phone: it does nothing by itself and remembers what it was asked for. */
export class WxPlatform {
  /** `without` names what this client lacks; `baseLibrary` and `environment` are what it says of itself. */
  constructor({ without = [], baseLibrary = '3.9.0', environment = 'release' } = {}) {
    this.baseLibrary = baseLibrary;
    this.environment = environment;
    this.toasts = [];
    this.modals = [];
    this.reports = [];
    this.analytics = [];
    this.calls = [];
    /** Whether the user still has to accept the privacy agreement: who asked. */
    this.privacyQuestions = [];
    this.navigations = [];
    this.contracts = [];
    this.storage = new Map();
    this.global = this.createGlobal();
    for (const name of without) delete this.global[name];
  }

  createGlobal() {
    const remember = (list) => (options) => void list.push(structuredClone(withoutCallbacks(options)));
    const count = (list) => (name, data) => void list.push({ name, data: structuredClone(data) });
    return {
      showToast: remember(this.toasts),
      showModal: remember(this.modals),
      reportEvent: count(this.reports),
      reportAnalytics: count(this.analytics),
      getAppBaseInfo: () => ({ SDKVersion: this.baseLibrary }),
      getAccountInfoSync: () => ({ miniProgram: { envVersion: this.environment } }),
      getPrivacySetting: (options) => void this.privacyQuestions.push(options),
      navigateTo: remember(this.navigations),
      openPrivacyContract: remember(this.contracts),
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

  /** The newest question is answered. */
  answerPrivacy(needAuthorization) {
    this.privacyQuestions.at(-1).success({ needAuthorization, privacyContractName: '《隐私保护指引》' });
  }

  /** The newest call fails. */
  fail(error) {
    this.calls.at(-1).fail(error);
  }
}
