// Generated from src/ by `npm run docs`: what crosses the boundary to the core.

import type { LanguageTag } from './index';

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
 * - `retry`: The same step may simply be tried again.
 * - `reauthorize`: The code is gone: ask for a new authorization.
 * - `wait`: Try again, but not at once.
 * - `other_login`: Offer another way to log in.
 * - `contact_support`: Only the operator of the mini-program can help.
 * - `fix_setup`: The developer has to change a setting; no user can do anything.
 * - `none`: Nothing is left to do.
 */
export type Next =
  | 'retry'
  | 'reauthorize'
  | 'wait'
  | 'other_login'
  | 'contact_support'
  | 'fix_setup'
  | 'none';

/**
 * Which of WeChat's two phone number components the button is.
 *
 * - `quick`: `getPhoneNumber`: the number once verified, ¥0.03.
 * - `realtime`: `getRealtimePhoneNumber`: verified by SMS now, ¥0.04; base library ≥ 2.24.4.
 */
export type Mode =
  | 'quick'
  | 'realtime';

/**
 * Who asks the user to accept the privacy agreement, where that is still to do; base library ≥ 2.32.3.
 *
 * - `wechat`: WeChat, in a window of its own.
 * - `popup`: The popup, by a button that tells WeChat.
 */
export type PrivacyWindow =
  | 'wechat'
  | 'popup';

/**
 * When another way to log in is offered.
 *
 * - `after-refusal`: After a refusal, a failure or a long wait.
 * - `always`: Whenever the popup does not wait for WeChat or the server.
 * - `never`: Never: there is no other way.
 */
export type OtherLoginOffer =
  | 'after-refusal'
  | 'always'
  | 'never';

/**
 * What renders a page.
 *
 * - `webview`: A web view.
 * - `skyline`: Skyline.
 */
export type Renderer =
  | 'webview'
  | 'skyline';

/**
 * At which step something failed.
 *
 * - `authorization`: Asking the user through the native button.
 * - `verification`: Exchanging the code for the number.
 */
export type Stage =
  | 'authorization'
  | 'verification';

/**
 * The icon of a toast.
 *
 * - `success`: A check mark.
 * - `none`: None, for two lines of text.
 */
export type Icon =
  | 'success'
  | 'none';

/**
 * The name of a state of the popup.
 *
 * - `hidden`: Not on the screen.
 * - `prompting`: Asking the user.
 * - `authorizing`: WeChat is asking the user.
 * - `verifying`: The code is being exchanged for the number.
 * - `verified`: The number came, the popup is not on the screen any more.
 * - `rejected`: The button gave no code.
 * - `failed`: The verification gave no number.
 * - `out_of_quota`: The mini-program's quota is used up.
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

/**
 * The button's `open-type`: what a tap asks WeChat for.
 *
 * - `''`: For nothing.
 * - `getPhoneNumber`: For the number once verified.
 * - `getRealtimePhoneNumber`: For the number verified now.
 * - `agreePrivacyAuthorization`: To note that the user accepts the privacy agreement.
 */
export type OpenType =
  | ''
  | 'getPhoneNumber'
  | 'getRealtimePhoneNumber'
  | 'agreePrivacyAuthorization';

/**
 * What the status line is about: its symbol and colour.
 *
 * - `''`: There is no status line.
 * - `info`: Nothing is wrong: the user's own choice, or something to do in WeChat.
 * - `wait`: Time helps.
 * - `warn`: It goes on another way, or with a new authorization.
 * - `error`: It failed, and may work the next time.
 * - `busy`: WeChat or the server is asked.
 * - `done`: The login has succeeded.
 */
export type StatusTone =
  | ''
  | 'info'
  | 'wait'
  | 'warn'
  | 'error'
  | 'busy'
  | 'done';

/**
 * What is best done next, and so is the large button.
 *
 * - `allow`: The allow button: WeChat is asked, or the code is sent again.
 * - `other_login`: Another way to log in.
 * - `contact`: A conversation with the mini-program's support.
 * - `close`: Nothing helps: the popup closes.
 */
