const { clientOptions, localeOf } = require('./client');
const { Driver } = require('./driver');
const { isIdempotent } = require('./idempotence');
const loadingView = require('./loading-view');
const notLoaded = require('./not-loaded');
const { showNotice } = require('./platform');
const { shared } = require('./shared');

/** How long a button that stands on the page by itself says that the login has succeeded, in milliseconds. */
const SUCCESS_SHOWN = 2000;

/** What a user can do who does not want to wait for the core. */
const LEAVING = ['decline', 'dismiss'];

/** What a table of ours has for the language of the texts, as the core takes its tag. */
function wordsIn(table, locale) {
  const tag = localeOf(locale);
  if (/^en/i.test(tag)) return table.en;
  return /^zh.(tw|hk|mo|hant)/i.test(tag) ? table.zh_TW : table.zh_CN;
}

/** A component that has a popup: what its page says by its properties, and what it shows. */
class Host {
  constructor(component) {
    this.component = component;
    this.isThere = true;
    this.driver = new Driver(this);
    this.client = clientOptions(component);
    /** Whether the component sets its own data, which its observers see too. */
    this.isApplying = false;
    /** How often they saw the property `showPhonePopup` then. */
    this.echoes = 0;
    /** Whether the property was last set to false by the popup, and not by the page. */
    this.closedItself = false;
    /** Whether a true was among the properties that uni-app handed over last. */
    this.isTrueHandedOver = false;
    this.isInObserver = false;
  }

  /** The component is on the page. */
  begin() {
    this.wish();
    this.load();
  }

  /** Who is there while the core is loading reads that, and can close. */
  load() {
    if (this.shown && !this.driver.state) this.showLoading();
    this.driver.load();
  }

  /** A button that stands on the page by itself says what it does all the time. */
  showLoading() {
    const { inline, locale } = this.component.data;
    const { status, buttonText, ...texts } = wordsIn(loadingView, locale);
    const waiting = inline ? {} : { status, statusTone: 'busy', buttonText };
    this.setView(Object.assign({ openType: '', disabled: true, loading: true }, texts, waiting));
  }

  enqueue(event) {
    if (!this.isThere) return;
    if (!this.driver.state && LEAVING.includes(event.type)) this.closeUnloaded('user_cancelled');
    else this.driver.enqueue(event);
  }

  detach() {
    if (this.isThere) {
      this.isThere = false;
      this.driver.detach();
    }
  }

  /** The property `showPhonePopup` was set: what the popup did by itself is no news. A button does not go by it. */
  noteShown(shown) {
    if (this.component.data.inline) return;
    if (this.isApplying) {
      this.echoes += 1;
      return;
    }
    if (shown) this.isTrueHandedOver = true;
    else this.closedItself = false;
    if (shown === this.shown) return;
    this.shown = shown;
    if (shown && this.closedItself) {
      this.showOnceMore();
      return;
    }
    this.isInObserver = true;
    this.change({ type: shown ? 'show' : 'hide' });
    this.isInObserver = false;
  }

  /**
   * uni-app has handed over all properties. It sets none that the component has with this value already: where the popup
   * has closed itself, this is how the page's false is told.
   */
  noteHandedOver() {
    this.isTrueHandedOver = false;
    Promise.resolve().then(() => {
      if (!this.isTrueHandedOver) this.closedItself = false;
    });
  }

  /** The property is true as before the popup closed itself. What else the page sets with it is known a microtask later. */
  showOnceMore() {
    const { isBatch } = this;
    Promise.resolve().then(() => {
      if (this.shown) this.change({ type: 'show', repeated: true, batched: isBatch || this.isBatch });
    });
  }

  /** As long as no popup is there, the property itself says what the page wants. */
  change(event) {
    if (!this.isThere) return;
    if (this.shown && this.driver.popup) this.adopt();
    const { driver } = this;
    if (this.shown) driver.failures = 0;
    if (driver.popup) driver.enqueue(event);
    else if (event.batched) this.apply({ showPhonePopup: false });
    else this.load();
  }

  /** What the page wants by now; not every engine observes a property's first value. A button is always there. */
  wish() {
    const { inline, showPhonePopup } = this.component.data;
    this.shown = this.isThere && (inline || showPhonePopup);
    return { type: this.shown ? 'show' : 'hide', inline };
  }

  /** A tap before anything is there asks for another attempt to load it. */
  tap() {
    if (this.driver.state) this.enqueue({ type: 'tap' });
    else this.load();
  }

