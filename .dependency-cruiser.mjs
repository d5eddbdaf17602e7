/**
 * One direction: a folder may import only those to its left.
 *
 * miniprogram · cloudfunctions · scripts ← simulator ← tests/support ← bench ← tests/…
 *
 * What is shipped imports nothing but itself, tests share tests/support and nothing else, and nothing imports a test.
 */
const FOLDERS = ['scripts', 'simulator', 'tests/support', 'bench'];

const RIGHT_OF_ALL = 'tests';

/** Whatever is not to the left of a folder, nor the folder itself. */
const toTheRight = FOLDERS.map((folder, at) => ({
  name: `${folder}-imports-to-its-left`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: '^(scripts|simulator|bench|tests|miniprogram|cloudfunctions)/',
    pathNot: `^(${FOLDERS.slice(0, at + 1).join('|')})/`,
  },
}));

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-is-missing',
      severity: 'error',
      // These are resolved by the compiler that the tests drive, and from the folder of the function.
      from: { pathNot: '^tests/(types/.*\\.ts|cloud/in-process\\.mjs)$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'what-is-shipped-stands-alone',
      severity: 'error',
      from: { path: '^(miniprogram|cloudfunctions/[^/]+)/' },
      to: { pathNot: ['^$1/', 'node_modules/(wx-server-sdk|jsonwebtoken)', '^(crypto|https?)$'] },
    },
    ...toTheRight,
    { name: 'nobody-imports-a-test', severity: 'error', from: {}, to: { path: '\\.test\\.m?js$' } },
    {
      name: 'tests-share-only-support',
      severity: 'error',
      from: { path: `^${RIGHT_OF_ALL}/([^/]+)/` },
      to: { path: `^${RIGHT_OF_ALL}/`, pathNot: `^${RIGHT_OF_ALL}/($1|support)/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '(^target/|/consumer/|/fixture/|/somebodys/|^tests/frameworks/(pages|native|subpackage)/|wx_phone_login_|^pkg/)',
    },
  },
};
