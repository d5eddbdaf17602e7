/** A component of one's own that drives the popup's state machine, and performs every effect it can ask for. */

import type { Dispatched, Effect, PopupEvent, PopupOptions, View } from 'wx-phone-login';
import { PhonePopup, ready } from 'wx-phone-login';

const options: PopupOptions = {
  mode: 'realtime',
  locale: 'en_US',
  cloudFunction: 'decryptPhoneNumber',
  requireAgreement: true,
  privacy: 'popup',
  baseLibrary: wx.getAppBaseInfo().SDKVersion,
};

interface Custom {
  popup?: PhonePopup;
  queue: PopupEvent[];
  deadline?: number;
  isKept?: boolean;
}

Component<Partial<View>, { cloudFunction: StringConstructor }, Methods, [], Custom>({
  properties: { cloudFunction: String },
  data: {},

  lifetimes: {
    async attached() {
      this.queue = [];
      await ready();
      this.popup = new PhonePopup({ ...options, cloudFunction: this.data.cloudFunction });
      this.setData(this.popup.view);
      this.enqueue({ type: 'show' });
    },
    detached() {
      this.enqueue({ type: 'detached' });
      if (!this.isKept) this.popup?.free();
    },
  },

  pageLifetimes: {
    show() {
      this.enqueue({ type: 'pageShown' });
    },
    hide() {
      this.enqueue({ type: 'pageHidden' });
    },
  },

  observers: {
    cloudFunction(cloudFunction: string) {
      this.enqueue({ type: 'configure', options: { ...options, cloudFunction } });
    },
  },

  methods: {
    enqueue(event) {
      this.queue.push(event);
      if (this.queue.length > 1) return;
      while (this.popup && this.queue.length) {
        const { patch, effects }: Dispatched = this.popup.dispatch(this.queue[0]!, Date.now());
        this.setData(patch);
        effects.forEach((effect) => this.perform(effect));
        this.queue.shift();
      }
    },

    perform(effect) {
      switch (effect.type) {
        case 'trigger':
          this.triggerEvent(effect.name, effect.detail);
          break;
        case 'verify': {
          const { request, name, data } = effect;
          const answer = (reply: unknown) => this.enqueue({ type: 'verified', request, reply });
          wx.cloud.callFunction({ name, data, success: answer, fail: answer });
          break;
        }
        case 'startDeadline': {
          const { request, delay } = effect;
          if (this.deadline) clearTimeout(this.deadline);
          this.deadline = setTimeout(() => this.enqueue({ type: 'deadlinePassed', request }), delay);
          break;
        }
        case 'exchange': {
          const { request, data } = effect;
          const answer = (reply: unknown) => this.enqueue({ type: 'verified', request, reply });
          wx.request({ url: `https://example.com/${effect.name}`, data, success: answer, fail: answer });
          break;
        }
        case 'stopDeadline':
          if (this.deadline) clearTimeout(this.deadline);
          break;
        case 'checkPrivacy': {
          const { request } = effect;
          const answer = (needed: boolean) => this.enqueue({ type: 'privacyChecked', request, needed });
          wx.getPrivacySetting({
            success: ({ needAuthorization }) => answer(needAuthorization),
            fail: () => answer(false),
          });
          break;
        }
        case 'notify':
          if (effect.notice.via === 'toast') wx.showToast(effect.notice);
          else wx.showModal(effect.notice);
          break;
        case 'report':
          wx.reportEvent(effect.name, effect.data);
          break;
        case 'explain':
          console.warn(effect.reason, effect.raw ?? '-');
          break;
        case 'keep':
          this.isKept = true;
          break;
        default:
          this.refuse(effect);
      }
    },

    refuse(effect: never) {
      throw new Error(`no such effect: ${JSON.stringify(effect)}`);
    },

    onTap() {
      this.enqueue({ type: 'tap' });
    },
    onPhoneNumber(event) {
      this.enqueue({ type: 'authorized', event });
    },
    onAgreementChange() {
      this.enqueue({ type: 'agree', agreed: !this.data.agreed });
    },
  },
});

interface Methods {
  enqueue(event: PopupEvent): void;
  perform(effect: Effect): void;
  refuse(effect: never): void;
  onTap(): void;
  onPhoneNumber(event: WechatMiniprogram.ButtonGetPhoneNumber): void;
  onAgreementChange(): void;
  [name: string]: Function;
}

/** Every other event, as a component's own handlers send it. */
export const others: PopupEvent[] = [
  { type: 'hide' },
  { type: 'decline' },
  { type: 'otherLogin' },
  { type: 'privacyAgreed' },
  { type: 'attached' },
  { type: 'pageVerified', code: 'code', reply: { result: { success: true } } },
  { type: 'configure', options: {} },
];

/** A popup without options; its view is there to read and not to write. */
export function viewAtFirst(): View {
  const popup = new PhonePopup();
  const { view } = popup;
  popup.free();
  return view;
}
