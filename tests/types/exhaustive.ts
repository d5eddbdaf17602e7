/** A `switch` over everything that a union names: a new name is an error here, and so is one that is gone. */
import type {
  Backend,
  ButtonReason,
  ComponentEvent,
  Locale,
  Mode,
  Next,
  Notice,
  OtherLoginOffer,
  Outcome,
  PopupEvent,
  PrimaryAction,
  Report,
  ServerReason,
  Stage,
  State,
  StatusTone,
  Verification,
  View,
} from 'wx-phone-login';

function never(value: never): never {
  throw new Error(`no such value: ${JSON.stringify(value)}`);
}

export function whoHelps(next: Next): string {
  switch (next) {
    case 'retry':
    case 'reauthorize':
    case 'wait':
      return 'the user';
    case 'other_login':
      return 'another page';
    case 'contact_support':
    case 'fix_setup':
      return 'us';
    case 'none':
      return 'nobody';
    default:
      return never(next);
  }
}

export function isTheUsersDoing(reason: ButtonReason): boolean {
  switch (reason) {
    case 'user_denied':
    case 'user_cancelled':
    case 'privacy_refused':
    case 'no_phone_bound':
    case 'phone_unverified':
    case 'too_frequent':
      return true;
    case 'privacy_banned':
    case 'privacy_undeclared':
    case 'no_permission':
    case 'timeout':
    case 'network':
    case 'unsupported':
    case 'blocked':
    case 'missing_code':
    case 'internal':
    case 'unknown':
      return false;
    default:
      return never(reason);
  }
}

export function isSetUpWrong(reason: ServerReason): boolean {
  switch (reason) {
    case 'environment':
    case 'exchange_missing':
    case 'function_missing':
    case 'invalid_appid':
    case 'credential':
    case 'api_unauthorized':
    case 'openapi_permission':
    case 'bad_reply':
      return true;
    case 'function_timeout':
    case 'timeout':
    case 'network':
    case 'code_invalid':
    case 'rate_limited':
    case 'daily_limit':
    case 'high_risk_user':
    case 'busy':
    case 'server_refused':
    case 'internal':
    case 'unknown':
      return false;
    default:
      return never(reason);
  }
}

export function isShown(state: State): boolean {
  switch (state) {
    case 'hidden':
    case 'verified':
      return false;
    case 'prompting':
    case 'authorizing':
    case 'verifying':
    case 'rejected':
    case 'failed':
    case 'out_of_quota':
      return true;
    default:
      return never(state);
  }
}

export function price(mode: Mode): number {
  switch (mode) {
    case 'quick':
      return 0.03;
    case 'realtime':
      return 0.04;
    default:
      return never(mode);
  }
}

export function said(outcome: Outcome | Verification): string {
  switch (outcome.kind) {
    case 'ok':
      return 'code' in outcome ? outcome.code : `${outcome.countryCode} ${outcome.purePhoneNumber}`;
    case 'quota':
      return outcome.reason;
    case 'reject':
      return `${outcome.reason} ${('errCode' in outcome && outcome.errCode) || ''} ${outcome.raw ?? ''}`;
    default:
      return never(outcome);
  }
}

export function words(notice: Notice): string {
  switch (notice.via) {
    case 'toast':
      return `${notice.icon} ${notice.title}`;
    case 'modal':
      return `${notice.title} ${notice.content} ${notice.confirmText}`;
    default:
      return never(notice);
  }
}

export function told(event: ComponentEvent): unknown {
  switch (event.name) {
    case 'phoneNumberGet':
      return [event.detail.code, event.detail.mode];
    case 'phoneNumberReject':
      return [event.detail.reason, event.detail.errno, event.detail.refusals];
    case 'phoneNumberQuotaExceeded':
      return event.detail;
    case 'login':
      return [
        event.detail.data,
        event.detail.phoneNumber,
        event.detail.countryCode,
        event.detail.maskedNumber,
        event.detail.mode,
      ];
    case 'phoneNumberVerified':
      return [event.detail.phoneNumber, event.detail.countryCode, event.detail.maskedNumber, event.detail.mode];
    case 'close':
      return [event.detail.visible, event.detail.reason];
    case 'phoneNumberStateChange':
      return event.detail.state;
    case 'other-login':
      return [event.detail.reason, event.detail.refusals];
    default:
      return never(event);
  }
}

export function counted(report: Report): number | undefined {
  switch (report.name) {
    case 'phone_number_success':
      return report.data.verificationDuration;
    case 'phone_number_error':
      return report.data.errno;
    default:
      return never(report);
  }
}

export function takes(event: PopupEvent): unknown {
  switch (event.type) {
    case 'configure':
      return event.options;
    case 'agree':
      return event.agreed;
    case 'authorized':
      return event.event;
    case 'verified':
      return [event.request, event.reply];
    case 'pageVerified':
      return [event.code, event.reply];
    case 'deadlinePassed':
      return event.request;
    case 'privacyChecked':
      return [event.request, event.needed];
    case 'show':
      return [event.repeated, event.batched, event.inline];
    case 'recovered':
      return [event.state, event.event];
    case 'hide':
    case 'tap':
    case 'decline':
    case 'dismiss':
    case 'agreementNotOpened':
    case 'consentBack':
    case 'otherLogin':
    case 'privacyAgreed':
    case 'forget':
    case 'pageShown':
    case 'pageHidden':
    case 'attached':
    case 'detached':
      return undefined;
    default:
      return never(event);
  }
}

export function asks({ openType }: View): boolean {
  switch (openType) {
    case '':
    case 'agreePrivacyAuthorization':
      return false;
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber':
      return true;
    default:
      return never(openType);
  }
}

export function isUrgent(tone: StatusTone): boolean {
  switch (tone) {
    case '':
    case 'info':
    case 'wait':
    case 'busy':
    case 'done':
      return false;
    case 'warn':
    case 'error':
      return true;
    default:
      return never(tone);
  }
}

export function asksWeChat(action: PrimaryAction): boolean {
  switch (action) {
    case 'allow':
    case 'contact':
      return true;
    case 'other_login':
    case 'close':
      return false;
    default:
      return never(action);
  }
}

/** A name for each: one that is missing, or too many, is an error. */
export const names = {
  backends: { wasm: 'WebAssembly', js: 'JavaScript' } satisfies Record<Backend, string>,
  locales: { zh_CN: '简体中文', zh_TW: '繁體中文', en: 'English' } satisfies Record<Locale, string>,
  otherLogins: {
    'after-refusal': '拒绝后',
    always: '总是',
    never: '从不',
  } satisfies Record<OtherLoginOffer, string>,
  stages: { authorization: '授权', verification: '验证' } satisfies Record<Stage, string>,
};
