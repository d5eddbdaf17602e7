/** What has to be an error. The compiler complains where one of these is none. */

import type {
  ButtonProperties,
  ButtonReason,
  ComponentCustomEvent,
  ComponentEventDetail,
  ComponentProperties,
  Effect,
  LoginPopupSystem,
  Messages,
  PopupEvent,
  Reason,
} from 'wx-phone-login';
import { classify, maskPhoneNumber, notice, onReport, PhonePopup, ready } from 'wx-phone-login';

// @ts-expect-error: no reason has this name.
notice('denied');
// @ts-expect-error: a success has no other name than `verified`.
notice('ok');
// @ts-expect-error: a notice is about something.
notice();
// @ts-expect-error: no such step.
notice('network', { stage: 'login' });
// @ts-expect-error: no such option.
notice('network', { language: 'en' });
// @ts-expect-error: a text is a text.
notice('network', { messages: { network: 1 } });
// @ts-expect-error: a text for no reason is shown by nobody.
notice('network', { messages: { offline: '没有网络' } });
// @ts-expect-error: some texts are not all of them.
export const messages: Messages = { network: '没有网络' };
// @ts-expect-error: the server says this, not the button.
export const reason: ButtonReason = 'code_invalid';
// @ts-expect-error: names are in lower case.
export const shouted: Reason = 'USER_DENIED';

// @ts-expect-error: no such option.
ready({ url: '/wx_phone_login_bg.wasm' });
// @ts-expect-error: milliseconds are a number.
ready({ timeout: '2000' });
// @ts-expect-error: the fallback is called for, not handed over.
ready({ fallback: require.async('../../packageB/wx_phone_login_fallback') as Promise<() => object> });
// @ts-expect-error: it gives the module, not where it is.
ready({ fallback: () => '../../packageB/wx_phone_login_fallback' });
// @ts-expect-error: what is loaded comes later.
ready().backend;
// @ts-expect-error: a listener is a function.
onReport({ report: console.log });
// @ts-expect-error: `undefined` ends it, and is written out.
onReport();
// @ts-expect-error: a success has no reason.
onReport((name, data) => name === 'phone_number_success' && data.reason);

const outcome = classify({});
// @ts-expect-error: there may be no code.
outcome.code;
// @ts-expect-error: the event is what is judged.
classify();
// @ts-expect-error: a number is a text.
maskPhoneNumber(13800138000);

// @ts-expect-error: no such mode.
new PhonePopup({ mode: 'fast' });
// @ts-expect-error: no such option; the component shows it.
new PhonePopup({ showPhonePopup: true });
// @ts-expect-error: nobody else can ask.
new PhonePopup({ privacy: 'page' });
// @ts-expect-error: it is made with `new`.
PhonePopup({});

const popup = new PhonePopup();
// @ts-expect-error: the core reads no clock.
popup.dispatch({ type: 'show' });
// @ts-expect-error: a time is a number.
popup.dispatch({ type: 'show' }, new Date());
// @ts-expect-error: no such event.
popup.dispatch({ type: 'open' }, 0);
// @ts-expect-error: an event is an object.
popup.dispatch('show', 0);
// @ts-expect-error: the box is ticked or not.
popup.dispatch({ type: 'agree', agreed: 'yes' }, 0);
// @ts-expect-error: the event of the button is missing.
popup.dispatch({ type: 'authorized' }, 0);
// @ts-expect-error: it answers a request.
popup.dispatch({ type: 'verified', reply: {} }, 0);
// @ts-expect-error: it says how the exchange ended.
popup.dispatch({ type: 'verified', request: 1 }, 0);
// @ts-expect-error: it says which code was exchanged.
popup.dispatch({ type: 'pageVerified', reply: {} }, 0);
// @ts-expect-error: it answers a request.
popup.dispatch({ type: 'deadlinePassed' }, 0);
// @ts-expect-error: it says whether it is needed.
popup.dispatch({ type: 'privacyChecked', request: 1 }, 0);
// @ts-expect-error: it says what the options are now.
popup.dispatch({ type: 'configure' }, 0);
// @ts-expect-error: the base library has its name.
popup.dispatch({ type: 'configure', options: { SDKVersion: '3.0.0' } }, 0);
// @ts-expect-error: a tap takes nothing.
popup.dispatch({ type: 'tap', agreed: true }, 0);
// @ts-expect-error: the view is there to read.
popup.view = popup.view;
// @ts-expect-error: a patch may lack the field.
popup.dispatch({ type: 'show' }, 0).patch.state.length;
// @ts-expect-error: `if` says which effect it is before its fields are there.
popup.dispatch({ type: 'show' }, 0).effects[0]!.request;
// @ts-expect-error: no such state.
popup.view.state === 'open';

// @ts-expect-error: no such effect.
export const effect: Effect = { type: 'toast', title: '' };
// @ts-expect-error: a code is verified, and nothing else.
export const verify: Effect = { type: 'verify', request: 1, name: 'decryptPhoneNumber', data: {} };
// @ts-expect-error: the event of the component, not of the machine.
export const event: PopupEvent = { type: 'phoneNumberGet' };

// @ts-expect-error: events are named as in the WXML.
export type OtherLogin = ComponentEventDetail<'otherLogin'>;
// @ts-expect-error: in lower case there is no hyphen.
export type OtherLoginInLowerCase = ComponentEventDetail<'other_login'>;
// @ts-expect-error: a popup that closed is not to be seen.
export const close: ComponentEventDetail<'close'> = { visible: true };
// @ts-expect-error: it says who closed it, not what failed.
export const why: ComponentEventDetail<'close'> = { visible: false, reason: 'network' };
// @ts-expect-error: a refusal has no code.
export const code = ({ detail }: ComponentCustomEvent<'phoneNumberReject'>) => detail.code;
// @ts-expect-error: a used up quota has no detail.
export const used = ({ detail }: ComponentCustomEvent<'phoneNumberQuotaExceeded'>) => detail.reason;
// @ts-expect-error: the number in full is only in the event of a popup that verifies.
export const number = ({ detail }: ComponentCustomEvent<'phoneNumberGet'>) => detail.phoneNumber;

// @ts-expect-error: no such property.
export const property: Partial<ComponentProperties> = { shown: true };
// @ts-expect-error: the texts are those of `phone`.
export const content: Partial<ComponentProperties> = { popupContent: { title: '登录' } };
// @ts-expect-error: an agreement has a name.
export const agreements: Partial<ComponentProperties> = { agreements: [{ url: '/pages/terms/terms' }] };
// @ts-expect-error: another way is offered or not, and when.
export const offered: Partial<ComponentProperties> = { otherLogin: true };
// @ts-expect-error: the button has no popup.
export const inline: Partial<ButtonProperties> = { showPhonePopup: true };
// @ts-expect-error: the component says what it shows, and not its page.
export const guided: Partial<ComponentProperties> = { showsGuidance: true };
// @ts-expect-error: the component asks the client.
export const asked: Partial<ComponentProperties> = { baseLibrary: '3.0.0' };

export function misuse(component: LoginPopupSystem) {
  // @ts-expect-error: the reply is missing.
  component.endVerification('code');
  // @ts-expect-error: no such method.
  component.show();
  // @ts-expect-error: the page sets its own data.
  component.data.showPhonePopup = false;
  // @ts-expect-error: it may not be there before the core is loaded.
  component.data.countdown.toFixed();
}