export type PrimaryAction =
  | 'allow'
  | 'other_login'
  | 'contact'
  | 'close';

/** What the native button said. */
export type Outcome =
  /** The user agreed; the code works once, for five minutes from the tap. */
  | {
      kind: 'ok';
      /** What the server exchanges for the number. */
      code: string;
    }
  /** The mini-program's quota is used up. */
  | {
      kind: 'quota';
      reason: 'quota_exhausted';
    }
  /** No code, or none that may be used. */
  | {
      kind: 'reject';
      /** Why. */
      reason: ButtonReason;
      /** What the platform gave as `errno`, known or not. */
      errno?: number;
      /**
       * What was said where the reason is not known, for a developer's log and never for a user. Words that can be
       * a code, an openid or a phone number are `***` in it.
       */
      raw?: string;
    };

/** What the server said, for JavaScript. */
export type Verification =
  /**
   * A reply succeeds if it holds a number that nothing spoils, or says `success: true`: a server that makes the
   * session itself may keep the number.
   */
  | {
      kind: 'ok';
      /**
       * With the country code where the number is not of mainland China, and then with a `+` where the server sent
       * one.
       */
      phoneNumber?: string;
      /** Without a country code. */
      purePhoneNumber?: string;
      /** Such as `86`. */
      countryCode?: string;
      /** The number as it may be shown; where the server keeps the number, as the server sent it. */
      maskedNumber?: string;
      /** What the server sent, without what the cloud or `wx.request` put around it. */
      data: unknown;
    }
  /** It failed. */
  | {
      kind: 'reject';
      /** Why. */
      reason: ServerReason;
      /** The server's number for it, known or not. */
      errCode?: number;
      /**
       * With `server_refused`: the server's own sentence, at most 60 characters, with `***` where it holds what
       * belongs to a user.
       */
      message?: string;
      /** As in {@link Outcome}. */
      raw?: string;
    };

/** What `wx.showToast` or `wx.showModal` takes, and which of them takes it. */
export type Notice =
  /** For `wx.showToast`. */
  | {
      via: 'toast';
      /** The text. */
      title: string;
      /** Beside it. */
      icon: Icon;
      /** What the user can do. */
      next: Next;
    }
  /** For `wx.showModal`, with one button. */
  | {
      via: 'modal';
      showCancel: false;
      /** The heading. */
      title: string;
      /** The text. */
      content: string;
      /** The text of the button; at most four characters. */
      confirmText: string;
      /** What the user can do. */
      next: Next;
    };

/** How a notice is worded. */
export interface NoticeWording {
  /** In which language. */
  locale?: LanguageTag;
  /** What renders the page: on `skyline`, `unsupported` does not ask for a newer WeChat. */
  renderer?: Renderer;
  /** Whether the page is in single-page mode, scene 1154: as `renderer: 'skyline'`. */
  singlePage?: boolean;
  /** At which step it failed: `internal` and `unknown` have other words for each. `authorization` by default. */
  stage?: Stage;
}

/** What a `PhonePopup` is made with. */
export interface PopupOptions {
  /** `quick` by default. */
  mode?: Mode;
  /** The language of the texts. */
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
  /** The mini-program's own agreements: with one or more, WeChat's privacy contract is not named beside the box. */
  agreements?: readonly unknown[];
  /** Who asks the user to accept WeChat's privacy agreement: WeChat's own window, or a button of the popup. */
  privacy?: PrivacyWindow;
  /** Whether the user is shown the server's own sentence where it refuses (`server_refused`). */
  showServerMessage?: boolean;
  /** When another way to log in is offered. */
  otherLogin?: OtherLoginOffer;
  /** Whether WeChat's conversation with the mini-program's support is offered where only the operator can help. */
  contact?: boolean;
  /**
   * Whether what shows the popup shows all of its view: the status line, the question for consent, the primary action.
   * A tap without the tick asks for consent then, what is waited for is counted, and no notice of a failure comes.
   */
  showsGuidance?: boolean;
  /** What renders the page: where Skyline does, a button that is unsupported is no reason to update WeChat. */
  renderer?: Renderer;
  /** Whether the mini-program is open as a single page, scene 1154: WeChat answers no tap there. */
  singlePage?: boolean;
  /** The version of the client's base library; `realtime` becomes `quick` below 2.24.4. */
  baseLibrary?: string;
}

