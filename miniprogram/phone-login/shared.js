/** The name of it in the app. */
const KEY = 'wxPhoneLogin';

const own = {
  /** Every driver that a component has, or that is kept for the next one. */
  drivers: new Set(),
  /** The exchanges of the mini-program, by name. */
  exchanges: new Map(),
  /** @type {any} Who is told every outcome, too. */
  listener: undefined,
};

/**
 * What all copies of this module in a mini-program have in common. A bundler gives the pages a copy beside the
 * component's, and what a page registers or forgets there is meant for the popups here.
 */
function shared() {
  // Before `App()` it is a default, whose fields WeChat takes over into the app.
  const app = typeof getApp === 'undefined' ? undefined : getApp({ allowDefault: true });
  if (!app) return own;
  if (!app[KEY]) app[KEY] = own;
  return app[KEY];
}

module.exports = { shared };
