/** Compiles TypeScript as the project of a mini-program does, and says what the compiler says. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

import { root } from '../support/realm/package-files.mjs';

/** Where `wx-phone-login` can stand: its types beside the sources, or the package, which says where its types are. */
export const PLACES = { sources: join(root, 'miniprogram', 'phone-login', 'index.d.ts'), package: join(root, 'pkg') };

const OPTIONS = {
  strict: true,
  noEmit: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  target: ts.ScriptTarget.ES2018,
  lib: ['lib.es2018.d.ts'],
  typeRoots: [join(root, 'node_modules')],
  types: ['miniprogram-api-typings'],
};

const inThisFolder = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A program of files of this folder and of `texts` by name, in which `wx-phone-login` stands at `place`. */
export function program(names, { place = PLACES.sources, options, texts = {} } = {}) {
  const settings = { ...OPTIONS, paths: { 'wx-phone-login': [place] }, ...options };
  const paths = [...names, ...Object.keys(texts)].map(inThisFolder);
  return ts.createProgram(paths, settings, hostWith(texts, settings));
}

function hostWith(texts, settings) {
  const host = ts.createCompilerHost(settings);
  const held = new Map(Object.entries(texts).map(([name, text]) => [inThisFolder(name), text]));
  const { getSourceFile } = host;
  host.getSourceFile = (path, version, ...rest) =>
    held.has(path) ? ts.createSourceFile(path, held.get(path), version) : getSourceFile(path, version, ...rest);
  return host;
}

/** What the compiler says of a program; empty where it says nothing. */
export function complaints(compiled) {
  const host = { getCanonicalFileName: (path) => path, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(compiled), host);
}
