/**
 * A Promise whose every callback runs in a task of its own, as on iOS up to 15, where WeChat brings a Promise that
 * is made of timers.
 */
export function latePromise(setTimeout) {
  return class LatePromise extends Promise {
    // biome-ignore lint/suspicious/noThenProperty: it is a promise.
    then(fulfilled, rejected) {
      return super.then(late(fulfilled, setTimeout), late(rejected, setTimeout));
    }
  };
}

function late(callback, setTimeout) {
  if (typeof callback !== 'function') return callback;
  return (value) => new Promise((resolve) => setTimeout(resolve, 0)).then(() => callback(value));
}
