/** Reads `index.d.ts` with the TypeScript compiler. */
import ts from 'typescript';

import { PLACES, program } from './compile.mjs';

const compiled = program([], { texts: { 'alone.ts': "export * from 'wx-phone-login';" }, options: { types: [] } });
const checker = compiled.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(compiled.getSourceFile(PLACES.sources)));

/** The names of the exported functions and classes. */
export const values = namesOf(exported.filter(({ flags }) => flags & ts.SymbolFlags.Value));

/** The fields of an interface or a class; each part of `within` goes into the type of that field. */
export function fields(name, ...within) {
  const type = within.reduce((outer, field) => checker.getNonNullableType(typeOf(outer, field)), declared(name));
  return namesOf(checker.getPropertiesOfType(type));
}

/** The literals of a union. */
export const literals = (name) => literalsOf(declared(name)).sort();

/** The literals of a field of an interface. */
export const literalsIn = (name, field) => literalsOf(typeOf(declared(name), field)).sort();

/** The fields of every variant of a union by the literal in its field `key`; with `within`, those of that field. */
export function variants(name, key, within) {
  const rows = declared(name).types.flatMap((variant) => {
    const held = namesOf(checker.getPropertiesOfType(within ? typeOf(variant, within) : variant));
    return literalsOf(typeOf(variant, key)).map((literal) => [literal, held]);
  });
  return Object.fromEntries(rows.sort());
}

function declared(name) {
  const found = exported.find((symbol) => symbol.name === name);
  if (!found) throw new Error(`index.d.ts has no ${name}`);
  return checker.getDeclaredTypeOfSymbol(found);
}

const typeOf = (type, field) => checker.getTypeOfSymbol(checker.getPropertyOfType(type, field));

const literalsOf = (type) => (type.isUnion() ? type.types : [type]).map(({ value }) => value);

function namesOf(symbols) {
  return symbols.map(({ name }) => name).sort();
}
