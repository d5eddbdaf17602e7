/** `index.d.ts` says what the built module, the component and the core's sources say: nothing less, nothing more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { MODULE, Phone } from '../support/realm/phone.mjs';
import { complaints, program } from './compile.mjs';
import { EVENTS, eventOf, OPTIONS, seenOf, seenWith } from './courses.mjs';
import { fields, literals, literalsIn, values, variants } from './declarations.mjs';
import { observeJudgements, observePopups, shapes } from './observed.mjs';

const COMPONENTS = '/components';
const NOTHING = { type: 'no such event' };

const phone = new Phone();
const phoneLogin = await phone.ready();
const { PhonePopup } = phoneLogin;
const component = phone.define(`${COMPONENTS}/login-popup-system/login-popup-system.js`);
const button = phone.define(`${COMPONENTS}/phone-login-button/phone-login-button.js`);
const wxml = phone.files.text(`${COMPONENTS}/login-popup-system/sheet.wxml`);
const declared = readFileSync(join(root, 'src', 'event.rs'), 'utf8').split('\nevents! {')[1];

const popups = observePopups(phoneLogin);
const judgements = observeJudgements(phoneLogin, [...literals('Reason'), 'verified']);
const told = (type) => popups.effects.filter((effect) => effect.type === type);

const keys = (object) => Object.keys(object).sort();
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const distinct = (list) => [...new Set(list)].sort();

test('the exports', () => assert.deepEqual(values, keys(phoneLogin)));

test('what is loaded', async () => assert.deepEqual(fields('Loaded'), keys(await phoneLogin.ready())));

test('the methods of a popup, beside one that is for the class itself', () => {
  const methods = Object.getOwnPropertyNames(PhonePopup.prototype).filter((name) => name !== 'constructor');
  assert.deepEqual([...fields('PhonePopup'), 'use'].sort(), methods.sort());
});

test('what dispatch returns', () => {
  assert.deepEqual(fields('Dispatched'), keys(new PhonePopup().dispatch({ type: 'show' }, 0)));
});

test('the fields of the view', () => assert.deepEqual(fields('View'), keys(new PhonePopup().view)));

test('the properties of the popup', () => {
  assert.deepEqual(fields('ComponentProperties'), keys(component.properties));
});

test('the properties of the button, but for those that only a popup has a use for', () => {
  const [shown, content] = ['showPhonePopup', 'popupContent'];
  assert.deepEqual(
    fields('ButtonProperties'),
    keys(button.properties).filter((name) => ![shown, content].includes(name)),
  );
});

test('the fields of the view that the button has under other names, and the others', () => {
  const { fieldNames } = button.data;
  const names = fields('View').map((name) => fieldNames[name] ?? name);
  assert.deepEqual(fields('PhoneLoginButton', 'data'), distinct([...fields('ButtonProperties'), ...names]));
});

/** The names in each table of a page that lists properties. */
function tablesOfProperties(page) {
  const tables = readFileSync(join(root, page), 'utf8').split('\n\n');
  const lists = tables.map((table) => found(table, /^\| `(\w+)` \| (?:Boolean|String|Object|Array) \|/gm));
  return lists.filter(({ length }) => length > 0);
}

for (const page of ['docs/reference/component.md', 'docs/reference/component.zh-CN.md']) {
  test(`${page} lists the properties of both components`, () => {
    const own = keys(button.properties).filter((name) => !(name in phoneLogin.behavior.properties));
    assert.deepEqual(tablesOfProperties(page), [keys(component.properties), own]);
  });
}

test('the methods of the components', () => {
  for (const { methods } of [component, button]) assert.deepEqual(fields('ComponentMethods'), keys(methods));
});

test('the texts that a page can replace, and what an agreement is, as the WXML has them', () => {
  assert.deepEqual(fields('PopupContent', 'phone'), found(wxml, /popupContent\.phone\.(\w+)/g));
  assert.deepEqual(fields('Agreement'), found(wxml, /item\.(\w+)/g));
});

test('the effects, by what performs them', () => {
  assert.deepEqual(keys(variants('Effect', 'type')), keys(phone.require('/phone-login/effects')));
});

const seen = {
  Effect: [popups.effects, 'type'],
  ComponentEvent: [told('trigger'), 'name', 'detail'],
  Report: [told('report'), 'name', 'data'],
  Outcome: [judgements.outcomes, 'kind'],
  Verification: [judgements.verifications, 'kind'],
  Notice: [judgements.notices, 'via'],
};

