import { registrationFor } from '../../exchanges.mjs';
import { backEndOf, deviceOf, popupProperties, wxssOf } from './settings.js';

/** The properties of the popup where a page says nothing. */
const UNSAID = {
  mode: 'quick',
  locale: 'zh_CN',
  cloudFunction: '',
  exchange: '',
  idempotent: false,
  showServerMessage: false,
  requireAgreement: false,
  agreements: [],
  privacy: 'wechat',
  otherLogin: 'after-refusal',
  contact: false,
};

const isUnsaid = (name, value) => JSON.stringify(UNSAID[name]) === JSON.stringify(value);

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * What a page author writes to get the popup that is set.
 *
 * @param {Record<string, string>} settings
 * @returns {string} WXML last, and before it JavaScript, JSON and WXSS where they are needed
 */
export function sampleOf(settings) {
  const said = Object.entries(popupProperties(settings)).filter(([name, value]) => !isUnsaid(name, value));
  const properties = Object.fromEntries(said);
  const registration = registrationFor(backEndOf(settings));
  const wxss = wxssOf(settings);
  return [
    registration && `// app.js\n${registration}`,
    properties.agreements && `// 页面的 data\nagreements: ${JSON.stringify(properties.agreements, null, 2)},`,
    deviceOf(settings).theme === 'dark' && '// app.json：有了它，微信才会告诉小程序是深色\n"darkmode": true',
    wxss && `/* app.wxss */\n${wxss}`,
    `<!-- 页面的 WXML -->\n${tag(properties)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function tag(properties) {
  const verifies = properties.cloudFunction || properties.exchange;
  const attributes = [
    'show-phone-popup="{{showPhonePopup}}"',
    ...Object.entries(properties).map(attribute),
    verifies ? 'bind:login="onLogin"' : 'bind:phoneNumberGet="onPhoneNumberGet"',
    'bind:close="onClose"',
  ];
  return `<login-popup-system\n${attributes.map((line) => `  ${line}\n`).join('')}/>`;
}

function attribute([name, value]) {
  if (typeof value === 'string') return `${kebab(name)}="${value}"`;
  return Array.isArray(value) ? `${kebab(name)}="{{${name}}}"` : `${kebab(name)}="{{${value}}}"`;
}
