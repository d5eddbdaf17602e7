/**
 * A login popup that gets a user's phone number in a WeChat mini-program: the module that judges what WeChat and the
 * server say, and the types of the component `login-popup-system`.
 *
 * These types need no others; beside `miniprogram-api-typings` they fit its `Page`, `Component` and `wx`.
 */

/**
 * What the native button can say instead of a code.
 *
 * - `privacy_banned`: WeChat has withdrawn the privacy interface from this mini-program.
 * - `privacy_undeclared`: The phone number is not declared in the privacy agreement of the admin console.
 * - `privacy_refused`: The user has not accepted the privacy agreement.
 * - `phone_unverified`: The phone number bound to WeChat still has to be confirmed by SMS.
 * - `no_phone_bound`: No phone number is bound to this WeChat account.
 * - `user_denied`: The user refused in WeChat's sheet, or chose not to authorize in the popup.
 * - `no_permission`: The mini-program may not use this interface (not verified, personal account, wrong category).
 * - `too_frequent`: The button was used too often in a short time.
 * - `timeout`: No answer came in time.
 * - `network`: The network failed.
 * - `unsupported`: This client cannot do it.
 * - `user_cancelled`: The user closed WeChat's sheet without an answer.
 * - `blocked`: WeChat has blocked this user's ability to give a phone number.
 * - `missing_code`: WeChat said yes but sent no code.
 * - `internal`: Something failed inside WeChat or inside the function.
 * - `unknown`: What was said is not known.
 */
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

/**
 * What the server, or the call to it, can say instead of a number.
 *
 * - `environment`: The cloud environment is missing, wrong or not initialised.
 * - `exchange_missing`: Nothing is registered under the name that the property `exchange` has.
 * - `function_missing`: The function is not deployed under this name, or its address does not exist.
 * - `function_timeout`: The cloud function ran out of time; its default limit is 3 seconds.
 * - `timeout`: No answer came in time.
 * - `network`: The network failed.
 * - `code_invalid`: The code is wrong, used, or older than five minutes.
 * - `invalid_appid`: Code and credential belong to different mini-programs.
 * - `rate_limited`: Too many calls this minute.
 * - `daily_limit`: The daily limit of calls is reached.
 * - `high_risk_user`: WeChat regards the user as a high risk.
 * - `busy`: WeChat's server is busy.
 * - `credential`: The access token is missing, wrong or expired.
 * - `api_unauthorized`: The mini-program is not authorised to use the interface.
 * - `openapi_permission`: The function's `config.json` does not ask for `phonenumber.getPhoneNumber`.
 * - `bad_reply`: The answer came but holds no number.
 * - `server_refused`: A server that is neither WeChat's nor Tencent's refused; its `message` says why.
 * - `internal`: Something failed inside WeChat or inside the function.
 * - `unknown`: What was said is not known.
 */
export type ServerReason =
  | 'environment'
  | 'exchange_missing'
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
  | 'server_refused'
  | 'internal'
  | 'unknown';

/**
 * Why no number came: a {@link ButtonReason}, a {@link ServerReason}, or
 *
 * - `quota_exhausted`: The mini-program's quota of phone number verifications is used up.
 */
export type Reason = 'quota_exhausted' | ButtonReason | ServerReason;

/**
 * What can be done about a reason.
 *
 * - `retry`: the same step may simply be tried again.
 * - `reauthorize`: the code is gone, ask for a new authorization.
 * - `wait`: try again, but not at once.
 * - `other_login`: offer another way to log in.
 * - `contact_support`: only the operator of the mini-program can help.
 * - `fix_setup`: the developer has to change a setting, no user can do anything.
 * - `none`: nothing is left to do.
 */
export type Next = 'retry' | 'reauthorize' | 'wait' | 'other_login' | 'contact_support' | 'fix_setup' | 'none';

/** The languages of the texts. */
export type Locale = 'zh_CN' | 'zh_TW' | 'en';

/**
 * A {@link Locale}, or any language tag, such as `wx.getAppBaseInfo().language`, in any case: one that begins with `en`
 * selects English; `zh_TW`, `zh_HK`, `zh_MO` and `zh-Hant` Traditional Chinese; any other Simplified Chinese, which is
 * the default.
 */
export type LanguageTag = Locale | (string & {});

