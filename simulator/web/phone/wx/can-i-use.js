import { isAtLeast } from '../../base-library.js';
import { openTypes } from '../builtin/open-types.js';

// Component → attribute → option → the base library that it came with, as far as this simulator goes.
const COMPONENTS = {
  button: { 'open-type': openTypes, 'phone-number-no-quota-toast': {} },
};

/**
 * `wx.canIUse` for `component.attribute.option` and `api`.
 *
 * @param {object} wx
 * @param {string} schema
 * @param {string} version  of the base library
 * @returns {boolean}
 */
export function canIUse(wx, schema, version) {
  const [first, attribute, option] = schema.split('.');
  const attributes = COMPONENTS[first];
  if (!attributes) return schema.split('.').reduce((value, name) => value?.[name], wx) !== undefined;
  if (attribute === undefined) return true;
  if (!attributes[attribute]) return false;
  return option === undefined || isAtLeast(version, attributes[attribute][option]?.since ?? '9');
}
