/**
 * A login popup that gets a user's phone number in a WeChat mini-program: the module that judges what WeChat and the
 * server say, and the types of the components `login-popup-system` and `phone-login-button`.
 *
 * These types need no others; beside `miniprogram-api-typings` they fit its `Page`, `Component` and `wx`.
 */
import type {
  ComponentEvent,
  Effect,
  Mode,
  Notice,
  NoticeWording,
  Outcome,
  PopupEvent,
  PopupOptions,
  Reason,
  Report,
  Verification,
  View,
} from './boundary';

export * from './boundary';

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

/** How a notice is worded. */
export interface NoticeOptions extends NoticeWording {
  /** Texts that replace ours. */
  messages?: Partial<Messages>;
}

/**
 * The notice for a reason, or for success. An unknown name gives the notice of `unknown`. Throws only before `ready()`
 * has resolved.
 */
export function notice(reason: Reason | 'verified', options?: NoticeOptions): Notice;

/** Hides the four digits before the last four: `138****8000`. Throws only before `ready()` has resolved. */
export function maskPhoneNumber(number: string): string;

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

/** What the component says by itself, and not its page. */
type SaidByComponent = 'baseLibrary' | 'renderer' | 'singlePage' | 'showsGuidance';

/** The properties of a component with the {@link behavior}; what a page does not bind has its default. */
export interface BehaviorProperties extends Required<Omit<PopupOptions, SaidByComponent>> {
  /** Whether the popup is on the screen; bind it with `model:`, because the popup also closes by itself. */
  showPhonePopup: boolean;
  popupContent: PopupContent | null;
  /** The language of the texts; `auto` is WeChat's own, as `wx.getAppBaseInfo()` says it. */
  locale: LanguageTag | 'auto';
  /** The links beside the box; without them WeChat's privacy contract is named. */
  agreements: Agreement[];
}

/** The properties of `login-popup-system`: those of the {@link behavior}, and its looks. */
export interface ComponentProperties extends BehaviorProperties {
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

/**
 * The properties of `phone-login-button`, the button that stands on a page without a popup: those of the {@link behavior}
 * that have a meaning there, and its own.
 */
export interface ButtonProperties extends Omit<BehaviorProperties, 'showPhonePopup' | 'popupContent'> {
  /** What stands in the button where nothing has happened; ours where it is empty. What is in the default slot wins. */
  text: string;
  /** Whether the box that the page itself shows is ticked. Matters with `requireAgreement`. */
  agreed: boolean;
  /** Whether the page has switched the button off. */
  disabled: boolean;
  /** As in {@link ComponentProperties}. */
  theme: ComponentProperties['theme'];
}

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

/** The methods of both components. */
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
  /** Takes a tap on the way back from the question for consent. */
  onConsentBack(): void;
  /** For a component whose page has a box of its own: whether it is ticked. */
  setAgreed(agreed: boolean): void;
  /** Takes a tap on an agreement, with its `url` as `data-url`. */
  onAgreementTap(event: { currentTarget: { dataset: { url?: string } } }): void;
  /** Takes the user's consent to WeChat's privacy agreement. */
  onPrivacyAgree(): void;
  /** Keeps a touch from scrolling the page behind the popup. */
  onTouchMove(): void;
}

/** The data of a component with the {@link behavior}: its properties, and the view, once the core is loaded. */
export type BehaviorData = BehaviorProperties & Partial<View>;

type BehaviorMethods = { [Name in keyof ComponentMethods]: ComponentMethods[Name] };

/**
 * The popup for a component of your own: `Component({ behaviors: [behavior] })`. It has the properties of
 * `login-popup-system`, sets the view as data, has a handler for everything that can be tapped as a method, sends the
 * same events, and needs no life cycle of yours. What remains is WXML and WXSS.
 *
 * What the component is it says in its `data`: `showsGuidance: true` where its WXML shows all of the view, so that no toast
 * tells of a failure; `inline: true` where it stands on the page by itself, without a popup; and by `fieldNames` under
 * which name a field of the view is set where a property has its name: `{ disabled: 'cannotTap' }`.
 *
 * Made when it is first read; `undefined` where there is no global `Behavior`. Without `miniprogram-api-typings` 4.1 or
 * newer its type is `any`.
 */
// @ts-ignore: an error only where those types are not there.
export const behavior: WechatMiniprogram.Behavior.Identifier<BehaviorData, {}, BehaviorMethods, []>;

/**
 * The component on a page: `this.selectComponent('#login-popup') as unknown as LoginPopupSystem | null`, because
 * `miniprogram-api-typings` knows of no method that is not its own. The fields of the view are in its data once the
 * core is loaded.
 */
export interface LoginPopupSystem extends ComponentMethods {
  readonly data: Readonly<ComponentProperties & Partial<View>>;
}

/**
 * The same for `phone-login-button`. The fields of the view that have the name of a property are `consentGiven` for `agreed`
 * and `cannotTap` for `disabled`.
 */
export interface PhoneLoginButton extends ComponentMethods {
  readonly data: Readonly<
    ButtonProperties & Partial<Omit<View, 'agreed' | 'disabled'>> & { consentGiven?: boolean; cannotTap?: boolean }
  >;
}
