/** The scenarios as they go where a button stands on the page by itself: it is shown from the beginning, and never closes. */

/** What no button has: a property that shows it, ways to close it, a component that comes after it. */
const OF_A_POPUP = ['show', 'hide', 'decline', 'dismiss', 'rerender', 'otherLogin', 'leave', 'return', 'forget'];

/** Whether a scenario is one of a button: shown once, at first, and nothing more after a success. */
export function isOfButton({ options = {}, steps }) {
  const [first, ...others] = steps;
  const isShownOnce = first.do === 'show' && first.screen === 'prompting' && !others.some((step) => isOfPopup(step));
  const success = others.findIndex(({ screen }) => screen === 'verified');
  return Boolean(options.showsGuidance) && isShownOnce && (success < 0 || success === others.length - 1);
}

const isOfPopup = (step) => OF_A_POPUP.includes(step.do);

/** The same scenario without what there is none of. The button itself waits until it can be used again. */
export function inlined({ name, view, steps: [first, ...others], ...scenario }, { screens }) {
  return {
    ...scenario,
    name: `${name}, on a button`,
    view: { ...screens.prompting.view, ...view, ...first.view },
    steps: others.map(withoutClose),
  };
}

const withoutClose = ({ events, ...step }) => ({
  ...step,
  ...(events && { events: events.filter(([name]) => name !== 'close') }),
  ...(step.screen === 'verified' && { timers: 1 }),
});
