import { glassEasel } from 'glass-easel-miniprogram-adapter';

import { toCss } from '../../project/units.mjs';
import { elementName, isUnsimulated } from './element-names.js';
import { applyScope } from './style-scope.js';

/** glass-easel's browser backend, with WeChat's element names, units and style isolation. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  #styles = new Map();
  #appended = new Set();
  #scopeName;
  #theme;
  #extra = document.createElement('style');

  /**
   * @param {object} parts
   * @param {(scope: number) => string | undefined} parts.scopeName
   * @param {(tag: string) => void} parts.onUnsimulated
   * @param {(element: Element) => void} parts.onTap  a finger has tapped an element
   * @param {import('./theme.js').Theme} parts.theme  which the style sheets ask for
   */
  constructor({ scopeName, onUnsimulated, onTap, theme }) {
    super();
    this.#scopeName = scopeName;
    this.#theme = theme;
    // glass-easel has a type of its own for nodes, and casts those of a document to it, too.
    this.document = /** @type {any} */ ({
      createElement(tag) {
        if (isUnsimulated(tag)) onUnsimulated(tag);
        return withUnits(document.createElement(elementName(tag)));
      },
      createTextNode: (text) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    });
    this.onEvent((target, type, detail, options) => {
      const tapped = /** @type {Event | undefined} */ (options.originalEvent)?.target;
      if (type === 'tap' && tapped instanceof Element) onTap(tapped);
      return dispatch(target, type, detail, options);
    });
  }

  registerStyleSheetContent(path, content) {
    this.#styles.set(path, content);
  }

  appendStyleSheetPath(path, scope) {
    if (this.#appended.has(path)) return 0;
    this.#appended.add(path);
    const style = document.createElement('style');
    style.dataset.path = path;
    this.#fill(style, this.#styles.get(path), this.#scopeName(scope));
    return 0;
  }

  /** @param {string} wxss  what app.wxss says besides; it is weighed after all others */
  setExtraStyle(wxss) {
    this.#fill(this.#extra, toCss(wxss), undefined);
  }

  #fill(style, css, scope) {
    style.textContent = css;
    document.head.append(style);
    if (!style.sheet) return;
    applyScope(style.sheet, scope);
    this.#theme.follow(style.sheet);
  }
}

/**
 * @param {import('glass-easel').GeneralComponent} component
 * @returns {HTMLElement} what shows it in this document
 * @throws where the component has been taken off the page
 */
export function elementOf(component) {
  const element = component.getBackendElement();
  if (!(element instanceof HTMLElement)) throw new Error(`${component.is} 已不在页面上`);
  return element;
}

function withUnits(element) {
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name, value) => setAttribute(name, name === 'style' ? toCss(String(value)) : value);
  return element;
}

function dispatch(target, type, detail, options) {
  const event = new glassEasel.Event(type, detail, options);
  glassEasel.Event.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
}
