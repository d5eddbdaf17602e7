import { isAtLeast } from '../../base-library.js';
import { followHover } from './hover.js';
import { openTypes } from './open-types.js';
import { pressable } from './pressable.js';

// How far the view may be behind, in milliseconds, on a phone that is slow.
const VIEW_DELAY = 400;
// The base library that `phone-number-no-quota-toast` came with.
const QUOTA_TOAST_SWITCH = '3.0.1';

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
    hoverStopPropagation: Boolean,
    lang: String,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    appParameter: String,
    showMessageCard: Boolean,
    phoneNumberNoQuotaToast: { type: Boolean, value: true },
  },
  lifetimes: {
    /** @this {import('glass-easel').GeneralComponent & { onTapCapture(event: unknown): void }} */
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
      const { disabled, openType } = this.seen();
      const text = this.getBackendElement().textContent.trim();
      bridge.log('tap', disabled ? `${text}（不可用）` : text, openType ? { openType } : undefined);
      if (disabled) event.stopPropagation();
      else this.openLater(openType);
    },
    /** What the user sees and taps: on a slow phone, what the button was at the first of two fast taps. */
    seen() {
      if (!bridge.isViewSlow() || bridge.now() - (this.seenAt ?? 0) > VIEW_DELAY) {
        this.seenAt = bridge.now();
        const { disabled, openType } = this.data;
        this.tapped = { disabled, openType };
      }
      return this.tapped;
    },
    /** What counts is the open-type that was tapped, though the tap's own handlers run first and may change it. */
    openLater(openType) {
      const known = openTypes[openType];
      if (!known || !isAtLeast(bridge.baseLibrary(), known.since)) return;
      queueMicrotask(() => this.open(openType));
    },
    open(openType) {
      if (openType === 'contact') this.openConversation();
      else if (openType === 'agreePrivacyAuthorization') this.acceptPrivacy();
      else this.askForNumber(openType);
    },
    /** The conversation is WeChat's own; the mini-program hears of it when the user is back from it, which is at once here. */
    openConversation() {
      this.report(openTypes.contact.event, { fields: { errMsg: 'enterContact:ok', path: '', query: {} }, bare: false });
    },
    acceptPrivacy() {
      bridge.acceptPrivacy();
      this.report(openTypes.agreePrivacyAuthorization.event, { fields: {}, bare: false });
    },
    async askForNumber(openType) {
      const hasSwitch = isAtLeast(bridge.baseLibrary(), QUOTA_TOAST_SWITCH);
      const answer = await bridge.requestPhoneNumber(openType, !hasSwitch || this.data.phoneNumberNoQuotaToast);
      this.report(openTypes[openType].event, answer);
    },
    report(name, { fields, bare }) {
      bridge.log('platform', name, fields);
      if (bare) this.triggerEvent(name, undefined, { extraFields: fields });
      else this.triggerEvent(name, fields);
    },
  },
});
