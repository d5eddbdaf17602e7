/** Which licences the project takes, and why each of the others that is here is taken all the same. */

/** For what is handed on: they ask for nothing but that their text goes along. */
const SHIPPED = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC'];

/** For what only builds and tests, or is installed by whoever deploys the cloud function: no text has to go along. */
const OTHERS = [...SHIPPED, 'MIT-0', '0BSD', 'CC0-1.0', 'Unlicense', 'BlueOak-1.0.0', 'Unicode-3.0', 'Zlib'];

/** One licence for one package. */
const EXCEPTIONS = {
  'unicode-ident': ['Unicode-3.0', 'tables of Unicode; the text stands in THIRD-PARTY-NOTICES'],
  'mdn-data': ['MPL-2.0', 'data that a test tool reads; not changed, not handed on'],
};

/** Packages that state no licence. */
export const UNSTATED = {
  '@cloudbase/signature-nodejs': 'of the makers of wx-server-sdk, which brings it; not handed on by us',
  '@cloudbase/wx-cloud-client-sdk': 'of the makers of wx-server-sdk, which brings it; not handed on by us',
};

/** Whether a licence will do for a package that is handed on. */
export const isShippable = (name) => (licence) => SHIPPED.includes(licence) || EXCEPTIONS[name]?.[0] === licence;

/** Whether a licence will do for a package that is not. */
export const isUsable = (name) => (licence) => OTHERS.includes(licence) || EXCEPTIONS[name]?.[0] === licence;
