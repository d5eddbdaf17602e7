const STYLE_V2 = 'wx-style-v2';

/** The pages, of which the last one is on the screen, and the calls that WeChat makes on them. */
export class Pages {
  #codeSpace;
  #backend;
  #project;
  #bridge;
  #stack = [];

  constructor(codeSpace, backend, project, bridge) {
    this.#codeSpace = codeSpace;
    this.#backend = backend;
    this.#project = project;
    this.#bridge = bridge;
  }

  /** @returns {object[]} what `getCurrentPages()` gives */
  current() {
    return this.#stack.map(({ root }) => root.get());
  }

  /** The page on the screen. */
  get path() {
    return this.#stack.at(-1)?.path ?? '';
  }

  get canGoBack() {
    return this.#stack.length > 1;
  }

  /** @param {string} path */
  has(path) {
    return this.#project.pages.includes(path);
  }

  /**
   * @param {string} path
   * @param {object} query
   */
  open(path, query) {
    if (this.#stack.length > 0) this.hide();
    this.#bridge.log('page', path);
    const root = this.#backend.createRoot('wx-page', this.#codeSpace, path);
    Object.assign(root.get(), { route: path, options: query });
    const placeholder = document.createElement('wx-page');
    document.body.append(placeholder);
    root.attach(document.body, placeholder);
    this.#stack.push({ path, root });
    this.#call('onLoad', query);
    this.show();
    queueMicrotask(() => root.get().onReady?.());
  }

  /** @param {number} delta  how many pages */
  goBack(delta) {
    for (let count = Math.min(delta, this.#stack.length - 1); count > 0; count -= 1) this.#closeLast();
    this.#bridge.log('page', this.path);
    this.show();
  }

  show() {
    this.#dress();
    this.#call('onShow');
    this.#component().triggerPageLifetime('show', []);
  }

  hide() {
    this.#call('onHide');
    this.#component().triggerPageLifetime('hide', []);
  }

  /** The window has another size. */
  resize() {
    this.#call('onResize');
    this.#component().triggerPageLifetime('resize', []);
  }

  close() {
    while (this.#stack.length > 0) this.#closeLast();
  }

  #closeLast() {
    this.#call('onUnload');
    const { root } = this.#stack.pop();
    const element = root.getComponent().getBackendElement();
    root.release();
    element.remove();
  }

  /** Shows the last page as its configuration wants it, and no other. */
  #dress() {
    const { app, configs } = this.#project;
    const look = { ...app.window, ...configs[this.path] };
    this.#bridge.setTitleBar({
      title: look.navigationBarTitleText ?? '',
      background: look.navigationBarBackgroundColor ?? '#000000',
      textStyle: look.navigationBarTextStyle ?? 'white',
      canGoBack: this.canGoBack,
    });
    document.body.classList.toggle(STYLE_V2, app.style === 'v2');
    /** @type {NodeListOf<HTMLElement>} */
    const elements = document.querySelectorAll('body > wx-page');
    for (const element of elements) element.hidden = element !== [...elements].at(-1);
  }

  #component() {
    return this.#stack.at(-1).root.getComponent();
  }

  #call(name, ...args) {
    const page = this.#stack.at(-1).root.get();
    page[name]?.(...args);
  }
}
