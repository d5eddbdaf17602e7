/** Which licences the project takes, and why each of the others that is here is taken all the same. */

/** For what is handed on: they ask for nothing but that their text goes along. */
const SHIPPED = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC'];

/** For what only builds and tests, or what the owner of a cloud function installs: some ask for nothing at all. */
const OTHERS = [...SHIPPED, 'MIT-0', '0BSD', 'BlueOak-1.0.0'];

/** One more licence for one package. */
const EXCEPTIONS = {
  'unicode-ident': ['Unicode-3.0', 'tables of Unicode; the text stands in THIRD-PARTY-NOTICES'],
  'axe-core': ['MPL-2.0', 'a test tool: not changed, and not handed on'],
  '@iconify-json/simple-icons': ['CC0-1.0', 'icons that the site of the guides could show: in the public domain'],
  'mdn-data': ['MPL-2.0', 'data that a test tool reads: not changed, and not handed on'],
};

/** Packages that state no licence, and why they are here. */
const UNSTATED = {
  '@cloudbase/signature-nodejs': 'by the makers of wx-server-sdk, which needs it; not handed on by us',
  '@cloudbase/wx-cloud-client-sdk': 'by the makers of wx-server-sdk, which needs it; not handed on by us',
};

/** Whether a licence will do for a package that is handed on. */
export const isShippable = (name) => (licence) => SHIPPED.includes(licence) || licence === EXCEPTIONS[name]?.[0];

/** Whether a licence will do for a package that is not. */
export const isUsable = (name) => (licence) => OTHERS.includes(licence) || licence === EXCEPTIONS[name]?.[0];

/** Whether a package may say nothing of its licence. */
export const mayBeSilent = (name) => name in UNSTATED;

/** What stands above for nobody, given the packages that are here and the licences that they were taken under. */
export function unneeded(taken) {
  const used = new Set(taken.flatMap(({ licences }) => licences));
  const silent = new Set(taken.filter(({ licences }) => !licences.length).map(({ name }) => name));
  const isTaken = (/** @type {[string, string[]]} */ [name, [licence]]) =>
    taken.some((one) => one.name === name && one.licences.includes(licence));
  return [
    ...OTHERS.filter((licence) => !SHIPPED.includes(licence) && !used.has(licence)),
    ...Object.entries(EXCEPTIONS)
      .filter((entry) => !isTaken(entry))
      .map(([name]) => name),
    ...Object.keys(UNSTATED).filter((name) => !silent.has(name)),
  ];
}
