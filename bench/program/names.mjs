/** How the one that is compared with all others is called. */
export const OURS = 'wx-phone-login';