  /** The page has set other properties than the one that shows the popup. */
  noteOthers() {
    this.isBatch = true;
    Promise.resolve().then(() => {
      this.isBatch = false;
    });
  }

  configure() {
    this.noteOthers();
    this.load();
    this.enqueue({ type: 'configure', options: this.options() });
  }

  /** The component's properties and what the client is, as the core takes them. */
  options() {
    const { data } = this.component;
    const idempotent = data.idempotent || isIdempotent(data);
    return Object.assign({}, data, this.client, { idempotent, locale: localeOf(data.locale) });
  }

  /** Takes over a driver whose popup holds what this one can finish, unless its own holds something. */
  adopt(wish) {
    if (!this.isThere || this.driver.holds(this.options())) return false;
    const found = this.findDriver();
    if (found) found.moveTo(this, wish);
    return Boolean(found);
  }

  /** Of a component that has left; or else, for one that is shown, of one that nobody sees. */
  findDriver() {
    const { drivers } = shared();
    [...drivers].filter((driver) => driver.isKeptInVain()).forEach((driver) => driver.discard());
    const options = this.options();
    const found = [...drivers].filter((driver) => driver !== this.driver && driver.holds(options));
    const left = found.find(({ host }) => !host || !host.isThere);
    return left || (this.shown ? found.find(({ host }) => !host.shown) : undefined);
  }

  /** Another component has taken the driver over. */
  beginAnew() {
    this.driver = new Driver(this);
    this.driver.load();
  }

  /**
   * Shows a popup that begins, or that came from another component; the property is the page's.
   *
   * @param {any} view
   */
  setView({ showPhonePopup, ...fields }) {
    if (this.isThere) this.component.setData(this.named(fields));
  }

  /** Fields of the view under the names that the component has for them: a property of it can have the same name. */
  named(fields) {
    const { fieldNames = {} } = this.component.data;
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldNames[name] || name, value]));
  }

  apply(patch) {
    if (!this.isThere || !Object.keys(patch).length) return;
    if (this.component.data.inline) this.applyInline(patch);
    else this.applyShown(patch);
  }

  /** A button that stands on the page by itself asks anew where a popup would be closed. */
  applyInline({ showPhonePopup, ...fields }) {
    this.component.setData(this.named(fields));
    const showAgain = () => this.enqueue(this.wish());
    if (fields.state === 'hidden') showAgain();
    if (fields.state === 'verified') setTimeout(showAgain, SUCCESS_SHOWN);
  }

  applyShown(patch) {
    const isOvertaken = this.driver.loop.waitingOf('show', 'hide').length > 0;
    if (isOvertaken) delete patch.showPhonePopup; // The page has set it again meanwhile.
    const setsProperty = 'showPhonePopup' in patch;
    if (setsProperty) this.shown = patch.showPhonePopup;
    this.echoes = 0;
    this.isApplying = true;
    try {
      this.component.setData(this.named(patch));
    } finally {
      this.isApplying = false;
    }
    // With `model:` the page's field follows at once, and gives the property its value a second time.
    if (setsProperty) this.closedItself = !this.shown && this.echoes < 2;
  }

  /**
   * Sends an event under its name, and where that has a capital or a hyphen once more in all lower case: the one spelling
   * that Taro binds too. uni-app's `v-model` listens to `update:` and the property's name.
   */
  trigger(name, detail) {
    const { component } = this;
    if (name === 'close' && component.data.inline) return;
    if (name === 'close') component.triggerEvent('update:showPhonePopup', { __args__: [detail.visible] });
    component.triggerEvent(name, detail);
    const lowerCase = name.replace('-', '').toLowerCase();
    if (lowerCase !== name) component.triggerEvent(lowerCase, detail);
  }

  /** The core does not load: the user is told, and can try again. */
  fail() {
    if (!this.shown) return;
    this.closeUnloaded('unsupported');
    this.setView({ disabled: false, loading: false });
    showNotice(wordsIn(notLoaded, this.component.data.locale));
  }

  /** Nothing that could decide is there: the page gets its property back. */
  closeUnloaded(reason) {
    this.apply({ showPhonePopup: false });
    this.trigger('close', { visible: false, reason });
  }

  /** The module's folder, where it stands beside the folder of components, in a plugin too. */
  place() {
    const path = (this.component.is || '').replace(/^plugin-private:\/\/[^/]+/, '');
    const folders = path.split('/').filter(Boolean).slice(0, -3);
    return path ? { folder: folders.concat('phone-login').join('/') } : {};
  }
}

module.exports = { Host };
