import { tap } from './pressable.js';

const CONTROLS = ['builtin/checkbox', 'builtin/button', 'builtin/input'];

/** `<label>`: a tap on it is a tap on the control it belongs to, by `for` or by being inside. */
export const label = () => ({
  properties: { for: String },
  lifetimes: {
    created() {
      this.addListener('tap', (event) => {
        const control = this.control();
        if (!control || isInside(event.target, control)) return;
        tap(control, event.getOriginalEvent());
      });
    },
  },
  methods: {
    control() {
      const id = this.data.for;
      return id ? this.ownerShadowRoot.querySelector(`#${id}`) : firstControl(this);
    },
  },
});

function firstControl(element) {
  for (const child of element.childNodes ?? []) {
    const found = CONTROLS.includes(child.is) ? child : firstControl(child);
    if (found) return found;
  }
  return null;
}

function isInside(target, control) {
  for (let node = target; node; node = node.parentNode) if (node === control) return true;
  return false;
}
