/** The types as TypeScript projects use them: what has to compile does, and what has to be an error is one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import ts from 'typescript';

import { complaints, PLACES, program } from './compile.mjs';

const USES = [
  'app.ts',
  'page-author.ts',
  'own-component.ts',
  'behavior.ts',
  'exhaustive.ts',
  'misuse.ts',
  '../../examples/typescript/login.ts', // The page that the guide shows.
];

/** What projects set that can matter to types. */
const SETTINGS = {
  'an ordinary project': {},
  'a project with exact optional properties': { exactOptionalPropertyTypes: true },
  'a project with a bundler': {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    exactOptionalPropertyTypes: true,
  },
};

for (const [where, place] of Object.entries(PLACES)) {
  for (const [who, options] of Object.entries(SETTINGS)) {
    test(`${who}: the types of the ${where} fit every use, and no misuse`, () => {
      assert.equal(complaints(program(USES, { place, options })), '');
    });
  }
}

test('the types need no others, and are sound by themselves', () => {
  const texts = { 'alone.ts': "export * from 'wx-phone-login';" };
  assert.equal(complaints(program([], { texts, options: { types: [], skipLibCheck: false } })), '');
});

test('the package names its types itself', () => {
  const files = program(['app.ts'], { place: PLACES.package }).getSourceFiles();
  assert.ok(files.some(({ fileName }) => fileName.endsWith('/pkg/miniprogram_dist/phone-login/index.d.ts')));
});

const mistakes = {
  'an error': ["import { notice } from 'wx-phone-login'; notice('denied');", /"denied"' is not assignable/],
  'an error that is expected and does not come': [
    "import { notice } from 'wx-phone-login';\n// @ts-expect-error\nnotice('network');",
    /Unused '@ts-expect-error'/,
  ],
  'a module that is not found': ["import { ready } from 'wx-phone-logout'; ready();", /find module/],
};

for (const [what, [text, message]] of Object.entries(mistakes)) {
  test(`${what} is seen`, () => assert.match(complaints(program([], { texts: { 'mistake.ts': text } })), message));
}
