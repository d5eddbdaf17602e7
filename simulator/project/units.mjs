// A number that is not part of a name such as `.mt-20rpx`.
const RPX = /(?<![\w-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g;
const SAFE_AREA = /\benv\(\s*safe-area-inset-/g;

/**
 * Replaces the units that only WeChat knows. 750rpx are the width of the screen, which is the width of the phone's
 * frame; the safe area is what the simulated phone says, not what the browser's own screen has.
 *
 * @param {string} text  WXSS, or an inline style
 * @returns {string}
 */
export const toCss = (text) => text.replace(RPX, 'calc($1 * 100vw / 750)').replace(SAFE_AREA, 'var(--safe-area-inset-');
