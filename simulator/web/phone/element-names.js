const SIMULATED = ['view', 'text', 'button', 'image', 'label', 'checkbox', 'input', 'scroll-view', 'root-portal'];
const UNSIMULATED = [
  ...['icon', 'progress', 'rich-text', 'form', 'navigator', 'radio', 'radio-group', 'checkbox-group', 'switch'],
  ...['slider', 'picker', 'picker-view', 'picker-view-column', 'textarea', 'editor', 'swiper', 'swiper-item'],
  ...['movable-area', 'movable-view', 'cover-view', 'cover-image', 'match-media', 'page-container'],
  ...['page-meta', 'navigation-bar', 'video', 'audio', 'camera', 'canvas', 'map', 'live-player', 'live-pusher'],
  ...['web-view', 'ad', 'official-account', 'open-data', 'functional-page-navigator'],
];
const WECHAT = new Set([...SIMULATED, ...UNSIMULATED]);

/** Whether WeChat has a built-in component of this name that is drawn here as an empty element. */
export const isUnsimulated = (tag) => UNSIMULATED.includes(tag);

/**
 * The name of a WXML tag in the browser's document: WeChat's own tags must not be HTML's of the same name.
 *
 * @param {string} tag
 * @returns {string}
 */
export function elementName(tag) {
  if (tag === 'page') return 'body';
  return WECHAT.has(tag) || !tag.includes('-') ? `wx-${tag}` : tag;
}
