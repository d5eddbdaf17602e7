// A condition that holds in every window, and one that holds in none: a media query has no `true`.
const ALWAYS = '(min-width: 0px)';
const NEVER = '(max-width: -1px)';
const ASKED = /\(prefers-color-scheme:\s*(light|dark)\)/g;

/** The phone's theme, for the style sheets of the mini-program: the browser's own is that of the desk. */
export class Theme {
  #theme;
  /** @type {Map<CSSMediaRule, string>} rules that ask for it → what they ask */
  #rules = new Map();

  /** @param {'light' | 'dark' | undefined} theme  nothing: that of the browser */
  set(theme) {
    this.#theme = theme;
    for (const [rule, condition] of this.#rules) this.#answer(rule, condition);
  }

  /** @param {CSSStyleSheet | CSSGroupingRule} sheet  of the mini-program */
  follow(sheet) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme')) {
        this.#rules.set(rule, rule.conditionText);
        this.#answer(rule, rule.conditionText);
      }
      if (rule instanceof CSSGroupingRule) this.follow(rule);
    }
  }

  #answer(rule, condition) {
    rule.media.mediaText = this.#theme
      ? condition.replace(ASKED, (_, asked) => (asked === this.#theme ? ALWAYS : NEVER))
      : condition;
  }
}