/** A page's own texts: what a toast's `title` or a modal's `content` is to say. */
export type Messages = Record<Reason | 'verified', string>;

/**
 * What the native button said. `errno` is WeChat's number for it, where there is one. `raw` comes with `unknown`: what
 * was said, for a developer's log and never for a user. Words that can be a code, an openid or a phone number are `***`
 * in it.
 */
export type Outcome =
  | { kind: 'ok'; code: string }
  | { kind: 'quota'; reason: 'quota_exhausted' }
  | { kind: 'reject'; reason: ButtonReason; errno?: number; raw?: string };

/**
 * What the server said. A reply succeeds if it holds a number that nothing spoils, or says `success: true`: a server that
 * makes the session itself may keep the number. Then `maskedNumber` is the server's own, where it sent one. `data` is
 * what the server sent, without what the cloud or `wx.request` put around it.
 *
 * `phoneNumber` has the country code where the number is not of mainland China,
 * `purePhoneNumber` never; both are digits, `phoneNumber` with a `+` before them where the server sent one. `errCode` is
 * the server's number for a failure, where there is one; `raw` as in {@link Outcome}. `message` comes with
 * `server_refused`: the server's own sentence, at most 60 characters, with `***` where it holds what belongs to a user.
 */
export type Verification =
  | {
      kind: 'ok';
      phoneNumber?: string;
      purePhoneNumber?: string;
      countryCode?: string;
      maskedNumber?: string;
      data: unknown;
    }
  | { kind: 'reject'; reason: ServerReason; errCode?: number; message?: string; raw?: string };

/** What `wx.showToast` or `wx.showModal` takes, and which of them takes it. */
export type Notice =
  | { via: 'toast'; title: string; icon: 'success' | 'none'; next: Next }
  | { via: 'modal'; title: string; content: string; confirmText: string; showCancel: false; next: Next };

/** What runs: the WebAssembly module, or the same core as JavaScript where WebAssembly does not load. */
export type Backend = 'wasm' | 'js';

/** What was loaded. */
export interface Loaded {
  backend: Backend;
  /** The version of the package. */
  version: string;
}

/** What a file `wx_phone_login_fallback.js` exports. */
export type FallbackModule = (imports: object) => object;

/** How the core is loaded. What was given once is remembered for a later load. */
export interface ReadyOptions {
  /**
   * The WebAssembly module's path from the root of the code package, such as `/where/it/is/wx_phone_login_bg.wasm`.
   * No other place is tried then.
   */
  path?: string;
  /**
   * The folder of the code package that holds this module, such as `packageA/phone-login`, where it is not found by
   * itself. The places where it is usually found are tried after it.
   */
  folder?: string;
  /** Milliseconds that WebAssembly may take to load, 2000 by default; after them the JavaScript fallback runs. */
  timeout?: number;
  /**
   * Gets the JavaScript fallback from a subpackage: `() => require.async('../../packageB/wx_phone_login_fallback')`.
   * Only called where WebAssembly does not load. Without it, and where it throws or is rejected, the fallback is the
   * file beside this module.
   */
  fallback?: () => FallbackModule | PromiseLike<FallbackModule>;
}

/**
 * Loads the core, as JavaScript where WebAssembly does not load. Rejected only where neither loads.
 *
 * One load at a time: while it is under way, and after it, the same promise is given. It may be called again after it
 * was rejected. Should the module ever trap, the fallback answers in its place, at once where it is in this package;
 * otherwise the next `ready()` loads again.
 */
export function ready(options?: ReadyOptions): Promise<Loaded>;

/**
 * Judges the event of the native button. Whatever it is given, it does not throw once `ready()` has resolved; before
 * that it throws an error that names itself.
 *
 * A code of more than 512 characters is none; WeChat's have 64.
 */
export function classify(event: unknown): Outcome;

/**
 * Judges a cloud function's result, an HTTP reply, or what `wx.cloud.callFunction` failed with. Throws only before
 * `ready()` has resolved.
 */
export function classifyReply(reply: unknown): Verification;

/** At which step something failed. */
export type Stage = 'authorization' | 'verification';

