import { plain } from './plain.js';

/**
 * A behavior that every component of the mini-program gets: it reports events, shows the popups to the simulator, and
 * completes the one lifetime that glass-easel leaves to its host.
 *
 * @param {import('glass-easel').ComponentSpace} space
 * @param {import('./bridge.js').Bridge} bridge
 * @param {import('./popups.js').Popups} popups
 * @returns {import('glass-easel').GeneralBehavior}
 */
export function observeComponents(space, bridge, popups) {
  return space.defineBehavior({
    is: 'simulator/observed',
    lifetimes: {
      created() {
        reportEvents(this, bridge);
      },
      attached() {
        popups.add(this);
        queueMicrotask(() => this._$.triggerLifetime('ready', []));
      },
      detached() {
        popups.remove(this);
      },
    },
    observers: {
      '**'() {
        popups.report(this);
      },
    },
  });
}

function reportEvents(component, bridge) {
  const trigger = component.triggerEvent;
  component.triggerEvent = (name, detail, options) => {
    bridge.log('event', name, plain(detail));
    return trigger.call(component, name, detail, options);
  };
}
