/**
 * The components in the templates of Vue, in uni-app and Taro. In tsconfig.json, name `wx-phone-login/vue` in `types` where npm
 * has installed the package, and this file in `include` where it was copied.
 */
import type {
  ButtonProperties,
  ComponentCustomEvent,
  ComponentEventName,
  ComponentProperties,
  LowerCaseEventName,
} from './miniprogram_dist/phone-login/index';

/** `phoneNumberVerified` as `onPhoneNumberVerified`, `other-login` as `onOtherLogin`, and what Taro binds of them. */
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Rest>}` : Name;

type Handlers = {
  [Name in ComponentEventName | LowerCaseEventName as `on${Capitalize<Camel<Name>>}`]?: (
    event: ComponentCustomEvent<Name>,
  ) => void;
};

/** What a template takes for `login-popup-system`, and in uni-app for `phone-login`. */
export interface LoginPopupSystemProps extends Partial<ComponentProperties>, Handlers {
  /** For `v-model:showPhonePopup` in uni-app. */
  'onUpdate:showPhonePopup'?: (shown: boolean) => void;
}

/** What a template takes for `phone-login-button`, which never closes. */
export interface PhoneLoginButtonProps extends Partial<ButtonProperties>, Omit<Handlers, 'onClose'> {}

declare module 'vue' {
  interface GlobalComponents {
    LoginPopupSystem: new () => { $props: LoginPopupSystemProps };
    PhoneLoginButton: new () => { $props: PhoneLoginButtonProps };
    PhoneLogin: new () => { $props: LoginPopupSystemProps };
  }
}
