/** A mini-program gets the component by one command, and keeps what is its owner's. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { unlimited } from '../../simulator/cloud/environment.mjs';
import { createCloud } from '../../simulator/cloud/index.mjs';
import { contentOf, difference, folderWithTarball, runInside } from '../support/package/added.mjs';
import { Phone, settled } from '../support/realm/phone.mjs';
import { ALLOWED, MASKED } from '../support/realm/samples.mjs';
import { Scene } from '../support/realm/scene.mjs';
import { compile, temporaryFolder } from '../support/wechat-compiler/compiler.mjs';
import { BACKENDS } from '../support/wechat-compiler/flow.mjs';

const POPUP = 'components/login-popup-system/login-popup-system';

/** Somebody's mini-program, whose files are in the root. */
function nativeProject() {
  const folder = folderWithTarball();
  const files = { 'app.json': '{ "pages": ["home/home"] }', 'app.js': 'App({});', 'project.config.json': '{}' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** One with the files of 0.1.0, as their owner copied them out of the real package. */
function projectOf010() {
  const folder = nativeProject();
  const unpacked = temporaryFolder();
  const tarball = join(root, 'tests', 'realm', 'wx-phone-login-0.1.0.tgz');
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked]);
  for (const part of ['components', 'phone-login']) {
    cpSync(join(unpacked, 'package', 'miniprogram_dist', part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** Runs it, and holds it to its word: what has changed is what it announced. */
function add(folder, ...args) {
  const before = contentOf(folder);
  const run = runInside(folder, ...args);
  assert.equal(run.status, 0, run.said);
  const kept = Object.entries(run.announced).filter(([, mark]) => mark === '=');
  const expected = { ...run.announced, ...overwritten(run) };
  for (const [path] of kept) delete expected[path];
  assert.deepEqual(difference(before, contentOf(folder)), sorted(expected));
  return { ...run, kept: kept.map(([path]) => path) };
}

const overwritten = ({ announced }) =>
  Object.fromEntries(Object.entries(announced).flatMap(([path, mark]) => (mark === '!' ? [[path, '~']] : [])));

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The parts of this repository that stand in a project. */
const sourceOf = (path) => readFileSync(join(root, 'miniprogram', path), 'latin1');

test('an empty folder becomes a mini-program in which a user logs in', async (t) => {
  const project = folderWithTarball();
  add(project);
  const { folder, reported } = await compile(project);
  // The page that came along needs the sheet alone, and the compiler leaves the button out.
  const others = reported.filter((line) => !/^warn: Ignored by code analyzer: (\S*phone-login-button\S*)$/.test(line));
  assert.deepEqual(others, []);
  for (const [backend, withoutGlobals] of Object.entries(BACKENDS)) {
    await t.test(`${backend}: by its own cloud function`, () => logIn(project, { folder, backend, withoutGlobals }));
  }
});

/** From the page's button to the session, with the cloud function that came along. */
async function logIn(project, { folder, backend, withoutGlobals }) {
  const cloud = await deployFunctionsOf(project);
  const phone = new Phone({ folders: { '/': folder }, withoutGlobals });
  phone.wx.global.removeStorageSync = () => {};
  phone.launch();
  const [first] = phone.files.json('/app.json').pages;
  const scene = new Scene(phone, phone.openPage(`/${first}`));
  assert.equal((await phone.require('/phone-login/index').ready()).backend, backend);
  await settled();
  scene.authorize({ ...ALLOWED, code: cloud.issueCode() });
  const [call] = scene.wx.called;
  scene.wx.answer((await cloud.callFunction(call)).result);
  assert.deepEqual([scene.page.data.isLoggedIn, scene.page.data.maskedNumber], [true, MASKED]);
  assert.deepEqual([scene.page.data.showPhonePopup, phone.console], [false, []]);
}

/** A cloud with the functions of a project and their packages. */
async function deployFunctionsOf(project) {
  const functionsRoot = join(project, 'cloudfunctions');
  const modules = join(functionsRoot, 'phoneLogin', 'node_modules');
  if (!existsSync(modules)) symlinkSync(join(root, 'node_modules'), modules);
  const cloud = await createCloud({ functionsRoot, variables: unlimited });
  after(() => cloud.close());
  return cloud;
}

test('a project of its own gets the component and the module, and its other files stay', () => {
  const project = nativeProject();
  const { announced, said } = add(project);
  assert.match(said, /原生小程序.*app\.json/);
  assert.match(said, new RegExp(`"login-popup-system": "/${POPUP}"`), 'what to declare');
  assert.ok(Object.keys(announced).every((path) => /^(components|phone-login)\//.test(path)));
  for (const path of [`${POPUP}.wxml`, 'phone-login/wx_phone_login_bg.wasm']) {
    assert.equal(contentOf(project).get(path), sourceOf(path));
  }
});

test('files go where project.config.json says, and the functions too', () => {
  const project = folderWithTarball();
  mkdirSync(join(project, 'client'));
  writeFileSync(join(project, 'client', 'app.json'), '{ "pages": [] }');
  writeFileSync(
    join(project, 'project.config.json'),
    '{ "miniprogramRoot": "./client/", "cloudfunctionRoot": "cloud/" }',
  );
  const { announced, said } = add(project, '--cloud', '--cloud-function', 'phoneLoginReport');
  const folders = new Set(Object.keys(announced).map((path) => path.split('/').slice(0, 2).join('/')));
  assert.deepEqual([...folders].sort(), [
    'client/components',
    'client/phone-login',
    'cloud/phoneLogin',
    'cloud/phoneLoginReport',
  ]);
  assert.match(said, /cloud\/phoneLogin.*上传并部署/);
});

const MODULE = 'phone-login/index.js';
const TAG_FILE = `${POPUP}.wxml`;

/** The least that tells whose a project is, and where its files have to be. */
const FRAMEWORKS = [
  {
    name: 'uni-app of HBuilderX',
    files: { 'manifest.json': '{}', 'pages.json': '{}', 'App.vue': '' },
    says: /uni-app（pages\.json）/,
    brings: ['wxcomponents/wx-phone-login/', 'uni_modules/wx-phone-login/'],
  },
  {
    name: 'uni-app of the command',
    files: { 'src/manifest.json': '{}', 'src/pages.json': '{}', 'package.json': '{}' },
    says: /uni-app（src\/pages\.json）/,
    brings: ['src/wxcomponents/wx-phone-login/', 'src/uni_modules/wx-phone-login/'],
  },
  {
    name: 'Taro that has been built',
    files: {
      'package.json': '{ "dependencies": { "@tarojs/taro": "4.1.2" } }',
      'project.config.json': '{ "miniprogramRoot": "dist/" }',
      'dist/app.json': '{}',
    },
    says: /Taro（package\.json）/,
    brings: ['wxcomponents/wx-phone-login/'],
  },
  {
    name: 'mpx',
    files: { 'package.json': '{ "devDependencies": { "@mpxjs/core": "2.10.0" } }' },
    says: /mpx（package\.json）/,
    brings: ['src/wx-phone-login/', 'static/wx/phone-login/'],
  },
];

for (const { name, files, says, brings } of FRAMEWORKS) {
  test(`${name} is recognised, and gets the files where it looks for them`, () => {
    const project = folderWithTarball();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    const { announced, said } = add(project);
    assert.match(said, says);
    const paths = Object.keys(announced);
    assert.deepEqual(
      paths.filter((path) => !brings.some((place) => path.startsWith(place))),
      [],
    );
    for (const path of [TAG_FILE, MODULE]) assert.ok(paths.includes(`${brings[0]}${path}`), path);
    for (const place of brings)
      assert.ok(
        paths.some((path) => path.startsWith(place)),
        place,
      );
  });
}

test('where a framework builds elsewhere than DevTools looks, it is said what project.config.json has to say', () => {
  const roots = { '': 'unpackage/dist/build/mp-weixin/', 'src/': 'dist/build/mp-weixin/' };
  for (const [sources, built] of Object.entries(roots)) {
    const project = folderWithTarball();
    mkdirSync(join(project, sources), { recursive: true });
    for (const name of ['manifest.json', 'pages.json']) writeFileSync(join(project, sources, name), '{}');
    const { said } = add(project, '--cloud');
    assert.match(said, new RegExp(`"miniprogramRoot": "${built}", "cloudfunctionRoot": "cloudfunctions/"`));
  }
});

test('--framework is for a project that has the signs of two', () => {
  const project = nativeProject();
  for (const name of ['manifest.json', 'pages.json']) writeFileSync(join(project, name), '{}');
  const { announced } = add(project, '--framework', 'native');
  assert.ok(MODULE in announced);
});

test('a second run changes nothing', () => {
  const project = nativeProject();
  add(project, '--cloud');
  assert.deepEqual(add(project, '--cloud').announced, {});
});

test('line ends of Windows are no change of the owner', () => {
  const project = nativeProject();
  add(project);
  const path = join(project, 'phone-login', 'index.js');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  assert.deepEqual(add(project).announced, {});
});

test('the files of 0.1.0 are replaced, and removed where 0.2 has none', () => {
  const project = projectOf010();
  const { announced } = add(project);
  for (const gone of ['components/login-popup-system/driver.js', 'phone-login/wx_phone_login_bg.wasm.br']) {
    assert.equal(announced[gone], '-', gone);
  }
  assert.equal(announced[`${POPUP}.wxml`], '~');
  const fresh = nativeProject();
  add(fresh);
  assert.deepEqual([...contentOf(project)].sort(), [...contentOf(fresh)].sort());
});

test('what the owner has changed stays, is named, and is overwritten only by --force', () => {
  const project = projectOf010();
  const changed = { [`${POPUP}.wxml`]: '<!-- ours -->', 'components/login-popup-system/kept.js': '// ours' };
  for (const [path, text] of Object.entries(changed)) writeFileSync(join(project, path), text);
  const { kept, said } = add(project);
  assert.deepEqual(kept.sort(), Object.keys(changed).sort());
  assert.match(said, /你改过/);
  for (const [path, text] of Object.entries(changed)) assert.equal(contentOf(project).get(path), text);
  const { announced } = add(project, '--force');
  assert.deepEqual(announced, { [`${POPUP}.wxml`]: '!', 'components/login-popup-system/kept.js': '-' });
  assert.equal(contentOf(project).get(`${POPUP}.wxml`), sourceOf(`${POPUP}.wxml`));
});

test('--dry-run announces the same and writes nothing', () => {
  for (const make of [folderWithTarball, projectOf010]) {
    const project = make();
    const before = contentOf(project);
    const dry = runInside(project, '--dry-run');
    assert.deepEqual(difference(before, contentOf(project)), {});
    assert.match(dry.said, /没有写文件/);
    assert.deepEqual(dry.announced, add(project).announced);
  }
});

/** What git calls the changes that the command announces. */
const GIT_MARKS = { '??': '+', ' M': '~', ' D': '-' };

test('git sees what was announced, and nothing else; after --dry-run and a second run it sees nothing', () => {
  const project = projectOf010();
  writeFileSync(join(project, `${POPUP}.wxml`), '<!-- ours -->');
  git(project, 'init', '--quiet');
  commitAll(project);
  runInside(project, '--cloud', '--dry-run');
  assert.deepEqual(changesIn(project), {});
  const { announced } = runInside(project, '--cloud');
  assert.equal(announced[`${POPUP}.wxml`], '=');
  const { [`${POPUP}.wxml`]: _, ...written } = announced;
  assert.deepEqual(new Set(Object.values(written)), new Set(['+', '~', '-']));
  assert.deepEqual(changesIn(project), sorted(written));
  commitAll(project);
  runInside(project, '--cloud');
  assert.deepEqual(changesIn(project), {});
});

/** Git by itself, whatever this machine's own settings are. */
function git(folder, ...args) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' });
}

function commitAll(folder) {
  const owner = ['-c', 'user.name=Owner', '-c', 'user.email=owner@localhost'];
  git(folder, 'add', '--all', '--force');
  git(folder, ...owner, 'commit', '--quiet', '--message', 'As it is');
}

/** What `git status` says: path → the mark that announces it. */
function changesIn(folder) {
  const lines = git(folder, 'status', '--porcelain', '--untracked-files=all', '--ignored', '-z')
    .split('\0')
    .filter(Boolean);
  return sorted(Object.fromEntries(lines.map((line) => [line.slice(3), GIT_MARKS[line.slice(0, 2)] ?? line])));
}

const REFUSED = [
  { because: 'it is nobody’s project', make: (folder) => unlinkSync(join(folder, 'app.json')), says: /不是小程序项目/ },
  {
    because: 'a file stands where a folder has to',
    make: (folder) => writeFileSync(join(folder, 'components'), ''),
    says: /无法写入/,
  },
  {
    because: 'a link would lead out of it',
    make: (folder) => symlinkSync(temporaryFolder(), join(folder, 'phone-login')),
    says: /无法写入/,
  },
  {
    because: 'its project.config.json is broken',
    make: (folder) => writeFileSync(join(folder, 'project.config.json'), '{'),
    says: /project\.config\.json 不是合法的 JSON/,
  },
  { because: 'there is no such function', args: ['--cloud-function', 'login'], says: /没有云函数 login.*phoneLogin/ },
  { because: 'there is no such framework', args: ['--framework', 'flutter'], says: /参数无法识别/ },
  { because: 'it is of another framework', args: ['--framework', 'taro'], says: /不是小程序项目[^]*@tarojs\/taro/ },
  { because: 'there is no such option', args: ['--farce'], says: /参数无法识别/ },
];

for (const { because, make = () => {}, args = [], says } of REFUSED) {
  test(`refused, and nothing is written: ${because}`, () => {
    const project = nativeProject();
    make(project);
    const before = contentOf(project);
    const { status, said } = runInside(project, ...args);
    assert.equal(status, 1);
    assert.match(said, says);
    assert.doesNotMatch(said, /^\s+at /m, 'no stack');
    assert.deepEqual(difference(before, contentOf(project)), {});
  });
}

test('a folder that may not be written is refused', () => {
  const project = nativeProject();
  chmodSync(project, 0o555);
  const before = contentOf(project);
  // Root may write everywhere; npx would not find its own folders as nobody.
  const [uid, bin] = [process.getuid?.() === 0 ? 65534 : undefined, installedBin()];
  let failure;
  try {
    execFileSync(process.execPath, [bin, 'add', project], { uid, stdio: 'pipe' });
  } catch (error) {
    failure = error;
  }
  assert.equal(failure?.status, 1);
  assert.match(String(failure.stderr), /无法写入/);
  assert.deepEqual(difference(before, contentOf(project)), {});
});

/** The command out of the tarball, where everybody can read it. */
function installedBin() {
  const folder = temporaryFolder();
  execFileSync('tar', ['-xzf', join(folderWithTarball(), 'wx-phone-login-0.2.0.tgz'), '-C', folder]);
  chmodSync(folder, 0o755);
  return join(folder, 'package', 'bin', 'wx-phone-login.mjs');
}

test('what 0.1.0 is known by is what its package holds', async () => {
  const { '0.1.0': known } = JSON.parse(readFileSync(join(root, 'pkg', 'bin', 'earlier-versions.json'), 'utf8'));
  const project = projectOf010();
  for (const name of ['app.json', 'app.js', 'project.config.json']) rmSync(join(project, name));
  assert.deepEqual(Object.keys(known.miniprogram).sort(), [...contentOf(project).keys()].sort());
});
