/** Pages that show the popup: one that verifies by itself, as the sample page does, and one whose popup verifies. */

import type {
  Agreement,
  ButtonProperties,
  ComponentCustomEvent,
  ComponentEventDetail,
  ComponentEventName,
  ComponentProperties,
  LoginPopupSystem,
  LowerCaseEventName,
  Messages,
  Notice,
  PhoneLoginButton,
  PopupContent,
} from 'wx-phone-login';
import { classifyReply, maskPhoneNumber, notice } from 'wx-phone-login';

type StateChange = ComponentEventDetail<'phoneNumberStateChange'>;

const messages: Partial<Messages> = { network: '没有网络', quota_exhausted: '请联系客服', verified: '登录成功' };

function show(told: Notice) {
  if (told.via === 'toast') wx.showToast(told);
  else wx.showModal(told);
}

Page({
  data: { showPhonePopup: false, userPhone: '' },
  code: '',

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onPhoneNumberGet({ detail: { code, mode = 'quick' } }: ComponentCustomEvent<'phoneNumberGet'>) {
    this.code = code;
    console.log(mode === 'quick');
    const end = (reply: unknown) => this.onVerificationEnd(code, reply);
    wx.cloud.callFunction({ name: 'decryptPhoneNumber', data: { code }, success: end, fail: end });
  },

  onVerificationEnd(code: string, reply: unknown) {
    if (code !== this.code) return;
    const popup = this.selectComponent('#login-popup') as unknown as LoginPopupSystem | null;
    if (popup) popup.endVerification(code, reply);
    const verification = classifyReply(reply);
    if (verification.kind === 'ok') this.logIn(verification.phoneNumber ?? '');
    else show(notice(verification.reason, { stage: 'verification', messages, locale: wx.getAppBaseInfo().language }));
  },

  logIn(phoneNumber: string) {
    this.setData({ userPhone: maskPhoneNumber(phoneNumber), showPhonePopup: false });
    show(notice('verified', { locale: 'en' }));
  },

  onPhoneNumberReject({ detail }: ComponentCustomEvent<'phoneNumberReject'>) {
    const refusals: number = detail.refusals ?? 0;
    if (refusals < 2) show(notice(detail.reason));
    console.log(detail.errno?.toFixed());
  },

  onPhoneNumberQuotaExceeded() {
    show(notice('quota_exhausted'));
  },

  onOtherLogin(e: WechatMiniprogram.CustomEvent<ComponentEventDetail<'other-login'>>) {
    const query = `${e.detail.reason ?? 'wanted'}-${e.detail.refusals.toFixed()}`;
    wx.navigateTo({ url: `/pages/sms/sms?because=${query}&from=${e.currentTarget.id}` });
  },
});

/** What the page below binds; a page names those properties whose defaults do not fit. */
type Bound = Pick<ComponentProperties, 'showPhonePopup' | 'popupContent' | 'mode' | 'agreements' | 'privacy'>;

const popupContent: PopupContent = { phone: { title: '登录', allowButton: '一键登录' } };
const agreements: Agreement[] = [{ name: '《用户服务协议》', url: '/pages/terms/terms' }, { name: '《隐私保护指引》' }];
const bound: Bound = { showPhonePopup: false, popupContent, mode: 'realtime', agreements, privacy: 'popup' };

/** Every property, as the component has it where a page binds nothing. */
export const defaults: ComponentProperties = {
  showPhonePopup: false,
  popupContent: null,
  mode: 'quick',
  locale: 'zh_CN',
  cloudFunction: '',
  exchange: '',
  idempotent: false,
  showServerMessage: false,
  requireAgreement: false,
  agreements: [],
  privacy: 'wechat',
  otherLogin: 'after-refusal',
  contact: false,
  theme: 'auto',
  logo: '',
  closable: true,
  maskClosable: true,
  rootPortal: false,
  customStyle: '',
};

