// Component → attribute → options, as far as this simulator goes.
const COMPONENTS = {
  button: { 'open-type': ['getPhoneNumber', 'getRealtimePhoneNumber'], 'phone-number-no-quota-toast': [] },
};

/**
 * `wx.canIUse` for `component.attribute.option` and `api`.
 *
 * @param {object} wx
 * @param {string} schema
 * @returns {boolean}
 */
export function canIUse(wx, schema) {
  const [first, attribute, option] = schema.split('.');
  const attributes = COMPONENTS[first];
  if (!attributes) return schema.split('.').reduce((value, name) => value?.[name], wx) !== undefined;
  if (attribute === undefined) return true;
  if (!attributes[attribute]) return false;
  return option === undefined || attributes[attribute].includes(option);
}
