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

/** What the native button said. */
export type Outcome =
  | { kind: 'ok'; code: string }
  | { kind: 'quota'; reason: 'quota_exhausted' }
  | { kind: 'reject'; reason: ButtonReason; errno?: number };

/** What the server said. */
export type Verification =
  | { kind: 'ok'; phoneNumber: string; purePhoneNumber: string; countryCode: string }
  | { kind: 'reject'; reason: ServerReason; errCode?: number };

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

export interface PopupOptions {
  /** `getPhoneNumber` (¥0.03) or `getRealtimePhoneNumber` (¥0.04). */
  mode?: 'quick' | 'realtime';
  locale?: Locale;
  /** The cloud function by which the popup verifies; empty where the page verifies. */
  cloudFunction?: string;
}

/** What happened. An answer carries the `request` of the effect it answers. */
export type PopupEvent =
  | { type: 'configure'; options: PopupOptions }
  | { type: 'show' | 'hide' | 'tap' | 'decline' }
  | { type: 'authorized'; event: unknown }
  | { type: 'verified'; request: number; reply: unknown }
  | { type: 'pageVerified'; code: string; reply: unknown }
  | { type: 'deadlinePassed'; request: number };

/** What the component has to perform, in order. */
export type Effect =
  | ({ type: 'trigger' } & ComponentEvent)
  | { type: 'verify'; request: number; name: string; data: { code: string } }
  | { type: 'startDeadline'; request: number; delay: number }
  | { type: 'stopDeadline' }
  | { type: 'notify'; notice: Notice }
  | { type: 'report'; name: 'phone_number_success'; data: { timestamp: number } }
  | { type: 'report'; name: 'phone_number_error'; data: { timestamp: number; reason: Reason; errno?: number } };

/** The events of `login-popup-system`. */
export type ComponentEvent =
  | { name: 'phoneNumberGet'; detail: { code: string } }
  | { name: 'phoneNumberReject'; detail: { reason: Reason; errno?: number } }
  | { name: 'phoneNumberQuotaExceeded'; detail: {} }
  | { name: 'phoneNumberVerified'; detail: { phoneNumber: string; countryCode: string; maskedNumber: string } }
  | { name: 'phoneNumberStateChange'; detail: { state: State } };

/** What the WXML binds. */
export interface View {
  state: State;
  showPhonePopup: boolean;
  /** Empty where a tap must not ask WeChat. */
  openType: '' | 'getPhoneNumber' | 'getRealtimePhoneNumber';
  loading: boolean;
  /** Stands in the allow button instead of its text; empty where nothing is under way. */
  progress: string;
  title: string;
  description: string;
  allowButton: string;
  rejectButton: string;
}

/** The state machine of the popup, for a component of your own. */
export class PhonePopup {
  constructor(options?: PopupOptions);
  /** `now` is `Date.now()`. An event of no known type changes nothing. Does not throw. */
  dispatch(event: PopupEvent, now: number): { patch: Partial<View>; effects: Effect[] };
  readonly view: View;
  /** Gives its memory back; it must not be used any more. */
  free(): void;
}