/** How a notice is worded. */
export interface NoticeOptions {
  locale?: LanguageTag;
  /** Texts that replace ours. */
  messages?: Partial<Messages>;
  /** What renders the page: on `skyline`, `unsupported` does not ask for a newer WeChat. */
  renderer?: 'webview' | 'skyline';
  /** Whether the page is in single-page mode, scene 1154: as `renderer: 'skyline'`. */
  singlePage?: boolean;
  /** At which step it failed: `internal` and `unknown` have other words for each. `authorization` by default. */
  stage?: Stage;
}

/**
 * The notice for a reason, or for success. An unknown name gives the notice of `unknown`. Throws only before `ready()`
 * has resolved.
 */
export function notice(reason: Reason | 'verified', options?: NoticeOptions): Notice;

/** Hides the four digits before the last four: `138****8000`. Throws only before `ready()` has resolved. */
export function maskPhoneNumber(number: string): string;

/** Which of WeChat's buttons it is: `getPhoneNumber` (¥0.03) or `getRealtimePhoneNumber` (¥0.04). */
export type Mode = 'quick' | 'realtime';

/** What the statistics are told of every outcome. Durations are milliseconds, and missing where they are not known. */
export interface ReportData {
  /** When the outcome came, by `Date.now()`. */
  timestamp: number;
  /** The button that there was. */
  mode: Mode;
  /** From the tap to WeChat's answer. */
  authorizationDuration?: number;
  /** From the code to the number or the failure, with all attempts. */
  verificationDuration?: number;
}

/** What the statistics are told of an outcome; neither number nor code. `errno` is WeChat's or the server's number. */
export type Report =
  | { name: 'phone_number_success'; data: ReportData }
  | { name: 'phone_number_error'; data: ReportData & { reason: Reason; errno?: number } };

type ReportArguments<R extends Report = Report> = R extends Report ? [name: R['name'], data: R['data']] : never;

/** Takes what `wx.reportEvent` takes. */
export type ReportListener = (...report: ReportArguments) => void;

/**
 * Drops what waits for a popup to be shown: a number, an answer that is under way, a code that may still work. Call it
 * where the user logs out, and where another login ends, so that nobody gets the number of somebody else.
 */
export function forget(): void;

/** Has every outcome told to a function too, for statistics other than WeChat's; `undefined` ends it. Never throws. */
export function onReport(listener: ReportListener | undefined): void;

/**
 * What exchanges a code for a popup. It may return a promise of the reply, or call `answer`; the first of both counts. A
 * throw or a rejection is a failed call, and silence ends by the popup's own deadline. A reply is judged as
 * `classifyReply` does.
 */
export interface Exchange {
  (sent: { code: string; mode: Mode }, answer: (reply: unknown) => void): unknown;
  /** As the option `idempotent` of the popup. */
  idempotent?: boolean;
}

/**
 * Registers what exchanges codes for the popups whose `exchange` is this name. Another one of the same name affects the
 * next call. Throws where the name is no text, or the exchange no function.
 */
export function registerExchange(name: string, exchange: Exchange): void;

/** What `httpExchange` and `containerExchange` take both. */
export interface ExchangeOptions {
  /** `POST` by default. */
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  header?: Record<string, string>;
  /** Sent along with `code` and `mode`. */
  data?: Record<string, unknown>;
  /** Milliseconds, for WeChat. */
  timeout?: number;
  /**
   * Whether a reply says that it went well. By default `success: true` does, and a `code` of 0 or 200 beside `data`. It is
   * not asked where the status is 400 or above.
   */
  succeeded?: (body: Record<string, unknown>) => boolean;
  /** As the option of the popup. */
  idempotent?: boolean;
}

/** Makes an exchange of `wx.request`: for a server of one's own. */
export function httpExchange(options: ExchangeOptions & { url: string }): Exchange;

/** Makes an exchange of `wx.cloud.callContainer`: for a service of WeChat's cloud hosting. */
export function containerExchange(options: ExchangeOptions & { path: string; service: string; env?: string }): Exchange;

/**
 * The name of a state of the popup.
 *
 * - `hidden`: not on the screen.
 * - `prompting`: asking the user.
 * - `authorizing`: WeChat is asking the user.
 * - `verifying`: the code is being exchanged for the number.
 * - `verified`: the number came, the popup is not on the screen any more.
 * - `rejected`: the button gave no code.
 * - `failed`: the verification gave no number.
 * - `out_of_quota`: the mini-program's quota is used up.
 */
export type State =
  | 'hidden'
  | 'prompting'
  | 'authorizing'
  | 'verifying'
  | 'verified'
  | 'rejected'
  | 'failed'
  | 'out_of_quota';

