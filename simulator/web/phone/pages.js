const STYLE_V2 = 'wx-style-v2';

/** The page on the screen, and the calls that WeChat makes on it. */
export class Pages {
  #codeSpace;
  #backend;
  #project;
  #bridge;
  #root;

  constructor(codeSpace, backend, project, bridge) {
    this.#codeSpace = codeSpace;
    this.#backend = backend;
    this.#project = project;
    this.#bridge = bridge;
  }

  /** @returns {object[]} what `getCurrentPages()` gives */
  current() {
    return this.#root ? [this.#root.get()] : [];
  }

  /**
   * @param {string} path
   * @param {object} query
   */
  open(path, query) {
    this.#bridge.log('page', path);
    this.#dress(path);
    const root = this.#backend.createRoot('wx-page', this.#codeSpace, path);
    this.#root = root;
    Object.assign(root.get(), { route: path, options: query });
    const placeholder = document.createElement('wx-page');
    document.body.append(placeholder);
    root.attach(document.body, placeholder);
    this.#call('onLoad', query);
    this.show();
    queueMicrotask(() => this.#call('onReady'));
  }

  show() {
    this.#call('onShow');
    this.#root.getComponent().triggerPageLifetime('show', []);
  }

  hide() {
    this.#call('onHide');
    this.#root.getComponent().triggerPageLifetime('hide', []);
  }

  close() {
    this.#call('onUnload');
    this.#root.release();
    this.#root = undefined;
  }

  #dress(path) {
    const { app, configs } = this.#project;
    const look = { ...app.window, ...configs[path] };
    this.#bridge.setTitleBar({
      title: look.navigationBarTitleText ?? '',
      background: look.navigationBarBackgroundColor ?? '#000000',
      textStyle: look.navigationBarTextStyle ?? 'white',
    });
    document.body.classList.toggle(STYLE_V2, app.style === 'v2');
  }

  #call(name, ...args) {
    this.#root.get()[name]?.(...args);
  }
}
