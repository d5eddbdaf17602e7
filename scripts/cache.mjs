/** Where tools are kept that outlive the checkout, so that a second clone does not build them again. */
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

export const cache = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), platform() === 'darwin' ? 'Library/Caches' : '.cache'),
  'wx-phone-login',
);