/** What a {@link PhonePopup} is made with. */
export interface PopupOptions {
  /** `quick` by default. */
  mode?: Mode;
  locale?: LanguageTag;
  /** The cloud function by which the popup verifies; empty where the page verifies, or an `exchange` does. */
  cloudFunction?: string;
  /** The name under which `registerExchange` was given what the popup verifies by. It wins over `cloudFunction`. */
  exchange?: string;
  /**
   * Whether it does no harm to send a code a second time, because who exchanges it gives the first result again: the
   * functions of this package do. An unanswered call is made again after 6 s then, and after 20 s otherwise.
   */
  idempotent?: boolean;
  /** Whether the user must tick a box before WeChat is asked. */
  requireAgreement?: boolean;
  /** Who asks the user to accept WeChat's privacy agreement: WeChat's own window, or a button of the popup. */
  privacy?: 'wechat' | 'popup';
  /** Whether the user is shown the server's own sentence where it refuses (`server_refused`). */
  showServerMessage?: boolean;
  /** What renders the page: where Skyline does, a button that is unsupported is no reason to update WeChat. */
  renderer?: 'webview' | 'skyline';
  /** Whether the mini-program is open as a single page, scene 1154: WeChat answers no tap there. */
  singlePage?: boolean;
  /** The version of the client's base library; `realtime` becomes `quick` below 2.24.4. */
  baseLibrary?: string;
}

/** What happened. An answer carries the `request` of the effect it answers. */
export type PopupEvent =
  /** The options have other values now: all of them, what is left out is the default. */
  | { type: 'configure'; options: PopupOptions }
  /**
   * The page shows the popup. `repeated`: the page gives the property the value true once more that it had before the
   * popup closed itself, without a false in between, as a framework does that renders again; `batched`: together with
   * other properties. Such a show opens the popup only if it is not batched, 100 ms or more after the popup closed.
   */
  | { type: 'show'; repeated?: boolean; batched?: boolean }
  /**
   * The page hides the popup; or a button was tapped: to allow, to reject, for another way to log in; or the user
   * dismissed the popup, without saying no.
   */
  | { type: 'hide' | 'tap' | 'decline' | 'dismiss' | 'otherLogin' }
  /** The box of the agreement was ticked, or cleared. */
  | { type: 'agree'; agreed: boolean }
  /** The user tapped the name of an agreement, and it did not open. */
  | { type: 'agreementNotOpened' }
  /** The native button gave its result: `event` is its event, as it came. */
  | { type: 'authorized'; event: unknown }
  /** Answers `verify` or `exchange`, with what was returned, or what it failed with. */
  | { type: 'verified'; request: number; reply: unknown }
  /** The page exchanged a `code` it was handed. */
  | { type: 'pageVerified'; code: string; reply: unknown }
  /** Answers `startDeadline`. */
  | { type: 'deadlinePassed'; request: number }
  /** Answers `checkPrivacy`: whether the privacy agreement is still to be accepted. */
  | { type: 'privacyChecked'; request: number; needed: boolean }
  /** The user accepted the privacy agreement by the popup's own button. */
  | { type: 'privacyAgreed' }
  /** The user has logged out: what waits for a show is dropped. */
  | { type: 'forget' }
  /** The page is seen again, or is covered by another page or another app. */
  | { type: 'pageShown' | 'pageHidden' }
  /** The component left; another one took the popup over. */
  | { type: 'detached' | 'attached' }
  /**
   * The module failed, and this popup takes the place of one that is lost. `state`: what the view of that one said;
   * left out for an answer that it still waited for. `event`: what it was told when it failed, or that answer; left
   * out where it makes the module fail again.
   */
  | { type: 'recovered'; state?: State; event?: PopupEvent };

