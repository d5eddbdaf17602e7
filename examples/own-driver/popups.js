const { PhonePopup, ready } = require('wx-phone-login');
const { Loop } = require('./loop');
const performers = require('./performers');

/** The loop of every popup that a component has, or that is kept for the next one. */
const loops = new Set();

/** What a component left behind, where it holds something for this one, or else a new popup. */
function open(component) {
  const options = component.options();
  const kept = [...loops].find((loop) => !loop.component && holds(loop, options));
  const loop = kept || create(options);
  Object.assign(loop, { component, isKept: false });
  show(loop);
  if (kept) loop.enqueue({ type: 'attached' });
  if (kept) loop.enqueue({ type: 'configure', options });
  return loop;
}

/** A popup whose module has failed throws, and holds nothing any more. */
function holds({ popup }, options) {
  try {
    return Boolean(popup && popup.holds(options, Date.now()));
  } catch (error) {
    return false;
  }
}

function create(options) {
  const loop = new Loop(new PhonePopup(options), {
    dispatch: (event, at) => dispatch(loop, event, at),
    perform: (effect, component) => perform(loop, effect, component),
    free() {
      free(loop);
      loops.delete(loop);
    },
  });
  loops.add(loop);
  return loop;
}

function free(loop) {
  clearTimeout(loop.timer);
  loop.popup.free();
  loop.popup = undefined;
}

/** The property is the page's. */
function show({ popup, component }) {
  const { showPhonePopup, ...view } = popup.view;
  component.apply(view);
}

/** An effect that fails does not keep the others from being performed. */
function perform(loop, effect, component) {
  try {
    performers[effect.type](loop, effect, component);
  } catch (error) {
    console.error(error);
  }
}

/** Where the module has failed, all that the popup knew is lost. */
function dispatch(loop, event, at) {
  try {
    return loop.popup.dispatch(event, at);
  } catch (error) {
    console.error(error);
    free(loop);
    recover(loop, event);
    return { patch: {}, effects: [] };
  }
}

/** A new popup is told what happened; if it fails on that as well, the next one is told of the failure alone. */
function recover(loop, event) {
  const { component } = loop;
  const isFirst = event.type !== 'recovered';
  if (!component || (!isFirst && !event.event)) return;
  const recovered = Object.assign({ type: 'recovered', state: component.data.state }, isFirst && { event });
  const opened = ready().then(() => {
    if (!loop.component) return;
    loop.popup = new PhonePopup(component.options());
    show(loop);
    loop.waiting.unshift(...[component.wish(), recovered].map((next) => ({ event: next, at: Date.now() })));
    loop.run();
  });
  opened.catch(console.error);
}

/** The component has left. */
function leave(loop) {
  loop.component = undefined;
  clearTimeout(loop.timer);
  loop.enqueue({ type: 'detached' });
}

/** For the page that logs the user out. */
const forget = () => loops.forEach((loop) => loop.enqueue({ type: 'forget' }));

module.exports = { forget, leave, open };