/** How the page shows the popup. */
export interface ShowOptions {
  /**
   * Whether the page gives the property the value true once more that it had before the popup closed itself,
   * without a false in between, as a framework does that renders again. Such a show opens the popup only if it is
   * not batched, 100 ms or more after the popup closed.
   */
  repeated?: boolean;
  /** Whether it does so together with other properties. */
  batched?: boolean;
  /**
   * Whether there is no such property: the button stands on the page by itself, without a popup, and is shown from
   * the beginning. What waits for the user is handed over at a tap then.
   */
  inline?: boolean;
}

/** What happened. An answer carries the `request` of the effect it answers. */
export type PopupEvent =
  /** The options have other values now: all of them, what is left out is the default. */
  | {
      type: 'configure';
      options: PopupOptions;
    }
  /** The page gives the property `showPhonePopup` the value true. */
  | ({ type: 'show' } & ShowOptions)
  /** The page hides the popup. */
  | { type: 'hide' }
  /** The allow button was tapped. */
  | { type: 'tap' }
  /** The reject button was tapped. */
  | { type: 'decline' }
  /** The user dismissed the popup, without saying no: by its × or by its mask. */
  | { type: 'dismiss' }
  /** The button for another way to log in was tapped. */
  | { type: 'otherLogin' }
  /** The box of the agreement was ticked, or cleared. */
  | {
      type: 'agree';
      /** Whether it is ticked now; the opposite of before where that is not said. */
      agreed?: boolean;
    }
  /** The user went back from the question for consent. */
  | { type: 'consentBack' }
  /** The user tapped the name of an agreement, and it did not open. */
  | { type: 'agreementNotOpened' }
  /** The native button gave its result: `event` is its event, as it came. */
  | {
      type: 'authorized';
      event: unknown;
    }
  /** Answers `verify` or `exchange`, with what was returned, or what it failed with. */
  | {
      type: 'verified';
      /** The call that is answered. */
      request: number;
      /** The answer. */
      reply: unknown;
    }
  /** The page exchanged a code it was handed. */
  | {
      type: 'pageVerified';
      /** The code that was exchanged. */
      code: string;
      /** The answer. */
      reply: unknown;
    }
  /** Answers `startDeadline`. */
  | {
      type: 'deadlinePassed';
      request: number;
    }
  /** Answers `checkPrivacy`. */
  | {
      type: 'privacyChecked';
      /** The question that is answered. */
      request: number;
      /** Whether the privacy agreement is still to be accepted. */
      needed: boolean;
    }
  /** The user accepted the privacy agreement by the popup's own button. */
  | { type: 'privacyAgreed' }
  /** The user has logged out: what waits for a show is dropped. */
  | { type: 'forget' }
  /** The page is seen again. */
  | { type: 'pageShown' }
  /** The page is covered by another page or another app. */
  | { type: 'pageHidden' }
  /** Another component took the popup over. */
  | { type: 'attached' }
  /** The component left; nobody hears or sees the popup now. */
  | { type: 'detached' }
  /** The module failed, and this popup takes the place of one that is lost. */
  | {
      type: 'recovered';
      /** What the view of that one said; left out for an answer that it still waited for. */
      state?: State;
      /** What it was told when it failed, or that answer; left out where it makes the module fail again. */
      event?: PopupEvent;
    };

