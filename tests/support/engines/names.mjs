/** Globals that a phone lacks, or need not have, and that the engines of these tests may have. */
export const ABSENT = [
  'AbortController', 'Atomics', 'Blob', 'Buffer', 'Proxy', 'Request', 'SharedArrayBuffer', 'TextDecoder', 'TextEncoder',
  'URL', 'URLSearchParams', 'WebAssembly', 'Worker', 'XMLHttpRequest', 'atob', 'btoa', 'crypto', 'document', 'eval',
  'fetch', 'frames', 'global', 'importScripts', 'load', 'location', 'navigator', 'parent', 'performance', 'print',
  'process', 'queueMicrotask', 'read', 'readFile', 'self', 'setImmediate', 'setInterval', 'structuredClone', 'top',
  'window',
];

/** Globals that a phone gives and the tests stand in for. */
export const GIVEN = ['Promise', 'WXWebAssembly', 'clearTimeout', 'console', 'getCurrentPages', 'setTimeout', 'wx'];
