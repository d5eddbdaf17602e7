/**
 * What a `<button>` can open: the event that reports what came of it, and the base library that it came with.
 *
 * @type {Record<string, { event: string, since: string }>}
 */
export const openTypes = {
  contact: { event: 'contact', since: '1.1.0' },
  getPhoneNumber: { event: 'getphonenumber', since: '1.2.0' },
  getRealtimePhoneNumber: { event: 'getrealtimephonenumber', since: '2.24.4' },
  agreePrivacyAuthorization: { event: 'agreeprivacyauthorization', since: '2.32.3' },
};
