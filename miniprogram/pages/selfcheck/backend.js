const { attempt } = require('./attempt');
const { checks, kindOf, logIn } = /** @type {any} */ (require('./checks'));
const samples = require('./samples');

/** Milliseconds of checks between two looks at the screen. */
const SLICE = 50;

/** How long events are measured, in milliseconds, and after how many logins in no time the clock stands still. */
const MEASURED = 200;
const LOGINS_IN_NO_TIME = 100;

/**
 * What came of loading a module and checking it.
 *
 * @typedef {object} Observation
 * @property {number} time              milliseconds until it was there, or was not
 * @property {unknown} [loadError]      what loading it failed with
 * @property {string} [version]
 * @property {unknown} [trap]           what the module itself threw; no check was made after that
 * @property {number} [eventTime]       microseconds of an event
 * @property {Record<string, { passed: number, all: number }>} kinds  checks by their kind
 * @property {{ name: string, error: unknown }[]} failures
 */

/**
 * Loads a module and makes every check on it.
 *
 * @param {() => Promise<any>} load  gives the glue around the module
 * @param {(share: number) => void} progress
 * @returns {Promise<Observation>}
 */
function checkBackend(load, progress) {
  const begun = Date.now();
  const passed = () => Date.now() - begun;
  return load().then(
    (glue) => checkModule(glue, { time: passed(), kinds: {}, failures: [] }, progress),
    (error) => ({ time: passed(), loadError: error, kinds: {}, failures: [] }),
  );
}

/** @param {Observation} seen  is added to */
function checkModule(glue, seen, progress) {
  const module = watched(glue, (error) => {
    seen.trap = error;
  });
  seen.version = glue.version();
  const all = checks(module, samples);
  let next = 0;
  for (const [name] of all) kindIn(seen, name).all += 1;
  const isOver = () => seen.trap !== undefined || next === all.length;
  const check = () => {
    const [name, act] = all[next];
    next += 1;
    try {
      act();
      kindIn(seen, name).passed += 1;
    } catch (error) {
      seen.failures.push({ name, error });
    }
    progress(next / all.length);
  };
  return inSlices(check, isOver).then(() => {
    if (!seen.trap) seen.eventTime = attempt(() => timeOfEvent(glue));
    return seen;
  });
}

/** @param {Observation} seen */
function kindIn({ kinds }, name) {
  const kind = kindOf(name);
  if (!kinds[kind]) kinds[kind] = { passed: 0, all: 0 };
  return kinds[kind];
}

/** The module as the checks use it. It throws for nothing that they give it, so whatever it throws is a trap. */
function watched(glue, trapped) {
  const guard = (act) => {
    try {
      return act();
    } catch (error) {
      trapped(error);
      throw error;
    }
  };
  class PhonePopup {
    constructor(options) {
      this.machine = guard(() => new glue.PhonePopup(options));
    }

    get view() {
      return guard(() => this.machine.view);
    }

    dispatch(event, now) {
      return guard(() => this.machine.dispatch(event, now));
    }

    free() {
      guard(() => this.machine.free());
    }
  }
  return {
    PhonePopup,
    classify: (event) => guard(() => glue.classify(event)),
    classifyReply: (reply) => guard(() => glue.classifyReply(reply)),
    notice: (reason, options) => guard(() => glue.notice(reason, options)),
  };
}

/**
 * Acts until it is over, and lets the page show something in between.
 *
 * @returns {Promise<void>}
 */
function inSlices(act, isOver) {
  return new Promise((resolve, reject) => {
    const slice = () => {
      const end = Date.now() + SLICE;
      try {
        while (!isOver() && Date.now() < end) act();
      } catch (error) {
        reject(error);
        return;
      }
      if (isOver()) resolve();
      else setTimeout(slice, 0);
    };
    slice();
  });
}

/** Microseconds of an event of a login; nothing where the clock stands still. */
function timeOfEvent(glue) {
  const begun = Date.now();
  const passed = () => Date.now() - begun;
  let events = 0;
  for (let login = 0; passed() < MEASURED && (passed() > 0 || login < LOGINS_IN_NO_TIME); login += 1) {
    events += logIn(glue, samples.words.samples);
  }
  return passed() ? Math.round((passed() * 1000) / events) : undefined;
}

module.exports = { checkBackend };
