/** A client that loads the built package and shows what its module does. */
import { Client } from '../../tests/support/engines/program/client.mjs';

export class PackageClient extends Client {
  constructor(global, shipped, condition = { backend: 'wasm' }) {
    super(global, shipped, condition);
    /** How often the module called each function of the glue. */
    this.imports = {};
    this.bytes = Object.fromEntries(Object.entries(this.modules).map(([path, bytes]) => [path, new Uint8Array(bytes)]));
  }

  instantiate(path, imports) {
    const wanted = this.counts ? this.counted(imports) : imports;
    return WebAssembly.instantiate(this.bytes[path], wanted).then(({ instance }) => {
      this.instance = instance;
      return { instance };
    });
  }

  counted(imports) {
    const count =
      (name, act) =>
      (...values) => {
        this.imports[name] = (this.imports[name] || 0) + 1;
        return act(...values);
      };
    const counting = (functions) => Object.entries(functions).map(([name, act]) => [name, count(name, act)]);
    return Object.fromEntries(
      Object.entries(imports).map(([from, functions]) => [from, Object.fromEntries(counting(functions))]),
    );
  }

  /** The module, loaded. */
  async load() {
    const phoneLogin = this.require('/phone-login/index');
    const { backend } = await phoneLogin.ready();
    if (backend !== 'wasm') throw new Error(`runs as ${backend}: ${this.errors}`);
    return phoneLogin;
  }

  /** Pages of 64 KB. */
  get pages() {
    return this.instance.exports.memory.buffer.byteLength / 65536;
  }
}
