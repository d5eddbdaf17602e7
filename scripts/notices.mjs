/**
 * Writes THIRD-PARTY-NOTICES: whose code is in what is shipped, and its licence texts. Written here because cargo-about
 * would have to be built, and knows nothing of the standard library, of binaryen and of esbuild.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linkedCrates } from './build/crates.mjs';
import { output, root, SetupError } from './command.mjs';
import { isShippable } from './licence-rules.mjs';
import { chosenLicences } from './spdx.mjs';

const NAME = 'THIRD-PARTY-NOTICES';

/** Where it stands; `package.mjs` copies it into the npm package. */
export const noticesPath = join(root, NAME);

const RULE = '-'.repeat(80);

/** Whether a licence may be handed on, and is not Apache-2.0, whose text is long. */
const isShort = (name) => (licence) => licence !== 'Apache-2.0' && isShippable(name)(licence);

/** The text as it has to be, the same on every machine. */
export function notices() {
  const parts = [standardLibrary(), ...linkedCrates().map(crateNotice)];
  const tools = ['binaryen', 'esbuild'].map(toolNotice);
  return `${introduction(parts, tools)}\n${textsOf([...parts, ...tools]).join('\n')}`;
}

/** Writes it where `npm run docs` asks for it. */
export const writeNotices = () => writeFileSync(noticesPath, notices());

function introduction(parts, tools) {
  const [binaryen, esbuild] = tools;
  const list = (notice) => `  ${notice.name} (${notice.licence})`;
  return `Third-party notices of wx-phone-login

Written by \`npm run docs\`. Code of others is in three files of the folder
phone-login, in the npm package as well as in the repository. It is used under
MIT where there is a choice.

wx_phone_login_bg.wasm, and as JavaScript wx_phone_login_fallback.js, may hold
code of

${parts.map(list).join('\n')}

wx_phone_login_bg.js is what the tool of wasm-bindgen writes, with helpers of

${list(esbuild)}

The frame of wx_phone_login_fallback.js is what wasm2js writes, of

${list(binaryen)}
`;
}

/** Each text once, below the names of all that it is for. */
function textsOf(all) {
  const names = new Map();
  for (const { name, texts } of all) {
    for (const text of texts) names.set(text, [...(names.get(text) ?? []), name]);
  }
  return [...names].map(([text, of]) => `${RULE}\n${of.join('\n')}\n${RULE}\n\n${text}\n`);
}

function crateNotice({ name, version, license, manifest_path: manifest }) {
  const chosen = chosenLicences(license, isShort(name)) ?? chosenLicences(license, isShippable(name));
  if (!chosen) throw new SetupError(`${name} ${version} may not be shipped: its licence is ${license}`);
  const folder = dirname(manifest);
  return { name: `${name} ${version}`, licence: license, texts: chosen.map((licence) => textIn(folder, licence)) };
}

const toolNotice = (name) => {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name: `${name} ${version}`, licence: license, texts: [textIn(folder, license)] };
};

/** Only `core`, `alloc` and `std` leave code in the module; `core` holds tables of Unicode. */
function standardLibrary() {
  const [, version] = /^release: (.+)$/m.exec(output('rustc', ['--version', '--verbose']) ?? '') ?? [];
  const licences = join(output('rustc', ['--print', 'sysroot']) ?? '', 'share', 'doc', 'rust', 'licenses');
  const mit = readText(join(licences, 'MIT.txt'));
  const blank = 'Copyright (c) <year> <copyright holders>';
  if (!version || !mit.includes(blank)) throw new SetupError('rustc does not say its version or its licence');
  return {
    name: `Rust standard library ${version}`,
    licence: '(MIT OR Apache-2.0) AND Unicode-3.0',
    texts: [
      mit.replace(blank, 'Copyright (c) The Rust Project Developers (see https://thanks.rust-lang.org)'),
      readText(join(licences, 'Unicode-3.0.txt')),
    ],
  };
}

/** The file that is named after the licence, else the only one there is. */
function textIn(folder, licence) {
  const [word] = licence.split('-');
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying)/i.test(name));
  const named = files.filter((name) => name.toUpperCase().includes(`-${word.toUpperCase()}`));
  const [file, ...others] = named.length ? named : files;
  if (!file || others.length) throw new SetupError(`${folder}: which file is its licence ${licence}?`);
  return readText(join(folder, file));
}

const readText = (path) =>
  readFileSync(path, 'utf8')
    .replace(/[ \t\r]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
