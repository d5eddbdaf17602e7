/** A user who logs in: the popup's own state machine, driven in virtual time, and what the user does as it asks. */

/** How long a user takes to tap, in milliseconds. */
const REACTION = 2000;

/**
 * Logs in once, with an empty storage: a popup that has just been made.
 *
 * @param {object} options
 * @param {any} options.phoneLogin the module
 * @param {import('../../tests/support/realm/clock.mjs').Clock} options.clock
 * @param {string} options.code what the user has been charged for
 * @param {boolean} options.isIdempotent what the page says of its function
 * @param {() => Promise<object>} options.call sends the code
 * @returns {Promise<{ isLoggedIn: boolean, wait: number, calls: number }>} `isLoggedIn` is false where the user is asked to
 *   authorize, and the owner to pay, once more; `wait` counts from the code to that, in milliseconds
 */
export function logIn({ phoneLogin, clock, code, isIdempotent, call }) {
  const popup = new phoneLogin.PhonePopup({ cloudFunction: 'phoneLogin', idempotent: isIdempotent });
  const begin = clock.now;
  let [deadline, calls, isOver] = [0, 0, false];

  return new Promise((resolve) => {
    function end(isLoggedIn) {
      if (isOver) return;
      isOver = true;
      clock.clearTimeout(deadline);
      popup.free();
      resolve({ isLoggedIn, wait: clock.now - begin, calls });
    }

    function dispatch(event) {
      if (isOver) return;
      const { effects } = popup.dispatch(event, clock.now);
      for (const effect of effects) performers[effect.type]?.(effect);
      if (!isOver) lookAt(popup.view);
    }

    const performers = {
      trigger: ({ name }) => name === 'login' && end(true),
      verify({ request }) {
        calls += 1;
        const answer = (reply) => dispatch({ type: 'verified', request, reply });
        call().then((result) => answer({ result }), answer);
      },
      startDeadline({ request, delay }) {
        clock.clearTimeout(deadline);
        deadline = clock.setTimeout(() => dispatch({ type: 'deadlinePassed', request }), delay);
      },
      stopDeadline: () => clock.clearTimeout(deadline),
    };

    function lookAt({ state, openType }) {
      if (state !== 'failed') return;
      if (openType) end(false);
      else clock.setTimeout(() => dispatch({ type: 'tap' }), REACTION);
    }

    dispatch({ type: 'show' });
    dispatch({ type: 'tap' });
    dispatch({ type: 'authorized', event: { detail: { errMsg: 'getPhoneNumber:ok', code } } });
  });
}
