const { clientOptions } = require('./client');
const { Driver } = require('./driver');
const { isIdempotent } = require('./idempotence');
const notLoaded = require('./not-loaded');
const { showNotice } = require('./platform');
const { shared } = require('./shared');

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
    this.isInObserver = false;
  }

  enqueue(event) {
    if (this.isThere) this.driver.enqueue(event);
  }

  detach() {
    if (this.isThere) {
      this.isThere = false;
      this.driver.detach();
    }
  }

  /** The property `showPhonePopup` was set. What the popup did by itself is no news. */
  noteShown(shown) {
    if (this.isApplying) {
      this.echoes += 1;
      return;
    }
    if (!shown) this.closedItself = false;
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
    else driver.load();
  }

  /** What the page wants by now; not every engine observes a property's first value. */
  wish() {
    this.shown = this.isThere && this.component.data.showPhonePopup;
    return { type: this.shown ? 'show' : 'hide' };
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
    this.enqueue({ type: 'configure', options: this.options() });
  }

  /** The component's properties and what the client is, as the core takes them. */
  options() {
    const { data } = this.component;
    return Object.assign({}, data, this.client, { idempotent: data.idempotent || isIdempotent(data) });
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

  /** Shows a popup that begins, or that came from another component; the property is the page's. */
  setView({ showPhonePopup, ...fields }) {
    if (this.isThere) this.component.setData(fields);
  }

  apply(patch) {
    if (!this.isThere || !Object.keys(patch).length) return;
    const isOvertaken = this.driver.loop.waitingOf('show', 'hide').length > 0;
    if (isOvertaken) delete patch.showPhonePopup; // The page has set it again meanwhile.
    const setsProperty = 'showPhonePopup' in patch;
    if (setsProperty) this.shown = patch.showPhonePopup;
    this.echoes = 0;
    this.isApplying = true;
    try {
      this.component.setData(patch);
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
    if (name === 'close') component.triggerEvent('update:showPhonePopup', { __args__: [detail.visible] });
    component.triggerEvent(name, detail);
    const lowerCase = name.replace('-', '').toLowerCase();
    if (lowerCase !== name) component.triggerEvent(lowerCase, detail);
  }

  /** Nothing that could decide is there: the user is told, and the page gets its property back. */
  closeUnloaded() {
    const { data } = this.component;
    if (!data.showPhonePopup) return;
    this.apply({ showPhonePopup: false });
    this.trigger('close', { visible: false, reason: 'unsupported' });
    showNotice(notLoaded[data.locale] || notLoaded.zh_CN);
  }

  /** The module's folder, where it stands beside the folder of components, in a plugin too. */
  place() {
    const path = (this.component.is || '').replace(/^plugin-private:\/\/[^/]+/, '');
    const folders = path.split('/').filter(Boolean).slice(0, -3);
    return path ? { folder: folders.concat('phone-login').join('/') } : {};
  }
}

module.exports = { Host };
