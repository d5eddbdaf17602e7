import { elementName } from './element-names.js';

const ATTRIBUTE = /\[[^\]]*\]/;
const PSEUDO = /:nth-[\w-]+\([^)]*\)|::?[\w-]+/;
const ID = /#[\w-]+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: whatever is not ASCII may be in a name.
const CLASS = /\.((?:[\w-]|\\.|[^\x00-\x7F])+)/;
const TAG = /(?<![\w-])([a-z][\w-]*)/;
const TOKEN = new RegExp([ATTRIBUTE, PSEUDO, ID, CLASS, TAG].map(({ source }) => source).join('|'), 'g');

/**
 * Gives a style sheet to one component only, as WeChat does: its classes get the component's prefix, which glass-easel
 * gives to the classes in the component's template, too. An empty scope is the one that pages and app.wxss share.
 *
 * @param {CSSStyleSheet | CSSGroupingRule} sheet
 * @param {string | undefined} scope
 */
export function applyScope(sheet, scope) {
  for (const rule of sheet.cssRules) {
    if (rule instanceof CSSStyleRule) rule.selectorText = scopeSelector(rule.selectorText, scope);
    else if (rule instanceof CSSGroupingRule) applyScope(rule, scope);
  }
}

/**
 * @param {string} selector
 * @param {string | undefined} scope
 * @returns {string}
 */
export const scopeSelector = (selector, scope) =>
  selector.replace(TOKEN, (token, className, tag) => {
    if (className) return scope ? `.${scope}--${className}` : token;
    if (tag) return elementName(tag);
    if (token === ':host') return scope ? `[wx-host="${scope}"]` : 'body';
    return token;
  });
