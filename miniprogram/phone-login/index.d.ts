/** What the native button can say instead of a code. */
export type ButtonReason =
  | 'privacy_banned'
  | 'privacy_undeclared'
  | 'privacy_refused'
  | 'phone_unverified'
  | 'no_phone_bound'
  | 'user_denied'
  | 'no_permission'
  | 'too_frequent'
  | 'timeout'
  | 'network'
  | 'unsupported'
  | 'user_cancelled'
  | 'blocked'
  | 'missing_code'
  | 'internal'
  | 'unknown';

/** What the server, or the call to it, can say instead of a number. */
export type ServerReason =
  | 'environment'
  | 'function_missing'
  | 'function_timeout'
  | 'timeout'
  | 'network'
  | 'code_invalid'
  | 'invalid_appid'
  | 'rate_limited'
  | 'daily_limit'
  | 'high_risk_user'
  | 'busy'
  | 'credential'
  | 'api_unauthorized'
  | 'openapi_permission'
  | 'bad_reply'
  | 'internal'
  | 'unknown';

/** Why no number came. */
export type Reason = 'quota_exhausted' | ButtonReason | ServerReason;

/** What can be done about a reason. */
export type Next = 'retry' | 'reauthorize' | 'wait' | 'other_login' | 'contact_support' | 'fix_setup' | 'none';

/** The language of the texts. A tag such as `en_US` selects the nearest; Simplified Chinese is the default. */
export type Locale = 'zh_CN' | 'en';

/** A page's own texts: what a toast's `title` or a modal's `content` is to say. */
export type Messages = Record<Reason | 'verified', string>;

/**
 * What the native button said. `raw` comes with `unknown`: what was said, for a developer's log and never for a
 * user. Words that can be a code, an openid or a phone number are `***` in it.
 */
export type Outcome =
  | { kind: 'ok'; code: string }
  | { kind: 'quota'; reason: 'quota_exhausted' }
  | { kind: 'reject'; reason: ButtonReason; errno?: number; raw?: string };

/** What the server said; `raw` as in {@link Outcome}. */
export type Verification =
  | { kind: 'ok'; phoneNumber: string; purePhoneNumber: string; countryCode: string }
  | { kind: 'reject'; reason: ServerReason; errCode?: number; raw?: string };

/** What `wx.showToast` or `wx.showModal` takes, and which of them takes it. */
export type Notice =
  | { via: 'toast'; title: string; icon: 'success' | 'none'; next: Next }
  | { via: 'modal'; title: string; content: string; confirmText: string; showCancel: false; next: Next };

export interface ReadyOptions {
  /** The module's path from the root of the code package, where it was moved from its place. */
  path?: string;
  /** Milliseconds that loading may take; 10000 by default. */
  timeout?: number;
}

/** Loads the core. Single-flight; may be called again after it was rejected. */
export function ready(options?: ReadyOptions): Promise<{ backend: 'wasm' | 'js'; version: string }>;

/**
 * Judges the event of the native button. Whatever it is given, it does not throw once `ready()` has resolved.
 * A code of more than 512 characters is none; WeChat's have 64.
 */
export function classify(event: unknown): Outcome;

/** Judges a cloud function's result, an HTTP reply, or what `wx.cloud.callFunction` failed with; does not throw either. */
export function classifyReply(reply: unknown): Verification;

export interface NoticeOptions {
  locale?: Locale;
  /** Texts that replace ours. */
  messages?: Partial<Messages>;
  /** At which step it failed: `internal` and `unknown` have other words for each. `authorization` by default. */
  stage?: 'authorization' | 'verification';
}

/** The notice for a reason, or for success. An unknown name gives the notice of `unknown`. */
export function notice(reason: Reason | 'verified', options?: NoticeOptions): Notice;

/** Hides the four digits before the last four: `138****8000`. */
export function maskPhoneNumber(number: string): string;

/** The name of a state of the popup. */
export type State =
  | 'hidden'
  | 'prompting'
  | 'authorizing'
  | 'verifying'
  | 'verified'
  | 'rejected'
  | 'failed'
  | 'out_of_quota';

/** `getPhoneNumber` (¥0.03) or `getRealtimePhoneNumber` (¥0.04). */
export type Mode = 'quick' | 'realtime';

export interface PopupOptions {
  mode?: Mode;
  locale?: Locale;
  /** The cloud function by which the popup verifies; empty where the page verifies. */
  cloudFunction?: string;
  /** The user must tick a box before WeChat is asked. */
  requireAgreement?: boolean;
  /** Who asks the user to accept WeChat's privacy agreement: WeChat's own window, or a button of the popup. */
  privacy?: 'wechat' | 'popup';
  /** The version of the client's base library; `realtime` becomes `quick` below 2.24.4. */
  baseLibrary?: string;
}