/** What the WXML binds. */
export interface View {
  /** Whether it is on the screen: the component's own property, which the page binds. */
  showPhonePopup: boolean;
  /** What the popup is. */
  state: State;
  /** Empty where a tap must not ask WeChat. */
  openType: OpenType;
  /** Whether a tap does nothing. */
  disabled: boolean;
  /** Whether WeChat or the server is asked. */
  loading: boolean;
  /**
   * Seconds until the code is sent again, or WeChat can be asked again; 0 where nothing is waited for. Stands before
   * `buttonText`.
   */
  countdown: number;
  /** Stands in the allow button instead of its text; empty where that is to be seen. */
  buttonText: string;
  /** The heading. */
  title: string;
  /** In place of the heading: what has happened; empty where the heading stays. */
  stateTitle: string;
  /** What has happened, and what to do, in one line; empty where there is nothing to say. It has no seconds in it. */
  status: string;
  /** What the status line is about. */
  statusTone: StatusTone;
  /** What is best done next: which button is the large one. */
  primaryAction: PrimaryAction;
  /** Why the number is asked for. */
  description: string;
  /** The button that asks WeChat for the number. */
  allowButton: string;
  /** The button that closes the popup. */
  rejectButton: string;
  /** Empty where no other way to log in is offered. */
  otherLoginButton: string;
  /** The button that opens WeChat's conversation with support; empty where that is not offered. */
  contactButton: string;
  /** The button that closes the popup where there is nothing else to do; empty where there is. */
  acknowledgeButton: string;
  /** The allow button as a link beside another primary action; empty where the allow button has no use then. */
  againButton: string;
  /** The × that closes the popup, for who hears it. */
  closeButton: string;
  /** Whether the user is asked to agree by the allow button: the agreements stand above it, one below the other. */
  consentShown: boolean;
  /** The way back from there; empty where there is none. */
  consentBackButton: string;
  /** Stands before the agreements; empty where the user need not agree. */
  agreement: string;
  /** The name of WeChat's page about the mini-program's privacy. */
  privacyContract: string;
  /** Whether that name is shown, as a link: where the user has to accept it. */
  linksPrivacyContract: boolean;
  /** Whether the box of the agreement is ticked. */
  agreed: boolean;
}

/** What the component has to perform, in order. */
export type Effect =
  /** `triggerEvent(name, detail)`. */
  | ({ type: 'trigger' } & ComponentEvent)
  /** Call the cloud function `name` with `data`, and answer with `verified`. */
  | {
      type: 'verify';
      /** What the answer has to carry. */
      request: number;
      /** The function's name. */
      name: string;
      /** What it is given. */
      data: CloudFunctionData;
    }
  /** Have the code of `data` exchanged by what is registered as `name`, and answer with `verified`. */
  | {
      type: 'exchange';
      /** What the answer has to carry. */
      request: number;
      /** The name under which it is registered. */
      name: string;
      /** What it is given. */
      data: ExchangeData;
    }
  /** After `delay` milliseconds, answer with `deadlinePassed`. One deadline runs at a time: another one replaces it. */
  | {
      type: 'startDeadline';
      /** What the answer has to carry. */
      request: number;
      /** How long until then. */
      delay: number;
    }
  /** The running deadline is not needed any more. */
  | { type: 'stopDeadline' }
  /** Ask `wx.getPrivacySetting`, and answer with `privacyChecked`. */
  | {
      type: 'checkPrivacy';
      /** What the answer has to carry. */
      request: number;
    }
  /** Show it to the user. */
  | {
      type: 'notify';
      /** What is shown. */
      notice: Notice;
    }
  /** Count it, by `wx.reportEvent(name, data)`. */
  | ({ type: 'report' } & Report)
  /** For the developer: a reason that a setting mends, or what nobody understood. */
  | {
      type: 'explain';
      /** What failed. */
      reason: Reason;
      /** What was said where the reason is not known, without what belongs to the user. */
      raw?: string;
    }
  /** After `detached`: do not free this popup, it holds a code or a number for the component that comes next. */
  | { type: 'keep' };

/** What a cloud function is given. */
export interface CloudFunctionData {
  /** The code to exchange. */
  code: string;
}

