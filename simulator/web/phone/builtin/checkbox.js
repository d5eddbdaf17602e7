import { elementOf } from '../backend.js';
import { pressable } from './pressable.js';

/** `<checkbox>`. `<checkbox-group>` is not simulated: the checkbox itself reports `change`, which bubbles. */
export const checkbox = () => ({
  properties: {
    value: String,
    checked: {
      type: Boolean,
      observer(checked) {
        this.getBackendElement().setAttribute('aria-checked', String(checked));
      },
    },
    disabled: Boolean,
    color: String,
  },
  lifetimes: {
    /** @this {import('glass-easel').GeneralComponent & { toggle(): void }} */
    created() {
      pressable(this, 'checkbox', () => !this.data.disabled);
      elementOf(this).setAttribute('aria-checked', 'false');
      this.addListener('tap', () => this.toggle());
    },
  },
  methods: {
    toggle() {
      if (this.data.disabled) return;
      this.setData({ checked: !this.data.checked });
      this.triggerEvent('change', { value: this.data.checked ? [this.data.value] : [] }, { bubbles: true });
    },
  },
});