/** What happened. An answer carries the `request` of the effect it answers. */
export type PopupEvent =
  | { type: 'configure'; options: PopupOptions }
  | { type: 'show' | 'hide' | 'tap' | 'decline' | 'otherLogin' }
  | { type: 'agree'; agreed: boolean }
  | { type: 'authorized'; event: unknown }
  | { type: 'verified'; request: number; reply: unknown }
  | { type: 'pageVerified'; code: string; reply: unknown }
  | { type: 'deadlinePassed'; request: number }
  | { type: 'privacyChecked'; request: number; needed: boolean }
  | { type: 'privacyAgreed' }
  /** The page is seen again, or is covered by another page or another app. */
  | { type: 'pageShown' | 'pageHidden' }
  /** The component left; another one took the popup over. */
  | { type: 'detached' | 'attached' };

/** What the component has to perform, in order. */
export type Effect =
  | ({ type: 'trigger' } & ComponentEvent)
  | { type: 'verify'; request: number; name: string; data: { code: string } }
  /** One deadline runs at a time: another one replaces it. */
  | { type: 'startDeadline'; request: number; delay: number }
  | { type: 'stopDeadline' }
  | { type: 'checkPrivacy'; request: number }
  | { type: 'notify'; notice: Notice }
  | ({ type: 'report' } & Report)
  /** For the developer: a reason that a setting mends, or what nobody understood. */
  | { type: 'explain'; reason: Reason; raw?: string }
  /** After `detached`: the popup holds a code or a number for the component that comes next. */
  | { type: 'keep' };

/** What the statistics are told of an outcome. Durations are milliseconds, and missing where they are not known. */
export type Report =
  | { name: 'phone_number_success'; data: ReportData }
  | { name: 'phone_number_error'; data: ReportData & { reason: Reason; errno?: number } };

export interface ReportData {
  timestamp: number;
  mode: Mode;
  /** From the tap to WeChat's answer. */
  authorizationDuration?: number;
  /** From the code to the number or the failure, with all attempts. */
  verificationDuration?: number;
}

/** Has every outcome told to a function too, for statistics other than WeChat's; `undefined` ends it. */
export function onReport(report: ((name: Report['name'], data: Report['data']) => void) | undefined): void;

/** The events of `login-popup-system`. `mode` comes where the page wants `realtime`: it says which button there was. */
export type ComponentEvent =
  | { name: 'phoneNumberGet'; detail: { code: string; mode?: Mode } }
  /** `refusals` comes with `user_denied`: how often the user has refused this popup so far. */
  | { name: 'phoneNumberReject'; detail: { reason: Reason; errno?: number; refusals?: number } }
  | { name: 'phoneNumberQuotaExceeded'; detail: {} }
  | {
      name: 'phoneNumberVerified';
      detail: { phoneNumber: string; countryCode: string; maskedNumber: string; mode?: Mode };
    }
  | { name: 'phoneNumberStateChange'; detail: { state: State } }
  /** The user wants to log in another way; `reason` says why this one did not work, where it was tried. */
  | { name: 'other-login'; detail: { reason?: Reason; refusals: number } };

/** What the WXML binds. */
export interface View {
  state: State;
  showPhonePopup: boolean;
  /** Empty where a tap must not ask WeChat. */
  openType: '' | 'getPhoneNumber' | 'getRealtimePhoneNumber' | 'agreePrivacyAuthorization';
  /** Whether a tap does nothing. */
  disabled: boolean;
  loading: boolean;
  /** Seconds until the code is sent again; 0 where nothing is waited for. Stands before `buttonText`. */
  countdown: number;
  /** Stands in the allow button instead of its text; empty where that is to be seen. */
  buttonText: string;
  title: string;
  description: string;
  allowButton: string;
  rejectButton: string;
  /** Empty where no other way to log in is offered. */
  otherLoginButton: string;
  /** Stands before the agreements; empty where the user need not agree. */
  agreement: string;
  agreed: boolean;
  privacyContract: string;
}

/** The state machine of the popup, for a component of your own. */
export class PhonePopup {
  constructor(options?: PopupOptions);
  /** `now` is when it happened, by `Date.now()`. An event of no known type changes nothing. Does not throw. */
  dispatch(event: PopupEvent, now: number): { patch: Partial<View>; effects: Effect[] };
  readonly view: View;
  /** Gives its memory back; it must not be used any more. */
  free(): void;
}