/** What a registered exchange is given. */
export interface ExchangeData {
  /** The code to exchange. */
  code: string;
  /** The button that gave it. */
  mode: Mode;
}

/** The events of `login-popup-system`. `mode` comes where the page wants `realtime`: it says which button there was. */
export type ComponentEvent =
  /** The code for the page to exchange; works once, for five minutes from the tap. Only where the page verifies. */
  | {
      name: 'phoneNumberGet';
      detail: {
        /** The code. */
        code: string;
        /** The button that gave it. */
        mode?: Mode;
      };
    }
  /**
   * No code came; where the popup verifies also: no number came, and `errno` is then the server's code. `refusals`
   * comes with `user_denied`: how often the user has refused this popup so far.
   */
  | {
      name: 'phoneNumberReject';
      detail: {
        /** Why. */
        reason: Reason;
        /** The platform's number for it. */
        errno?: number;
        /** How often the user has refused so far, where this is a refusal. */
        refusals?: number;
      };
    }
  /** The mini-program's quota is used up. */
  | { name: 'phoneNumberQuotaExceeded'; detail: {} }
  /**
   * The exchange succeeded, with the number or without. `data` is what the server sent. Only where the popup
   * verifies. Where there is a number `phoneNumberVerified` follows: a page binds one of the two.
   */
  | {
      name: 'login';
      detail: {
        /** What the server sent. */
        data: unknown;
        /** The number, where the server sent it. */
        phoneNumber?: string;
        /** Such as `86`. */
        countryCode?: string;
        /** The number as it may be shown. */
        maskedNumber?: string;
        /** The button that gave the code. */
        mode?: Mode;
      };
    }
  /** The number, in full and as it may be shown. Only where the popup verifies. */
  | {
      name: 'phoneNumberVerified';
      detail: {
        /** The number in full. */
        phoneNumber: string;
        /** Such as `86`; empty where the server did not say. */
        countryCode: string;
        /** The number as it may be shown. */
        maskedNumber: string;
        /** The button that gave it. */
        mode?: Mode;
      };
    }
  /** The user wants to log in another way; `reason` says why this one did not work, where it was tried. */
  | {
      name: 'other-login';
      detail: {
        /** Why this way did not work, where it was tried. */
        reason?: Reason;
        /** How often the user has refused so far. */
        refusals: number;
      };
    }
  /**
   * The popup has left the screen, by itself or by the user, and not by the page. It comes once, before `login`,
   * `phoneNumberVerified` and `other-login`, and after the `phoneNumberReject` of a user who declined. For uni-app's
   * `v-model` it comes as `update:showPhonePopup`, with `{ __args__: [false] }`, as well.
   *
   * No `reason`: the login succeeded. `user_denied`: the user declined before anything was asked. `user_cancelled`:
   * the user closed it later, or chose another way to log in. `unsupported`: the core did not load.
   */
  | {
      name: 'close';
      detail: {
        visible: false;
        /** Why, where the user left without a number. */
        reason?: 'user_denied' | 'user_cancelled' | 'unsupported';
      };
    }
  /** The last event of each change. */
  | {
      name: 'phoneNumberStateChange';
      detail: {
        /** The name of the state. */
        state: State;
      };
    };

/** What the statistics are told of an outcome; neither number nor code. `errno` is WeChat's or the server's number. */
export type Report =
  /** The number came, or the login succeeded without it. */
  | { name: 'phone_number_success'; data: ReportData }
  /** It did not. */
  | { name: 'phone_number_error'; data: FailureData };

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

/** The same of a failure. */
export interface FailureData {
  /** When the outcome came, by `Date.now()`. */
  timestamp: number;
  /** The button that there was. */
  mode: Mode;
  /** From the tap to WeChat's answer. */
  authorizationDuration?: number;
  /** From the code to the failure, with all attempts. */
  verificationDuration?: number;
  /** Why no number came. */
  reason: Reason;
  /** The `errno` of the platform, or the `errCode` of the server. */
  errno?: number;
}
