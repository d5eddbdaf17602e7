/** `<input>`: the native field lives inside the element, as on WeChat. */
export const input = () => ({
  properties: {
    value: { type: String, observer: 'sync' },
    type: { type: String, value: 'text' },
    password: Boolean,
    placeholder: { type: String, observer: 'sync' },
    disabled: { type: Boolean, observer: 'sync' },
    maxlength: { type: Number, value: 140, observer: 'sync' },
    confirmType: String,
  },
  lifetimes: {
    created() {
      this.field = document.createElement('input');
      this.getBackendElement().append(this.field);
      this.field.addEventListener('input', () => this.report('input'));
      this.field.addEventListener('focus', () => this.report('focus'));
      this.field.addEventListener('blur', () => this.report('blur'));
      this.sync();
    },
  },
  methods: {
    sync() {
      const { value, type, password, placeholder, disabled, maxlength } = this.data;
      Object.assign(this.field, { placeholder, disabled, type: password ? 'password' : 'text' });
      if (maxlength < 0) this.field.removeAttribute('maxlength');
      else this.field.maxLength = maxlength;
      this.field.inputMode = type === 'number' ? 'numeric' : 'text';
      if (this.field.value !== value) this.field.value = value;
    },
    report(name) {
      const { value, selectionStart: cursor } = this.field;
      this.setData({ value });
      this.triggerEvent(name, { value, cursor });
    },
  },
});