for (const [name, [list, ...by]] of Object.entries(seen)) {
  test(`every variant of ${name} is seen, with every field it has and no other`, () => {
    assert.deepEqual(variants(name, ...by), shapes(list, ...by));
  });
}

test('every name of a state, a step, a mode, an open-type, a tone and an action is seen, and no other', () => {
  assert.deepEqual(literals('State'), distinct(popups.views.map(({ state }) => state)));
  assert.deepEqual(literals('Next'), distinct(judgements.notices.map(({ next }) => next)));
  assert.deepEqual(literals('Mode'), distinct(told('report').map(({ data }) => data.mode)));
  for (const field of ['openType', 'statusTone', 'primaryAction']) {
    assert.deepEqual(literalsIn('View', field), distinct(popups.views.map((view) => view[field])));
  }
});

test('every value that was seen, given or taken, has its type', () => {
  const { events, options, views, dispatched } = popups;
  const { outcomes, verifications, notices } = judgements;
  const ofPopups = { PopupEvent: events, PopupOptions: options, View: views, Dispatched: dispatched };
  const texts = { 'seen.ts': source({ ...ofPopups, Outcome: outcomes, Verification: verifications, Notice: notices }) };
  assert.equal(complaints(program([], { texts, options: { types: [], exactOptionalPropertyTypes: true } })), '');
});

/** TypeScript that gives each value the type it has to have, a value a line. */
function source(all) {
  const lists = Object.entries(all).map(([type, list]) => {
    assert.ok(list.length, `no ${type} was seen`);
    return `export const of${type}: types.${type}[] = [\n${lines(list)}\n];`;
  });
  return ["import type * as types from 'wx-phone-login';", ...lists].join('\n');
}

const lines = (list) => list.map((value) => `${JSON.stringify(value)},`).join('\n');

for (const [type, ...courses] of Object.entries(EVENTS).map((row) => row.flat())) {
  test(`${type} takes what its type says`, () => {
    const given = courses.flatMap((course) => keys(eventOf(course, PhonePopup)));
    assert.deepEqual(variants('PopupEvent', 'type')[type], distinct(given));
  });

  test(`${type} is not ignored, and none of its fields is`, () => {
    for (const course of courses) assertMatters(course);
  });
}

/** An event and each of its fields change what is seen. */
function assertMatters(course) {
  const event = eventOf(course, PhonePopup);
  const times = [course.before, course.orBefore ?? course.before];
  const seenFor = (other) => times.map((before) => seenOf({ ...course, before }, other, PhonePopup));
  assert.notDeepEqual(seenFor(event), seenFor(NOTHING));
  for (const field of Object.keys(event)) {
    const { [field]: _, ...without } = event;
    assert.notDeepEqual(seenFor(event), seenFor(without), field);
  }
}

test('the events are those of the core, and each has its course', () => {
  const types = keys(variants('PopupEvent', 'type'));
  assert.deepEqual(types, found(declared, /^ {8}\w+ "(\w+)"/gm));
  assert.deepEqual(types, keys(EVENTS));
});

for (const [name, options] of Object.entries(OPTIONS)) {
  test(`the option ${name} is not ignored`, () => {
    const { [name]: _, ...without } = options;
    assert.notDeepEqual(seenWith(options, PhonePopup), seenWith(without, PhonePopup));
  });
}

test('the options are those that have a course', () => assert.deepEqual(fields('PopupOptions'), keys(OPTIONS)));

/** By the option of `ready`: what a phone shows of it. */
const LOADING = {
  path: async () => assert.deepEqual((await loadedWith({ path: '/a/module.wasm' })).wasm.asked, ['/a/module.wasm']),
  folder: async () => assert.match((await loadedWith({ folder: 'packageA/b' })).wasm.asked[0], /^\/packageA\/b\//),
  async timeout() {
    const slow = new Phone({ backend: 'wasm' });
    slow.wasm.intercept = () => new Promise(() => {});
    const loading = slow.require(MODULE).ready({ timeout: 7 });
    slow.clock.pass(7);
    assert.equal((await loading).backend, 'js');
  },
  async fallback() {
    let asked = 0;
    const fallback = () => {
      asked += 1;
      return phone.require('/phone-login/wx_phone_login_fallback');
    };
    await loadedWith({ fallback }, 'js');
    assert.equal(asked, 1);
  },
};

async function loadedWith(options, backend = 'wasm') {
  const other = new Phone({ backend });
  await other.require(MODULE).ready(options);
  return other;
}

for (const [name, check] of Object.entries(LOADING)) test(`ready() takes ${name}`, check);

test('the options of ready() are those', () => assert.deepEqual(fields('ReadyOptions'), keys(LOADING)));
