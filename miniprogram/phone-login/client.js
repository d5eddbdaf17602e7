const { ask } = require('./ask');
const { shared } = require('./shared');

/** Has every outcome told to a function too, for statistics other than WeChat's; `undefined` ends it. */
function onReport(report) {
  shared().listener = report;
}

/**
 * Counts an outcome; nothing depends on whether it could be counted. `reportAnalytics` is unmaintained since
 * base library 2.31.1, its successor is there from 2.14.4.
 */
function report(name, data) {
  attempt(() => {
    if (wx.reportEvent) wx.reportEvent(name, data);
    else if (wx.reportAnalytics) wx.reportAnalytics(name, data);
  });
  attempt(() => {
    const { listener } = shared();
    if (listener) listener(name, data);
  });
}

function attempt(act) {
  try {
    return act();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/** What WeChat says of itself; nothing where the client does not. */
const appBaseInfo = () => attempt(() => (wx.getAppBaseInfo || wx.getSystemInfoSync || Object)()) || {};

/** The version of the base library; empty where the client does not say. */
const baseLibrary = () => appBaseInfo().SDKVersion || '';

/** How many times larger than usual WeChat's font is, up to a limit. */
const fontScale = (limit) => Math.min(Math.max(1, appBaseInfo().fontSizeScaleFactor || 1), limit);

/** The language of the texts, where a page leaves it to WeChat. */
const localeOf = (locale) => (locale === 'auto' ? appBaseInfo().language : locale);

/** Whether the mini-program is open as a single page, by somebody who reads it in Moments: scene 1154. */
function isSinglePage() {
  const entered = attempt(() => (wx.getEnterOptionsSync || wx.getLaunchOptionsSync || Object)());
  return Boolean(entered && entered.scene === 1154);
}

/** What the client and the page are, as the core takes it. */
const clientOptions = ({ renderer }) => ({ baseLibrary: baseLibrary(), singlePage: isSinglePage(), renderer });

/** Asks WeChat whether the user still has to accept the privacy agreement; not before base library 2.32.3. */
function checkPrivacy(answer) {
  const settle = (setting) => answer(Boolean(setting && setting.needAuthorization));
  if (wx.getPrivacySetting) wx.getPrivacySetting({ success: settle, fail: () => settle() });
  else settle();
}

/** Opens an agreement: a page of the mini-program, or WeChat's own privacy contract. `failed` is told where it is not. */
function openAgreement(url, failed) {
  const tell = (error) => {
    console.error(error);
    failed();
  };
  if (url) ask('navigateTo', { url }, tell);
  else ask('openPrivacyContract', {}, tell);
}

/** In a development build, tells the developer what to do about a reason, or what nobody understood. */
function explain(reason, raw) {
  const account = attempt(() => wx.getAccountInfoSync && wx.getAccountInfoSync());
  if (!account || account.miniProgram.envVersion !== 'develop') return;
  const hint = require('./hints')[reason] || raw;
  console.warn(`[wx-phone-login] ${reason}: ${hint || '-'}`);
}

module.exports = {
  baseLibrary,
  checkPrivacy,
  clientOptions,
  explain,
  fontScale,
  localeOf,
  onReport,
  openAgreement,
  report,
};
