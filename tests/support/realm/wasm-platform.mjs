/** `WXWebAssembly` of a phone: it takes a path into the code package and nothing else. */
export class WasmPlatform {
  constructor(files, { bare = false } = {}) {
    this.files = files;
    this.bare = bare;
    /** Every first argument that `instantiate` was given. */
    this.asked = [];
    /** Every instance it made. */
    this.instances = [];
    /** Stands between the question and the answer; a test replaces it to answer late, badly or never. */
    this.intercept = (start) => start();
  }

  /** The global of the realm. */
  get global() {
    return { instantiate: (path, imports) => this.instantiate(path, imports) };
  }

  instantiate(path, imports) {
    this.asked.push(path);
    return this.intercept(async () => this.start(path, imports));
  }

  start(path, imports) {
    if (typeof path !== 'string') throw new TypeError('instantiate:fail the path is not a string');
    if (!path.endsWith('.wasm') || !this.files.find(path))
      throw new Error(`instantiate:fail no such module in the package: ${path}`);
    const module = new WebAssembly.Module(this.files.read(path));
    const instance = new WebAssembly.Instance(module, imports);
    this.instances.push(instance);
    return this.bare ? instance : { instance };
  }

  /** Lets the next answers wait; what it returns lets them go. */
  hold() {
    let release;
    const released = new Promise((resolve) => {
      release = resolve;
    });
    this.intercept = (start) => released.then(start);
    return release;
  }

  /** The pages of 64 KB that the newest instance has; undefined where nothing was instantiated. */
  get pages() {
    const instance = this.instances.at(-1);
    return instance && instance.exports.memory.buffer.byteLength / 65536;
  }
}
