import { api } from './call.js';

// WeChat counts in kilobytes.
const KILOBYTE = 1024;
const LIMIT = 10240;

/** `wx.setStorage` and its relatives. What is stored is a copy, as JSON. */
export function storage({ storage: store, log }) {
  const set = (key, data) => {
    if (typeof key !== 'string' || key === '') throw new Error('parameter error: parameter.key should be String');
    store.set(key, JSON.stringify(data ?? null));
    log('storage', `${key} ←`, data);
  };
  const get = (key) => {
    const json = store.get(key);
    return json === null ? undefined : JSON.parse(json);
  };
  const remove = (key) => {
    store.remove(key);
    log('storage', `${key} 已删除`);
  };
  const clear = () => {
    store.clear();
    log('storage', '已清空');
  };
  const info = () => {
    const keys = store.keys();
    const size = keys.reduce((sum, key) => sum + key.length + store.get(key).length, 0);
    return { keys, currentSize: Math.ceil(size / KILOBYTE), limitSize: LIMIT };
  };
  const find = ({ key }) => {
    const data = get(key);
    if (data === undefined) throw new Error('data not found');
    return { data };
  };

  return {
    setStorageSync: set,
    // An absent key is the empty string on WeChat.
    getStorageSync: (key) => get(key) ?? '',
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    setStorage: api('setStorage', ({ key, data }) => set(key, data)),
    getStorage: api('getStorage', find),
    removeStorage: api('removeStorage', ({ key }) => remove(key)),
    clearStorage: api('clearStorage', clear),
    getStorageInfo: api('getStorageInfo', info),
  };
}
