import { followHover } from './hover.js';
import { pressable } from './pressable.js';

// open-type → the event that reports the answer
const PHONE_EVENTS = {
  getPhoneNumber: 'getphonenumber',
  getRealtimePhoneNumber: 'getrealtimephonenumber',
};

/** `<button>` */
export const button = (bridge) => ({
  properties: {
    openType: String,
    disabled: {
      type: Boolean,
      observer(disabled) {
        this.getBackendElement().setAttribute('aria-disabled', String(disabled));
      },
    },
    loading: Boolean,
    type: String,
    size: String,
    plain: Boolean,
    formType: String,
    hoverClass: { type: String, value: 'button-hover' },
    hoverStartTime: { type: Number, value: 20 },
    hoverStayTime: { type: Number, value: 70 },
    phoneNumberNoQuotaToast: { type: Boolean, value: true },
  },
  lifetimes: {
    created() {
      const enabled = () => !this.data.disabled;
      followHover(this, enabled);
      pressable(this, 'button', enabled);
      // Captured, so as to come before the mini-program's own handlers.
      this.addListener('tap', (event) => this.onTapCapture(event), { capture: true });
    },
  },
  methods: {
    onTapCapture(event) {
      const { disabled, openType } = this.data;
      const text = this.getBackendElement().textContent.trim();
      bridge.log('tap', disabled ? `${text}（不可用）` : text, openType ? { openType } : undefined);
      if (disabled) event.stopPropagation();
      else if (PHONE_EVENTS[openType]) this.askLater(openType);
    },
    /** What counts is the open-type that was tapped, though the tap's own handlers run first and may change it. */
    askLater(openType) {
      queueMicrotask(async () => {
        const answer = await bridge.requestPhoneNumber(openType, this.data.phoneNumberNoQuotaToast);
        this.report(PHONE_EVENTS[openType], answer);
      });
    },
    report(name, { fields, bare }) {
      bridge.log('platform', name, fields);
      if (bare) this.triggerEvent(name, undefined, { extraFields: fields });
      else this.triggerEvent(name, fields);
    },
  },
});
