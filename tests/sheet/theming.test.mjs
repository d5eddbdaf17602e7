/** The documents of the looks say what the style sheet says, and the brands they show are those that were measured. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import postcss from 'postcss';

import { brands } from '../../simulator/states/brands.mjs';
import { repository } from './stage.mjs';

const WXSS = 'miniprogram/components/login-popup-system/login-popup-system.wxss';
const BUTTON_WXSS = 'miniprogram/components/phone-login-button/phone-login-button.wxss';
const read = (path) => readFileSync(join(repository, path), 'utf8');

/** The variables of a page that a rule reads, each with its default. */
function defaultsIn(rule) {
  const found = {};
  rule.walkDecls(({ value }) => {
    const [, name, otherwise] = /^var\((--popup-[\w-]+), (.+)\)$/.exec(value) ?? [];
    if (name) found[name] = otherwise;
  });
  return found;
}

/** Selector → variables of a page with their defaults, in a style sheet. */
function variablesIn(path) {
  const rules = {};
  postcss.parse(read(path)).walkRules((rule) => {
    rules[rule.selector] = { ...rules[rule.selector], ...defaultsIn(rule) };
  });
  return rules;
}

const { '.phone-popup': light, '.popup-dark': dark, '.popup-auto': auto } = variablesIn(WXSS);
const button = variablesIn(BUTTON_WXSS);

test('there are 18 variables', () => assert.equal(Object.keys(light).length, 18));

test('theme="auto" is as dark as theme="dark"', () => assert.deepEqual(auto, dark));

/** Those of the sheet that the button has too. */
const shared = (variables) =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => name in button['.phone-login']));

test('the button reads 12 of them, with the same defaults', () => {
  assert.equal(Object.keys(button['.phone-login']).length, 12);
  assert.deepEqual(button['.phone-login'], shared(light));
  assert.deepEqual([button['.popup-dark'], button['.popup-auto']], [shared(dark), shared(dark)]);
});

test('dark mode changes colours and nothing else, so that every box stays where it is', () => {
  for (const value of Object.values(dark)) assert.match(value, /^(?:#[\da-f]{6}|rgba\([\d., ]+\))$/);
});

/** The table of variables in a document: name → light and dark. */
function tableIn(text) {
  const rows = text.matchAll(/^\| `(--popup-[\w-]+)` \| `([^`]+)` \| (?:`([^`]+)`|=) \|/gm);
  return Object.fromEntries([...rows].map(([, name, bright, other]) => [name, [bright, other ?? bright]]));
}

const expected = Object.fromEntries(Object.entries(light).map(([name, value]) => [name, [value, dark[name] ?? value]]));

/** Declarations by selector, with the media query that they stand in. */
function declarationsIn(css) {
  const found = [];
  postcss.parse(css).walkDecls(({ prop, value, parent }) => {
    found.push([parent.parent.params ?? '', parent.selector, prop, value].join(' '));
  });
  return found;
}

for (const path of ['docs/theming.md', 'docs/theming.zh-CN.md']) {
  const text = read(path);
  test(`${path} names every variable with its defaults`, () => assert.deepEqual(tableIn(text), expected));

  test(`${path} shows the brands that were measured`, () => {
    const shown = [...text.matchAll(/```css\n([\s\S]*?)```/g)].map(([, css]) => declarationsIn(css));
    assert.deepEqual(
      shown,
      Object.values(brands).map(({ css }) => declarationsIn(css)),
    );
  });

  test(`${path} shows pictures that are there`, () => {
    const pictures = [...text.matchAll(/<img src="\.\/([^"]+)" alt="[^"]+"/g)].map(([, picture]) => picture);
    for (const name of Object.keys(brands)) assert.ok(pictures.includes(`images/states/brand-${name}.webp`), name);
    for (const picture of pictures) assert.ok(existsSync(join(repository, 'docs', picture)), picture);
  });
}
