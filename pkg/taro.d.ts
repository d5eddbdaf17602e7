/**
 * The components in the JSX of Taro and React. In tsconfig.json, name `wx-phone-login/taro` in `types` where npm
 * has installed the package, and this file in `include` where it was copied.
 */
import type {
  ButtonProperties,
  ComponentCustomEvent,
  ComponentProperties,
  LowerCaseEventName,
} from './miniprogram_dist/phone-login/index';

/** The names that Taro binds: those without a capital or a hyphen. */
type EventName = 'close' | 'login' | LowerCaseEventName;

type Handlers = { [Name in EventName as `on${Capitalize<Name>}`]?: (event: ComponentCustomEvent<Name>) => void };

/** What JSX takes for `login-popup-system`. */
export interface LoginPopupSystemProps extends Partial<ComponentProperties>, Handlers {
  id?: string;
  children?: unknown;
  key?: string | number | null;
}

/** What JSX takes for `phone-login-button`, which never closes. */
export interface PhoneLoginButtonProps extends Partial<ButtonProperties>, Omit<Handlers, 'onClose'> {
  id?: string;
  children?: unknown;
  key?: string | number | null;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'login-popup-system': LoginPopupSystemProps;
      'phone-login-button': PhoneLoginButtonProps;
    }
  }
}
