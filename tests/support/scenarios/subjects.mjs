/** The components that the scenarios run on, and where what they are made of stands. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { miniprogram, root } from '../realm/package-files.mjs';

const require = createRequire(import.meta.url);

const SHEET = 'login-popup-system';
const BUTTON = 'phone-login-button';
const MODULE = join(miniprogram['/'], 'phone-login');
const EXAMPLE = join(root, 'examples', 'own-driver');
const OWN_COMPONENT = join(root, 'examples', 'own-component');

/** What stays from one scenario to the next: the core that is loaded. */
const IS_CORE = /[/\\](core|loader|wx_phone_login_\w+)\.js$/;

/** Our sheet. `everySpelling`: it sends its events under the names that Taro and uni-app bind, too;
 * `showsGuidance`: it shows all of the view. */
export const sheet = {
  path: join(miniprogram['/'], 'components', SHEET, SHEET),
  isPart: (path) =>
    path.startsWith(join(miniprogram['/'], 'components')) || (path.startsWith(MODULE) && !IS_CORE.test(path)),
  everySpelling: true,
  showsGuidance: true,
  registerExchange: (...args) => require(join(MODULE, 'index.js')).registerExchange(...args),
  forget: () => require(join(MODULE, 'index.js')).forget(),
};

/** Our button that stands on a page by itself. */
export const button = {
  ...sheet,
  path: join(miniprogram['/'], 'components', BUTTON, BUTTON),
  /** Beside those that it has in common with the sheet. */
  properties: { agreed: 'agreed' },
};

/** A component of somebody else's, on our behavior and with a look of its own. */
export const ownComponent = {
  ...sheet,
  path: join(OWN_COMPONENT, 'member-login'),
  isPart: (path) => path.startsWith(OWN_COMPONENT) || sheet.isPart(path),
  showsStatusOfConsent: true,
  classes: {
    title: 'member-title',
    description: 'member-purpose',
    status: 'member-status',
    document: 'member-document',
    agreement: 'member-box',
    link: 'member-link',
    button: 'member-button',
  },
};

/** The component of docs/shell.md, which has nothing of the package but the module. */
export const ownDriver = {
  path: join(EXAMPLE, 'own-driver'),
  isPart: (path) => path.startsWith(EXAMPLE),
  everySpelling: false,
  showsGuidance: false,
  registerExchange: (...args) => require(join(EXAMPLE, 'exchanges.js')).registerExchange(...args),
  forget: () => require(join(EXAMPLE, 'popups.js')).forget(),
};
