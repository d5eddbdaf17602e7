import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { platform } from '../support/component-engine.mjs';
import { settled } from '../support/realm/phone.mjs';

const require = createRequire(import.meta.url);
const { MiniProgramEnv, glassEasel } = require('glass-easel-miniprogram-adapter');
const { TmplGroup } = require('glass-easel-template-compiler');

const miniprogram = fileURLToPath(new URL('../../miniprogram', import.meta.url));
const POPUP = 'components/login-popup-system/login-popup-system';
const SHEET = 'components/login-popup-system/sheet';
const PAGE = 'page';

/** What the popup sets of WeChat's own components. */
const PROPERTIES = [
  'ariaChecked',
  'ariaHidden',
  'ariaLabel',
  'ariaRole',
  'disabled',
  'hoverClass',
  'loading',
  'openType',
  'phoneNumberNoQuotaToast',
  'scrollY',
  'type',
];

/** A page of glass-easel, WeChat's newer engine, with the popup where and while its WXML says. */
export async function openInNewerEngine({ wxml, data, methods }) {
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('main', true);
  const builtins = space.getComponentSpace();
  for (const tag of ['view', 'scroll-view', 'button']) {
    const properties = Object.fromEntries(PROPERTIES.map((name) => [name, null]));
    builtins.setGlobalUsingComponent(tag, builtins.defineComponent({ is: tag, properties }));
  }
  addTemplates(space, { [POPUP]: wxmlOf(POPUP), [SHEET]: wxmlOf(SHEET), [PAGE]: wxml });
  space.componentEnv(POPUP, (constructors) => runWith(constructors, join(miniprogram, `${POPUP}.js`)));
  space.componentEnv(PAGE, ({ Component }) => Component({ data, methods }));
  const root = env.associateBackend(new glassEasel.CurrentWindowBackendContext()).createRoot('page', space, PAGE);
  const place = document.body.appendChild(document.createElement('div'));
  root.attach(document.body, place);
  await settled();
  return root.get();
}

const wxmlOf = (path) => readFileSync(join(miniprogram, `${path}.wxml`), 'utf8');

function addTemplates(space, templates) {
  const group = new TmplGroup();
  for (const [path, wxml] of Object.entries(templates)) group.addTmpl(path, wxml);
  const compiled = new Function(`return ${group.getTmplGenObjectGroups()}`)();
  group.free();
  for (const path of Object.keys(templates)) {
    space.addComponentStaticConfig(path, { component: true, usingComponents: { popup: `/${POPUP}` } });
    space.addCompiledTemplate(path, { groupList: compiled, content: compiled[path] });
  }
}

/** What a run makes with the constructors that it is given. */
const MADE = ['behavior', 'index'].map((name) => join(miniprogram, 'phone-login', `${name}.js`));

/** Runs a file that calls the globals `Component` and `Behavior`. */
function runWith({ Component, Behavior }, path) {
  const before = { Component: globalThis.Component, Behavior: globalThis.Behavior };
  Object.assign(globalThis, { Component, Behavior });
  for (const made of [...MADE, path]) delete require.cache[made];
  require(path);
  Object.assign(globalThis, before);
}

/** The cloud function answers. */
export async function answerCall(result) {
  platform.calls.at(-1).success({ result });
  await settled();
}