/** What the component has to perform, in order. */
export type Effect =
  /** `triggerEvent(name, detail)`. */
  | ({ type: 'trigger' } & ComponentEvent)
  /** Call the cloud function `name` with `data`, and answer with `verified`. */
  | { type: 'verify'; request: number; name: string; data: { code: string } }
  /** Have the code of `data` exchanged by what is registered as `name`, and answer with `verified`. */
  | { type: 'exchange'; request: number; name: string; data: { code: string; mode: Mode } }
  /** After `delay` milliseconds, answer with `deadlinePassed`. One deadline runs at a time: another one replaces it. */
  | { type: 'startDeadline'; request: number; delay: number }
  /** The running deadline is not needed any more. */
  | { type: 'stopDeadline' }
  /** Ask `wx.getPrivacySetting`, and answer with `privacyChecked`. */
  | { type: 'checkPrivacy'; request: number }
  /** Show it to the user. */
  | { type: 'notify'; notice: Notice }
  /** Count it, by `wx.reportEvent(name, data)`. */
  | ({ type: 'report' } & Report)
  /** For the developer: a reason that a setting mends, or what nobody understood. */
  | { type: 'explain'; reason: Reason; raw?: string }
  /** After `detached`: do not free this popup, it holds a code or a number for the component that comes next. */
  | { type: 'keep' };

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
  /** The name of WeChat's page about the mini-program's privacy. */
  privacyContract: string;
}

/** What an event did. */
export interface Dispatched {
  /** The fields of the view that changed, for one `setData`. */
  patch: Partial<View>;
  /** What to perform, in order, before the next event. */
  effects: Effect[];
}

/**
 * The state machine of the popup, for a component of your own: one event in, the patch set and all effects performed,
 * then the next event.
 *
 * Should its module ever trap, `dispatch` and `view` throw from then on: make a new popup after `ready()`.
 */
export class PhonePopup {
  /** A hidden popup. Throws only before `ready()` has resolved. */
  constructor(options?: PopupOptions);
  /**
   * `now` is when it happened, by `Date.now()`. An event of no known type changes nothing. Throws after `free()`, and
   * where the module of this popup has failed.
   */
  dispatch(event: PopupEvent, now: number): Dispatched;
  /**
   * Whether it holds a code or a number that another popup with the `exchange` or `cloudFunction` of these options can
   * finish, at `now`, by `Date.now()`. Throws where `dispatch` does.
   */
  holds(options: PopupOptions, now: number): boolean;
  /** What the WXML binds now. Throws where `dispatch` does. */
  readonly view: View;
  /** Gives its memory back; it must not be used any more. Never throws. */
  free(): void;
}

/** The texts of the prompt; one that is missing or empty is the default one. */
export interface PopupContent {
  phone?: {
    title?: string;
    description?: string;
    allowButton?: string;
    rejectButton?: string;
    otherLoginButton?: string;
  };
}

/** What the user agrees to. One with a `url` opens that page, one without opens WeChat's privacy contract. */
export interface Agreement {
  name: string;
  url?: string;
}

/** The properties of `login-popup-system`; what a page does not bind has its default. */
export interface ComponentProperties extends Required<Omit<PopupOptions, 'baseLibrary' | 'renderer' | 'singlePage'>> {
  /** Whether the popup is on the screen; bind it with `model:`, because the popup also closes by itself. */
  showPhonePopup: boolean;
  popupContent: PopupContent | null;
  /** The links beside the box; without them WeChat's privacy contract is named. */
  agreements: Agreement[];
  /** Light, dark, or as WeChat is; WeChat tells a mini-program only whose app.json says `"darkmode": true`. */
  theme: 'auto' | 'light' | 'dark';
  /** A picture in the place of the icon, as `<image>` takes it. */
  logo: string;
  /** Whether the sheet has a × . */
  closable: boolean;
  /** Whether a tap beside the sheet closes it. */
  maskClosable: boolean;
  /** Whether the sheet stands in a `<root-portal>`, which is above whatever the component stands in. From base library 2.25.2. */
  rootPortal: boolean;
  /** The style of the sheet, for `--popup-` variables where `rootPortal` takes it out of the page's. */
  customStyle: string;
}