/** The same of the button that stands on a page by itself. */
export const defaultsOfButton: ButtonProperties = {
  text: '',
  agreed: false,
  disabled: false,
  theme: 'auto',
  mode: 'quick',
  locale: 'auto',
  cloudFunction: '',
  exchange: '',
  idempotent: false,
  showServerMessage: false,
  requireAgreement: false,
  agreements: [],
  privacy: 'wechat',
  otherLogin: 'never',
  contact: true,
};

Page({
  data: { ...bound, userPhone: '', isBusy: false },

  onPhoneNumberVerified(e: ComponentCustomEvent<'phoneNumberVerified'>) {
    const { phoneNumber, countryCode, maskedNumber, mode } = e.detail;
    this.setData({ userPhone: maskedNumber });
    console.log(`+${countryCode}`.length, phoneNumber.length, mode?.length);
  },

  onPhoneNumberStateChange({ detail: { state } }: WechatMiniprogram.CustomEvent<StateChange>) {
    this.setData({ isBusy: state === 'authorizing' || state === 'verifying' });
  },

  onUnload() {
    const popup = this.selectComponent('.popup') as WechatMiniprogram.Component.TrivialInstance & LoginPopupSystem;
    const { showPhonePopup, mode, agreed = false, countdown = 0 } = popup.data;
    console.log(showPhonePopup, mode, agreed, countdown);
    popup.onPhoneReject();
  },
});

/** A handler for every event of the popup: the compiler says which one is missing, and what each is given. */
export const handlers: { [Name in ComponentEventName]: (event: ComponentCustomEvent<Name>) => void } = {
  phoneNumberGet: ({ type, detail }) => console.log(type, detail.code),
  phoneNumberReject: ({ detail }) => show(notice(detail.reason)),
  phoneNumberQuotaExceeded: ({ type }) => console.log(type),
  login: ({ detail: { data, maskedNumber = '' } }) => console.log(data, maskedNumber.length),
  phoneNumberVerified: ({ detail }) => console.log(detail.maskedNumber),
  phoneNumberStateChange: ({ detail }) => console.log(detail.state),
  'other-login': ({ detail }) => console.log(detail.refusals),
  close: ({ detail: { visible, reason = 'none' } }) => console.log(!visible, reason),
};

/** The same under the names that Taro binds. */
export const inLowerCase: { [Name in LowerCaseEventName]: (event: ComponentCustomEvent<Name>) => void } = {
  phonenumberget: ({ type, detail }) => console.log(type, detail.code),
  phonenumberreject: ({ detail }) => show(notice(detail.reason)),
  phonenumberquotaexceeded: ({ type }) => console.log(type),
  phonenumberverified: ({ detail }) => console.log(detail.maskedNumber),
  phonenumberstatechange: ({ detail }) => console.log(detail.state),
  otherlogin: ({ detail }) => console.log(detail.refusals),
};

/** What a page's test, or a popup behind a button of one's own, does by hand. */
export function byHand(popup: LoginPopupSystem, event: WechatMiniprogram.ButtonGetPhoneNumber) {
  popup.onAllowTap();
  popup.onPhoneNumberGet(event);
  popup.onPhoneNumberGet({ detail: { errMsg: 'getPhoneNumber:ok', code: 'code' } });
  popup.onOtherLogin();
  popup.onAgreementChange();
  popup.onAgreementTap({ currentTarget: { dataset: { url: '/pages/terms/terms' } } });
  popup.onPrivacyAgree();
  popup.onConsentBack();
  popup.onTouchMove();
}

/** A page with a box of its own, and what its button shows. */
export function tick(button: PhoneLoginButton, isTicked: boolean): string {
  button.setAgreed(isTicked);
  const { disabled, cannotTap = false, agreed, consentGiven = false, status = '' } = button.data;
  return disabled || cannotTap || (!agreed && !consentGiven) ? status : button.data.text;
}
