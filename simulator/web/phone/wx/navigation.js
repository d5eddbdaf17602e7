import { api } from './call.js';

/** `wx.navigateTo` and `wx.navigateBack`. */
export function navigation(pages) {
  function navigateTo({ url }) {
    if (typeof url !== 'string') throw new Error('parameter error: parameter.url should be String');
    const { pathname, searchParams } = new URL(url, `file:///${pages.path}`);
    const path = pathname.slice(1);
    if (!pages.has(path)) throw new Error(`page "${path}" is not found`);
    pages.open(path, Object.fromEntries(searchParams));
  }

  function navigateBack({ delta = 1 }) {
    if (!pages.canGoBack) throw new Error('cannot navigate back at first page.');
    pages.goBack(delta);
  }

  return { navigateTo: api('navigateTo', navigateTo), navigateBack: api('navigateBack', navigateBack) };
}