/** The events of `login-popup-system`. `mode` comes where the page wants `realtime`: it says which button there was. */
export type ComponentEvent =
  /** The code for the page to exchange; works once, for five minutes from the tap. Only without `cloudFunction`. */
  | { name: 'phoneNumberGet'; detail: { code: string; mode?: Mode } }
  /**
   * No code came; with `cloudFunction` also: no number came, and `errno` is then the server's code. `refusals` comes
   * with `user_denied`: how often the user has refused this popup so far.
   */
  | { name: 'phoneNumberReject'; detail: { reason: Reason; errno?: number; refusals?: number } }
  /** The mini-program's quota is used up. */
  | { name: 'phoneNumberQuotaExceeded'; detail: {} }
  /**
   * The exchange succeeded, with the number or without. `data` is what the server sent. Only with `cloudFunction` or
   * `exchange`. Where there is a number `phoneNumberVerified` follows: a page binds one of the two.
   */
  | {
      name: 'login';
      detail: { data: unknown; maskedNumber?: string; phoneNumber?: string; countryCode?: string; mode?: Mode };
    }
  /** The number, in full and as it may be shown. Only with `cloudFunction` or `exchange`. */
  | {
      name: 'phoneNumberVerified';
      detail: { phoneNumber: string; countryCode: string; maskedNumber: string; mode?: Mode };
    }
  /**
   * The popup has left the screen, by itself or by the user, and not by the page. It comes once, before
   * `login`, `phoneNumberVerified` and `other-login`, and after the `phoneNumberReject` of a user who declined. For uni-app's
   * `v-model` it comes as `update:showPhonePopup`, with `{ __args__: [false] }`, as well.
   *
   * No `reason`: the login succeeded. `user_denied`: the user declined before anything was asked. `user_cancelled`: the
   * user closed it later, or chose another way to log in. `unsupported`: the core did not load.
   */
  | { name: 'close'; detail: { visible: false; reason?: 'user_denied' | 'user_cancelled' | 'unsupported' } }
  /** The last event of each change. */
  | { name: 'phoneNumberStateChange'; detail: { state: State } }
  /** The user wants to log in another way; `reason` says why this one did not work, where it was tried. */
  | { name: 'other-login'; detail: { reason?: Reason; refusals: number } };

type InLowerCase<Name extends string> = Name extends 'other-login' ? 'otherlogin' : Lowercase<Name>;

/** The name under which a page binds an event of `login-popup-system`. */
export type ComponentEventName = ComponentEvent['name'];

/**
 * The name under which the same event is sent once more, for Taro, which binds no other spelling: `phonenumberget`,
 * `otherlogin`. A page binds one of the two.
 */
export type LowerCaseEventName = InLowerCase<Exclude<ComponentEventName, 'close' | 'login'>>;

/** The detail of an event: `WechatMiniprogram.CustomEvent<ComponentEventDetail<'phoneNumberGet'>>`, for example. */
export type ComponentEventDetail<Name extends ComponentEventName | LowerCaseEventName> = {
  [Event in ComponentEvent as Event['name'] | InLowerCase<Event['name']>]: Event['detail'];
}[Name];

/** The event that a page's handler is given: `onPhoneNumberGet(e: ComponentCustomEvent<'phoneNumberGet'>)`. */
export interface ComponentCustomEvent<Name extends ComponentEventName | LowerCaseEventName> {
  type: Name;
  detail: ComponentEventDetail<Name>;
}

/** The methods of `login-popup-system`. */
export interface ComponentMethods {
  /**
   * For a page that verifies: how the exchange of `code` ended. Another code than the one handed over last changes
   * nothing. Call it before the page hides the popup.
   */
  endVerification(code: string, reply: unknown): void;
  /** Takes the event of the native button. */
  onPhoneNumberGet(event: unknown): void;
  /** Takes a tap on the reject button: closes the popup. */
  onPhoneReject(): void;
  /** Takes a tap on what dismisses the popup: closes it, and nothing is refused. */
  onClose(): void;
  /** Takes a tap on the allow button. */
  onAllowTap(): void;
  /** Takes a tap on the button for another way to log in. */
  onOtherLogin(): void;
  /** Takes a tap on the box of the agreement. */
  onAgreementChange(): void;
  /** Takes a tap on an agreement, with its `url` as `data-url`. */
  onAgreementTap(event: { currentTarget: { dataset: { url?: string } } }): void;
  /** Takes the user's consent to WeChat's privacy agreement. */
  onPrivacyAgree(): void;
  /** Keeps a touch from scrolling the page behind the popup. */
  onTouchMove(): void;
}

/**
 * The component on a page: `this.selectComponent('#login-popup') as unknown as LoginPopupSystem | null`, because
 * `miniprogram-api-typings` knows of no method that is not its own. The fields of the view are in its data once the
 * core is loaded.
 */
export interface LoginPopupSystem extends ComponentMethods {
  readonly data: Readonly<ComponentProperties & Partial<View>>;
}
