/**
 * Makes an API of WeChat's kind: `success`, `fail` and `complete`, or a promise where none of them is given.
 *
 * @template Options, Result
 * @param {string} name
 * @param {(options: Options) => Result | Promise<Result>} run  throws what `fail` is to say after the name
 */
export function api(name, run) {
  return (options = {}) => {
    const outcome = attempt(name, run, options);
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return outcome;
    outcome.then(
      (result) => finish(success, complete, result),
      (error) => finish(fail, complete, error),
    );
    return undefined;
  };
}

/**
 * The same without a promise.
 *
 * @param {string} name
 * @param {(options: object) => unknown} run
 */
export function callbackApi(name, run) {
  const call = api(name, run);
  return (options = {}) => {
    call({ complete() {}, ...options });
  };
}

async function attempt(name, run, options) {
  try {
    return { ...(await run(options)), errMsg: `${name}:ok` };
  } catch (error) {
    throw failure(name, error);
  }
}

/**
 * @param {string} name
 * @param {unknown} thrown  anything, for a page that is opened may throw, and what the simulator around the phone throws
 *   is no `Error` of this document
 */
function failure(name, thrown) {
  const error = Object(thrown);
  const errMsg = error.errMsg ?? `${name}:fail ${error.message ?? thrown}`;
  return Object.assign(new Error(errMsg), { ...error, errMsg });
}

function finish(callback, complete, result) {
  try {
    callback?.(result);
  } finally {
    complete?.(result);
  }
}
