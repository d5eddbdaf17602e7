/** `wx` of a client in which a development build runs; what it is asked for goes to the recorder. */
export class Wx {
  constructor({ recorder, now, baseLibrary, singlePage, cloudFunction }) {
    /** The calls of the cloud function, and the questions whether the privacy agreement is accepted. */
    this.calls = [];
    this.checks = [];
    this.global = {
      showToast: (options) => recorder.notice({ ...options, via: 'toast' }),
      showModal: (options) => recorder.notice({ ...options, via: 'modal' }),
      reportEvent: (name, data) => recorder.report(name, data, now()),
      getAppBaseInfo: () => (baseLibrary ? { SDKVersion: baseLibrary } : {}),
      getEnterOptionsSync: () => ({ scene: singlePage ? 1154 : 1001 }),
      getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop' } }),
      getPrivacySetting: (options) => {
        this.checks.push(options);
        recorder.seen.privacyChecks++;
      },
      cloud: {
        callFunction: (options) => {
          this.calls.push(options);
          recorder.call(options.name, options.data, cloudFunction);
        },
      },
    };
  }

  /** A call is answered, the newest where none is named. */
  answer({ reply, call = this.calls.length }) {
    const { success, fail } = this.calls[call - 1];
    this.calls[call - 1] = undefined; // WeChat answers once.
    if (reply.result) success(reply);
    else fail(reply);
  }

  answerPrivacy({ needed, check = this.checks.length }) {
    this.checks[check - 1].success({ needAuthorization: needed });
  }
}
