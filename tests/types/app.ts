/** An app that loads the core as it starts, from wherever it is, and counts outcomes by itself. */

import type { Backend, Loaded, ReadyOptions, ReportListener } from 'wx-phone-login';
import { onReport, ready } from 'wx-phone-login';

const fromSubpackages: ReadyOptions = {
  folder: 'packageA/phone-login',
  timeout: 500,
  fallback: () => require.async('../../packageB/wx_phone_login_fallback'),
};

/** A listener of an app's own statistics: the name tells which data there are. */
const count: ReportListener = (name, data) => {
  const durations = [data.authorizationDuration, data.verificationDuration].map((duration = 0) => duration.toFixed());
  if (name === 'phone_number_error') console.log(data.reason, data.errno?.toFixed(), durations);
  else console.log(data.timestamp.toFixed(), data.mode, durations);
};

App<{ backend?: Backend; load(options?: ReadyOptions): Promise<void> }>({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    onReport(count);
    onReport((name: string, data: object) => console.log(name, data));
    onReport(undefined);
    this.load(fromSubpackages).catch((error: Error) => console.warn(error.message));
  },

  async load(options) {
    const { backend, version }: Loaded = await ready(options);
    this.backend = backend;
    console.log(version.split('.'));
  },
});

/** Each option alone, and none; the fallback at once or as a promise. */
export const allLoaded = Promise.all([
  ready(),
  ready({}),
  ready({ path: '/where/it/is/wx_phone_login_bg.wasm' }),
  ready({ fallback: () => require('./wx_phone_login_fallback') }),
  ready({ fallback: async () => (imports: object) => ({ ...imports }) }),
]);
