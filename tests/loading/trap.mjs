import { Phone } from '../support/realm/phone.mjs';

/** A module whose one function is `unreachable`: what a panic of the core compiles to. */
const UNREACHABLE = new Uint8Array([
  0x00,
  0x61,
  0x73,
  0x6d,
  0x01,
  0x00,
  0x00,
  0x00, // the header
  0x01,
  0x04,
  0x01,
  0x60,
  0x00,
  0x00, // a type: nothing in, nothing out
  0x03,
  0x02,
  0x01,
  0x00, // a function of that type
  0x07,
  0x05,
  0x01,
  0x01,
  0x66,
  0x00,
  0x00, // its name
  0x0a,
  0x05,
  0x01,
  0x03,
  0x00,
  0x00,
  0x0b, // its body
]);

/** A real trap of this engine. */
const trap = () => new WebAssembly.Instance(new WebAssembly.Module(UNREACHABLE)).exports.f();

/** A phone whose module traps in an export of a name, as often as a test says; each instance is one of `made`. */
export function trappingPhone(options) {
  const traps = { left: {}, made: 0 };
  const phone = new Phone({ backend: 'wasm', ...options });
  phone.wasm.intercept = (start) => start().then(({ instance }) => ({ instance: trapping(instance, traps) }));
  return { phone, traps };
}

function trapping({ exports }, traps) {
  traps.made += 1;
  const wrapped = Object.entries(exports).map(([name, found]) => [name, sometimes(name, found, traps)]);
  return { exports: Object.fromEntries(wrapped) };
}

function sometimes(name, found, { left }) {
  if (typeof found !== 'function') return found;
  return (...args) => {
    if (!left[name]) return found(...args);
    left[name] -= 1;
    return trap();
  };
}
