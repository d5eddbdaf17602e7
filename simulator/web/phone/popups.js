/** The components that have a popup: the sheet, and the button that stands on a page by itself. */
const POPUP = /(?:^|\/)(?:login-popup-system|phone-login-button)$/;

/** The popups of the pages that are open: what they show of themselves, and the properties that are set outside. */
export class Popups {
  #bridge;
  #popups = [];

  /** @param {import('./bridge.js').Bridge} bridge */
  constructor(bridge) {
    this.#bridge = bridge;
  }

  /** @param {import('glass-easel').GeneralComponent} component  any; only popups count */
  add(component) {
    if (!POPUP.test(component.is)) return;
    this.#popups.push(component);
    component.setData(this.#bridge.popupProperties());
    this.report(component);
  }

  /** @param {import('glass-easel').GeneralComponent} component */
  remove(component) {
    if (!POPUP.test(component.is)) return;
    this.#popups = this.#popups.filter((popup) => popup !== component);
    this.report(component);
  }

  /** @param {import('glass-easel').GeneralComponent} component  one that has changed */
  report(component) {
    if (!POPUP.test(component.is)) return;
    const last = this.#popups.at(-1);
    this.#bridge.popupChanged(last ? fieldsOf(last.data) : null);
  }

  /** Gives every popup the properties that are set outside now. */
  setProperties() {
    for (const popup of this.#popups) popup.setData(this.#bridge.popupProperties());
  }
}

const fieldsOf = ({
  state,
  openType,
  disabled,
  loading,
  countdown,
  buttonText,
  stateTitle,
  status,
  primaryAction,
  consentShown,
  agreed,
}) => ({
  state,
  openType,
  disabled,
  loading,
  countdown,
  buttonText,
  stateTitle,
  status,
  primaryAction,
  consentShown,
  agreed,
});
