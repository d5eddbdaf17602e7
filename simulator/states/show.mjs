import { openPhone } from './phone.mjs';
import { properties } from './states.mjs';

/**
 * Opens a phone that shows a state.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url  of the simulator
 * @param {import('./states.mjs').State} state
 * @param {Partial<import('./phone.mjs').Options> & { screen: import('./phone.mjs').Screen }} options
 */
export async function show(browser, url, state, { properties: own, code = '', ...options }) {
  const { needsPrivacy, isStalled, code: ofState = '' } = state;
  const given = { ...properties, ...state.properties, ...own };
  const phone = await openPhone(browser, url, {
    properties: given,
    needsPrivacy,
    isStalled,
    code: ofState + code,
    ...options,
  });
  await state.reach(phone);
  await phone.settled();
  return phone;
}
